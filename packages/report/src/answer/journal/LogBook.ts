/** Entries of the journal as a workbook: an entry per row. */
import type { Workbook } from "@grootboek/cells"
import type { Journal } from "@grootboek/core"
import * as BookCells from "../../paint/BookCells.ts"
import * as EventName from "../../words/EventName.ts"
import * as EventText from "../../words/EventText.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"

export const log = (entries: ReadonlyArray<Journal.Entry>, language: Language): Workbook.Workbook => {
  const words = Words.of(language)
  const about = Words.count(entries.length, "entry", language)
  return {
    title: words.journal,
    sheets: [
      {
        name: words.journal,
        titles: [words.journal, about],
        columns: [
          BookCells.figures({ text: words.position }, 10),
          BookCells.column(words.time, 25),
          BookCells.column(words.event, 30),
          BookCells.column(words.summary, 70),
          BookCells.column(words.file, 30),
          BookCells.figures({ text: words.line }, 9),
          BookCells.column(words.actor, 14),
          BookCells.column(words.hash, 68),
        ],
        frozen: 1,
        rows: entries.map(({ position, time, event, source, actor, hash }) => ({
          cells: [
            { count: position },
            { text: time },
            { text: EventName.of(event._tag, language) },
            { text: EventText.summary(event, language) },
            source === undefined ? undefined : { text: source.name },
            source?.line === undefined ? undefined : { count: source.line },
            { text: actor },
            { text: hash },
          ],
        })),
      },
    ],
  }
}
