/** Every command: one file each, and one line here. */
import { branches } from "./branch.ts"
import type { Subcommand } from "./Command.ts"
import { checkpoints } from "./checkpoint.ts"
import { completion } from "./completion.ts"
import { decision } from "./decision.ts"
import { diff } from "./diff.ts"
import { explain } from "./explain.ts"
import { exportJournal } from "./export.ts"
import { followUp } from "./follow-up.ts"
import { health } from "./health.ts"
import { importFiles } from "./import.ts"
import { init } from "./init.ts"
import { exportLake } from "./lake-export.ts"
import { sqlOfLake } from "./lake-sql.ts"
import { verifyLake } from "./lake-verify.ts"
import { ledgers } from "./ledgers.ts"
import { log } from "./log.ts"
import { mapping } from "./mapping.ts"
import { migrate } from "./migrate.ts"
import { moveLedger } from "./move.ts"
import { overview } from "./overview.ts"
import { policyReport } from "./policy-report.ts"
import { reconcile } from "./reconcile.ts"
import { report } from "./report.ts"
import { restore } from "./restore.ts"
import { reverse } from "./reverse.ts"
import { statement } from "./statement.ts"
import { template } from "./template.ts"
import { transfer } from "./transfer.ts"
import { verify } from "./verify.ts"
import { whatIf } from "./what-if.ts"

export const commands: ReadonlyArray<Subcommand> = [
  init,
  importFiles,
  mapping,
  template,
  statement,
  explain,
  diff,
  decision,
  whatIf,
  log,
  verify,
  followUp,
  overview,
  reconcile,
  report,
  policyReport,
  exportJournal,
  restore,
  reverse,
  transfer,
  ...branches,
  ...checkpoints,
  exportLake,
  sqlOfLake,
  verifyLake,
  ledgers,
  moveLedger,
  health,
  migrate,
  completion(() => commands),
]
