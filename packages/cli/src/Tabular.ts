/** Tables of the command line as text or JSON: amounts to the right in cents, as Belgians write them, or exact. */
import { Money } from "@grootboek/core"
import { Figure } from "@grootboek/report"
import type { Cell, Table } from "./Overview.ts"

/** Tables as a person reads them. */
export const text = (tables: ReadonlyArray<Table>): string =>
  tables.map(({ title, head, rows }) => `${title}\n\n${aligned([head, ...rows])}`).join("\n\n")

/** Tables as a program reads them: amounts are exact decimal texts. */
export const json = (tables: ReadonlyArray<Table>) => ({
  tables: tables.map(({ title, head, rows }) => ({
    title,
    head,
    rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : Money.format(cell)))),
  })),
})

const aligned = (rows: ReadonlyArray<ReadonlyArray<Cell>>): string => {
  const shown = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : Figure.belgian(Money.round(cell, 2), 2))),
  )
  const isAmount = (column: number) => rows.some((row) => typeof row[column] === "bigint")
  const width = (column: number) => Math.max(...shown.map((row) => (row[column] ?? "").length))
  return shown
    .map((row) =>
      row
        .map((cell, column) => (isAmount(column) ? cell.padStart(width(column)) : cell.padEnd(width(column))))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}
