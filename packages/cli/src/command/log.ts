/** `grootboek log`: the entries of the journal, in order. */
import { Journal } from "@grootboek/core"
import type { LongText } from "@grootboek/report"
import type * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as OutputFile from "../output/OutputFile.ts"
import { inform, isRead, part } from "../output/Stdio.ts"
import * as TableFormat from "../output/TableFormat.ts"
import { damage, refusal, storeError } from "../session/CoreFailure.ts"
import * as Store from "../session/Store.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const log = Command.define({
  name: "log",
  about: { en: "list the entries of the journal", nl: "toon de boekingen van het journaal" },
  args: {},
  options: {
    ledger: common.ledger,
    from: Parameter.withDefault(
      Parameter.position({
        en: "the first position (default: 1)",
        nl: "het eerste volgnummer (standaard: 1)",
      }),
      1,
    ),
    to: Parameter.withDefault(
      Parameter.position({
        en: "the last position (default: the end)",
        nl: "het laatste volgnummer (standaard: het einde)",
      }),
      Number.MAX_SAFE_INTEGER,
    ),
    ...Answer.options(TableFormat.logFormats),
  },
  run: Effect.fnUntraced(function* ({ options: { from, to, out, ...options }, language }) {
    const { store, ledger } = yield* Store.open(options.ledger, "readonly")
    const head = yield* Effect.mapError(store.head(ledger), storeError)
    if (from > head.position)
      return yield* Effect.fail(refusal({ _tag: "UnknownEntry", position: from, last: head.position }))
    // Entries that are appended meanwhile are left out, because the journal is read more than once.
    const last = Math.min(to, head.position)
    const entries: Entries = store.read(ledger, from - 1).pipe(
      Stream.takeWhile((sealed) => sealed.position <= last && (out !== undefined || isRead())),
      Stream.mapError(storeError),
      Stream.mapArrayEffect(parsed),
    )
    const { format, csv } = Answer.formatOf(options)
    if (format === "xlsx") {
      const count = Math.max(0, last - from + 1)
      if (count > mostRows) return yield* Effect.fail(refused(LedgerMessage.tooManyRows(count, mostRows)))
      const book = yield* TableFormat.logBook(yield* Stream.runCollect(entries), language)
      return yield* Answer.write(book, out, language)
    }
    const printing = TableFormat.log({ format, language, csv })
    for (const see of printing.measures)
      yield* Stream.runForEachArray(entries, (page) => Effect.sync(() => page.forEach(see)))
    const texts = last < from ? Stream.succeed(printing.none) : textsOf(printing, entries)
    if (out === undefined) yield* Stream.runForEach(texts, part)
    else {
      const encoder = new TextEncoder()
      yield* OutputFile.writeAll(
        out,
        Stream.map(texts, (text) => encoder.encode(text)),
      )
      yield* inform(language, FileMessage.written(out))
    }
  }),
})

type Entries = Stream.Stream<Journal.Entry, CommandFailure>

/** A workbook is made in memory; CSV is not. */
const mostRows = 100_000

const textsOf = (
  printing: LongText.LongText<Journal.Entry>,
  entries: Entries,
): Stream.Stream<string, CommandFailure> => {
  let printed = 0
  return Stream.succeed(printing.before).pipe(
    Stream.concat(
      Stream.mapArray(entries, (page) => [page.map((entry) => printing.one(entry, printed++)).join("")]),
    ),
    Stream.concat(Stream.succeed(printing.after)),
  )
}

const parsed = (
  page: Arr.NonEmptyReadonlyArray<Journal.Sealed>,
): Effect.Effect<Arr.NonEmptyReadonlyArray<Journal.Entry>, CommandFailure> =>
  Effect.forEach(page, (sealed) => Effect.mapError(Effect.fromResult(Journal.parse(sealed)), damage))
