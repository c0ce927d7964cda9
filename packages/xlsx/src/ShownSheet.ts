/** A sheet as it is written: misleading and invisible characters are shown as their code, as in every other output. */
import { ShownText, type Workbook } from "@grootboek/cells"

/** Returns the sheet with every text as {@link ShownText.of} shows it. */
export const of = (sheet: Workbook.BookSheet): Workbook.BookSheet => ({
  ...sheet,
  name: ShownText.of(sheet.name),
  titles: sheet.titles.map(ShownText.of),
  columns: sheet.columns.map((column) =>
    column.head === undefined ? column : { ...column, head: cell(column.head) },
  ),
  rows: sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((one) => (one === undefined ? undefined : cell(one))),
  })),
})

const cell = <C extends Exclude<Workbook.SheetCell, undefined>>(one: C): C =>
  "text" in one ? { ...one, text: ShownText.of(one.text) } : one
