/** `grootboek export`: the journal as one text file, byte-stable, that outlives every store. */
import { Archive, Journal } from "@grootboek/core"
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
    let head: Journal.Head = Journal.genesis
    const lines = store.read(ledger, 0).pipe(
      Stream.mapError(storeError),
      Stream.map((sealed) => {
        head = { ...head, position: sealed.position, hash: sealed.hash }
        return Archive.line(sealed)
      }),
    )
    const trailer = Stream.sync(() => Archive.trailer(head))
    yield* File.writeAll(required(given, "out"), Stream.concat(lines, trailer))
    yield* tell(given.language, {
      en: `${required(given, "out")}: ${head.position} entries`,
      nl: `${required(given, "out")}: ${head.position} boekingen`,
    })
    return 0 as const
  }, Effect.scoped),
}
