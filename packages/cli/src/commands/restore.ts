/** `grootboek restore`: takes an exported journal back into an empty ledger, or goes on where the ledger ends. */
import { Archive } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Failure, plain, refused } from "../Failure.ts"
import * as File from "../File.ts"
import { storeError } from "../Messages.ts"
import { tell } from "../Output.ts"
import { ledgerOption, required, type Spec } from "../Spec.ts"
import * as Store from "../Store.ts"

export const restore: Spec = {
  name: "restore",
  about: {
    en: "take an exported journal back, verified first",
    nl: "zet een geëxporteerd journaal terug, na verificatie",
  },
  takes: [{ name: "file", about: { en: "the exported journal", nl: "het geëxporteerde journaal" } }],
  options: [ledgerOption],
  run: Effect.fnUntraced(function* (given) {
    const { bytes, name } = yield* File.read(given.words[0] ?? "")
    const archive = Archive.read(bytes, File.sha256)
    if (archive.findings.length > 0) {
      return yield* Effect.fail(
        refused(...archive.findings.map((finding) => plain(`${name}: ${finding.code}: ${finding.message}`))),
      )
    }
    const { store, ledger } = yield* Store.open(required(given, "ledger"), "create")
    const stored = yield* store.read(ledger, 0).pipe(Stream.runCollect, Effect.mapError(storeError))
    const strange = stored.find((sealed, index) => archive.sealed[index]?.hash !== sealed.hash)
    if (strange !== undefined) return yield* Effect.fail(another(required(given, "ledger"), strange.position))
    yield* Effect.mapError(
      store.restore(ledger, stored.length, archive.sealed.slice(stored.length)),
      storeError,
    )
    const more = archive.sealed.length - stored.length
    yield* tell(given.language, {
      en: `${required(given, "ledger")}: ${more} entries restored, ${stored.length} were there`,
      nl: `${required(given, "ledger")}: ${more} boekingen teruggezet, ${stored.length} waren er al`,
    })
    return 0 as const
  }, Effect.scoped),
}

const another = (address: string, position: number): Failure =>
  refused({
    en: `${address} holds another journal: its entry ${position} is not the one in the file; restore into a new ledger`,
    nl: `${address} bevat een ander journaal: boeking ${position} is niet die van het bestand; zet terug in een nieuw grootboek`,
  })
