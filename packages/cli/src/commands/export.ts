/** `grootboek export`: the journal as one text file, byte-stable, that outlives every store. */
import { Archive } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as File from "../File.ts"
import { storeError } from "../Messages.ts"
import { tell } from "../Output.ts"
import { ledgerOption, required, type Spec } from "../Spec.ts"
import * as Store from "../Store.ts"

export const exportJournal: Spec = {
  name: "export",
  about: {
    en: "write the journal to a file, as NDJSON",
    nl: "schrijf het journaal naar een bestand, als NDJSON",
  },
  takes: [],
  options: [
    ledgerOption,
    { name: "out", value: "FILE", required: true, about: { en: "the file to write", nl: "het bestand" } },
  ],
  run: Effect.fnUntraced(function* (given) {
    const { store, ledger } = yield* Store.open(required(given, "ledger"), "readonly")
    const entries = yield* store.read(ledger, 0).pipe(Stream.runCollect, Effect.mapError(storeError))
    yield* File.write(required(given, "out"), Archive.write(entries))
    yield* tell(given.language, {
      en: `${required(given, "out")}: ${entries.length} entries`,
      nl: `${required(given, "out")}: ${entries.length} boekingen`,
    })
    return 0 as const
  }, Effect.scoped),
}
