/** `grootboek verify`: reads and hashes every entry again, and checks the laws and the norms. */
import { Journal, Verify } from "@grootboek/core"
import { FindingText, type VerifiedJournal } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import { sha256 } from "../output/InputFile.ts"
import { print } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as LedgerCheck from "../session/LedgerCheck.ts"
import * as Session from "../session/Session.ts"
import * as Store from "../session/Store.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import type { Language } from "../words/Language.ts"
import * as Command from "./Command.ts"
import { format, ledger } from "./common.ts"

export const verify = Command.define({
  name: "verify",
  about: {
    en: "hash every entry again, check laws and norms, and list all findings",
    nl: "bereken elke hash opnieuw, controleer het grootboek en de normen, en toon alle bevindingen",
  },
  more: {
    en: "Exits 1 for damage, a broken law or a required norm; not for commitments and indicators.",
    nl: "Eindigt met 1 bij schade, een controle die niet voldaan is of een verplichte norm; niet bij verbintenissen en indicatoren.",
  },
  args: {},
  options: { ledger, format: format(Format.textFormats) },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const verification = yield* verified(options.ledger, language)
    yield* print(Format.verification(verification, { format: options.format, language }))
    return Format.isSound(verification) ? (0 as const) : (1 as const)
  }),
})

const verified = Effect.fnUntraced(
  function* (address: string, language: Language) {
    const opened = yield* Store.open(address, "readonly")
    const report = yield* Effect.mapError(Verify.ledger(opened.store, opened.ledger, sha256), storeError)
    return report.findings.length > 0 ? damaged(report, language) : yield* checked(opened)
  },
  (verifying, _, language) => Effect.catch(verifying, (failure) => unreadable(failure, language)),
)

// A file that is cut or overwritten is a finding like any other.
const unreadable = (
  failure: CommandFailure,
  language: Language,
): Effect.Effect<VerifiedJournal.VerifiedJournal, CommandFailure> => {
  const { damage, lines } = failure
  if (damage === undefined) return Effect.fail(failure)
  const message = lines.map((line) => line[language]).join(" ")
  return Effect.succeed({
    entries: 0,
    head: Journal.genesis.hash,
    findings: [{ position: 0, code: damage, message }],
    norms: [],
  })
}

const damaged = (report: Verify.Report, language: Language): VerifiedJournal.VerifiedJournal => ({
  entries: report.entries,
  head: report.head.hash,
  findings: report.findings.map((finding) => ({
    position: finding.position,
    code: finding.code,
    message: FindingText.message(finding, language),
    at: { field: finding.field, offset: finding.offset },
  })),
  norms: [],
})

// Laws and norms are checked on an intact journal only: on a damaged one they mean nothing.
const checked = (opened: Store.OpenStore): Effect.Effect<VerifiedJournal.VerifiedJournal, CommandFailure> =>
  Effect.map(Session.replay(opened, Number.POSITIVE_INFINITY), ({ ledger, head }) =>
    LedgerCheck.of(ledger, head),
  )
