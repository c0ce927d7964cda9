/** Templates as files: CSV for Belgian spreadsheets, or a workbook in which codes are text. */
import { CsvNotation, type Workbook } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import type { Template } from "@grootboek/csv"
import * as Effect from "effect/Effect"

export const csv = ({ columns, comment, rows }: Template.Template): string =>
  CsvNotation.write(
    [
      columns.map(({ header }) => header),
      columns.map((_, index) => (index === 0 ? comment : undefined)),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === "bigint" ? CsvNotation.number(Money.format(cell), "be") : cell)),
      ),
    ],
    "be",
  )

/** Returns templates as a workbook with a sheet for each. */
export const xlsx = (templates: ReadonlyArray<Template.Template>): Effect.Effect<Uint8Array> =>
  Effect.flatMap(
    Effect.promise(() => import("@grootboek/xlsx")),
    ({ Book }) =>
      Book.write({ title: templates.map(({ name }) => name).join(", "), sheets: templates.map(sheet) }),
  )

const sheet = ({ name, columns, comment, rows }: Template.Template): Workbook.BookSheet => ({
  name,
  titles: [],
  frozen: 0,
  columns: columns.map(({ header, isAmount }, index) => ({
    head: { text: header },
    width: index === 0 ? 40 : Math.max(12, header.length + 4),
    isFigure: isAmount,
    isCode: !isAmount,
  })),
  rows: [
    { cells: [{ text: comment }] },
    ...rows.map((row) => ({
      cells: row.map((cell) =>
        cell === undefined
          ? undefined
          : typeof cell === "bigint"
            ? { number: Money.format(cell), decimals: 2 }
            : { text: cell },
      ),
    })),
  ],
})
