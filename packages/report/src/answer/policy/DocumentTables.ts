/** Statements and plain tables as tables of a report. Each figure of a statement has the address of its cell. */
import type { Document } from "@grootboek/cells"
import { Address, Money, type Statement } from "@grootboek/core"
import * as Table from "../../paint/Table.ts"
import * as StatementView from "../../view/StatementView.ts"
import type { Language } from "../../words/Language.ts"

/** Returns a statement laid out as the official document prints it. */
export const statement = (
  filled: Statement.Statement,
  { title, language }: { readonly title: string; readonly language: Language },
): Document.DocumentTable => {
  const { columns, items } = StatementView.of(filled)
  return {
    _tag: "Table",
    title,
    head: [
      { text: "" },
      ...columns.map((column) => ({ text: StatementView.heading(column, language), isFigure: true })),
    ],
    rows: items.map((item) =>
      item._tag === "Heading" ? heading(item.text, item.level) : line(filled, item, columns),
    ),
  }
}

export const plain = (table: Table.Table): Document.DocumentTable => ({
  _tag: "Table",
  title: table.title,
  head: table.head.map((text, column) => ({ text, isFigure: Table.isAmount(table, column) })),
  rows: table.rows.map((row) => ({
    cells: row.map((cell, column) => ({
      text: Table.shown(cell),
      // A slash means that there is no figure.
      isFigure: typeof cell !== "string" || (cell === "/" && Table.isAmount(table, column)),
    })),
    level: 0,
    isHeading: false,
    isStrong: false,
  })),
})

/** Returns a row over all columns. */
const heading = (text: string, level: number): Document.DocumentRow => ({
  cells: [{ text }],
  level,
  isHeading: true,
  isStrong: true,
})

const line = (
  { form, decimals }: Statement.Statement,
  item: StatementView.StatementLine,
  columns: ReadonlyArray<StatementView.StatementColumn>,
): Document.DocumentRow => ({
  cells: [
    { text: `${item.marker === "" ? "" : `${item.marker} `}${item.label}` },
    ...item.cells.map(
      (cell, at): Document.DocumentCell =>
        cell === undefined
          ? { text: "" }
          : {
              text: Money.print(cell.printed, "be", decimals),
              isFigure: true,
              address: {
                form,
                row: Address.format({
                  ...item,
                  code: item.code === "" ? (columns[at]?.code ?? "") : item.code,
                }),
                year: cell.year,
              },
            },
    ),
  ],
  level: item.level,
  isHeading: false,
  isStrong: StatementView.isMain(item),
})
