/** `grootboek export`: the journal as one NDJSON file that does not depend on a store. */
import { Archive, Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { sha256 } from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { inform } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as Store from "../session/Store.ts"
import * as Telemetry from "../session/Telemetry.ts"
import { refused } from "../words/CommandFailure.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const exportJournal = Command.define({
  name: "export",
  about: {
    en: "write the journal to a file, as NDJSON",
    nl: "schrijf het journaal naar een bestand, als NDJSON",
  },
  args: {},
  options: { ledger: common.ledger, out: Parameter.required(common.out) },
  run: Effect.fnUntraced(function* ({ options, language }) {
    const { store, ledger } = yield* Store.open(options.ledger, "readonly")
    let head: Journal.Head = Journal.genesis
    let broken: number | undefined
    const lines = store.read(ledger, 0).pipe(
      Stream.mapError(storeError),
      Stream.map((sealed) => {
        if (!Journal.isNext(sealed, head, sha256)) broken ??= sealed.position
        head = { ...head, position: sealed.position, hash: sealed.hash }
        return Archive.line(sealed)
      }),
    )
    const trailer = Stream.sync(() => Archive.trailer(head))
    const writing = OutputFile.writeAll(options.out, Stream.concat(lines, trailer))
    yield* Telemetry.whole("export", ledger, writing)
    yield* inform(language, LedgerMessage.exported(options.out, head.position))
    // The file is kept: of a damaged ledger it may be the last copy.
    if (broken === undefined) return 0 as const
    return yield* Effect.fail(refused(LedgerMessage.exportIsDamaged(options.ledger, broken)))
  }),
})
