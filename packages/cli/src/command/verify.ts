/** `grootboek verify`: hashes every entry again, checks its content, and checks the laws and the norms. */
import { type Checkpoint, Journal } from "@grootboek/core"
import { VerifiedJournal } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import * as Garbage from "../output/Garbage.ts"
import { print } from "../output/Stdio.ts"
import * as KeyFile from "../session/KeyFile.ts"
import * as Session from "../session/Session.ts"
import * as Store from "../session/Store.ts"
import * as WitnessFolder from "../session/WitnessFolder.ts"
import * as CheckpointMessage from "../words/CheckpointMessage.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import type { Language } from "../words/Language.ts"
import * as Command from "./Command.ts"
import { format, keyName, ledger } from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const verify = Command.define({
  name: "verify",
  about: {
    en: "hash every entry again, check its content, the laws and the norms, and list all findings",
    nl: "bereken elke hash opnieuw, controleer de inhoud, het grootboek en de normen, en toon alle bevindingen",
  },
  more: {
    en: "Exit status 1: damage, an entry that is not valid, a broken law, or a required norm that is missed. Missed pledges and indicators, and notes, do not change the exit status.",
    nl: "Afsluitcode 1: schade, een ongeldige boeking, of een controle of verplichte norm die niet voldaan is. Verbintenissen en indicatoren die niet voldaan zijn, en opmerkingen, wijzigen de afsluitcode niet.",
  },
  args: {},
  options: {
    ledger,
    checkpoints: Parameter.text("DIR", {
      en: "a folder of signed checkpoints, compared with the journal; with --key",
      nl: "een map met ondertekende controlepunten, die met het journaal worden vergeleken; met --key",
    }),
    key: Parameter.text("FILE", {
      en: "the public key of the checkpoints, a PEM file",
      nl: "de publieke sleutel van de controlepunten, een PEM-bestand",
    }),
    "key-name": keyName,
    format: format(Format.textFormats),
  },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const { checkpoints, key } = options
    if ((checkpoints === undefined) !== (key === undefined))
      return yield* Effect.fail(usage(CheckpointMessage.folderNeedsKey))
    const witnesses =
      checkpoints === undefined || key === undefined
        ? undefined
        : yield* witnessesOf(checkpoints, yield* KeyFile.verifier(key, options["key-name"]))
    const verification = yield* verified(options.ledger, language, witnesses)
    yield* print(Format.verification(verification, { format: options.format, language }))
    return VerifiedJournal.ok(verification) ? (0 as const) : (1 as const)
  }),
})

/** Signed checkpoints, and the name of their signer. */
interface Witnesses {
  readonly kept: WitnessFolder.Kept
  readonly signer: string
}

const witnessesOf = (folder: string, key: Checkpoint.Verifier): Effect.Effect<Witnesses, CommandFailure> =>
  Effect.map(WitnessFolder.read(folder, key), (kept) => ({ kept, signer: key.name }))

const verified = Effect.fnUntraced(
  function* (address: string, language: Language, witnesses: Witnesses | undefined) {
    const opened = yield* Store.open(address, "readonly")
    const audited = yield* Garbage.streamed(Session.audit(opened))
    if (witnesses === undefined) return VerifiedJournal.of(audited, language)
    const { kept, signer } = witnesses
    const { witness, findings } = yield* WitnessFolder.compare(kept, opened, { signer, audited })
    const all = { ...audited, findings: [...audited.findings, ...findings] }
    return { ...VerifiedJournal.of(all, language), witness }
  },
  (verifying, _address, language) => Effect.catch(verifying, (failure) => unreadable(failure, language)),
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
