/** `grootboek export`: the journal as one text file, byte-stable, that outlives every store. */
import { Archive, Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Failure, refused } from "../Failure.ts"
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
    let broken: number | undefined
    const lines = store.read(ledger, 0).pipe(
      Stream.mapError(storeError),
      Stream.map((sealed) => {
        if (!Journal.isNext(sealed, head, File.sha256)) broken ??= sealed.position
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
    // Written all the same: of a damaged ledger it may be the last copy.
    return broken === undefined
      ? (0 as const)
      : yield* Effect.fail(damaged(required(given, "ledger"), broken))
  }, Effect.scoped),
}

const damaged = (address: string, position: number): Failure =>
  refused({
    en: `${address}: entry ${position} is not as it was recorded, so this export cannot be restored; see all findings with grootboek verify, and keep the exports that came before`,
    nl: `${address}: boeking ${position} is niet zoals ze werd vastgelegd, dus deze export kan niet worden teruggezet; zie alle bevindingen met grootboek verify, en bewaar de vorige exports`,
  })
