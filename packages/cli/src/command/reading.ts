/** The commands that only read a ledger and that people run most. They have a bundle of their own, which loads faster. */
import type { Subcommand } from "./Command.ts"
import { diff } from "./diff.ts"
import { explain } from "./explain.ts"
import { followUp } from "./follow-up.ts"
import { log } from "./log.ts"
import { overview } from "./overview.ts"
import { statement } from "./statement.ts"
import { verify } from "./verify.ts"

export const commands: ReadonlyArray<Subcommand> = [statement, explain, diff, log, verify, followUp, overview]
