/** Entries of the journal as CSV: an entry per record, written one by one. */
import { CsvNotation } from "@grootboek/cells"
import type { Journal } from "@grootboek/core"
import type * as LongText from "../../paint/LongText.ts"
import * as EventText from "../../words/EventText.ts"
import type { Language } from "../../words/Language.ts"

const header = ["position", "time", "event", "summary", "file", "line", "actor", "id", "hash"]

/** Returns how entries are printed. The names of columns and events are those of the JSON document. */
export const printing = (
  language: Language,
  notation: CsvNotation.CsvNotation = "be",
): LongText.LongText<Journal.Entry> => {
  const head = CsvNotation.write([header], notation)
  return {
    // Every entry must be readable before the first is printed.
    measures: [() => {}],
    before: head,
    one: ({ position, time, event, source, actor, id, hash }) =>
      CsvNotation.lines(
        [
          [
            { number: `${position}` },
            time,
            event._tag,
            EventText.summary(event, language),
            source?.name,
            source?.line === undefined ? undefined : { number: `${source.line}` },
            actor,
            id,
            hash,
          ],
        ],
        notation,
      ),
    after: "",
    none: head,
  }
}
