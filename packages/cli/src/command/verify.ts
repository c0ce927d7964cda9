/** `grootboek verify`: hashes every entry again, checks its content, and checks the laws and the norms. */
import { Journal } from "@grootboek/core"
import type { VerifiedJournal } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import { print } from "../output/Stdio.ts"
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
    en: "hash every entry again, check its content, the laws and the norms, and list all findings",
    nl: "bereken elke hash opnieuw, controleer de inhoud, het grootboek en de normen, en toon alle bevindingen",
  },
  more: {
    en: "Exits 1 for damage, an entry that is not valid, a broken law or a required norm; not for commitments, indicators and notes.",
    nl: "Eindigt met 1 bij schade, een ongeldige boeking, een controle die niet voldaan is of een verplichte norm; niet bij verbintenissen, indicatoren en opmerkingen.",
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
    const audited = yield* Session.audit(yield* Store.open(address, "readonly"))
    // Laws and norms mean nothing on a journal that is damaged or not valid.
    return audited.findings.length > 0 ? LedgerCheck.ofFindings(audited, language) : LedgerCheck.of(audited)
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
