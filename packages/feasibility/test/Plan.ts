/** The published tables of the W13 plan, as the local authority printed them. */
import { readFileSync } from "node:fs"
import { type FormId, Money } from "@grootboek/core"
import type { Published } from "@grootboek/core/answer"
import { parse } from "csv-parse/sync"

const folder = new URL("../../../examples/w13/data/published/", import.meta.url)

const rowsOf = (name: string): ReadonlyArray<Readonly<Record<string, string>>> =>
  parse(readFileSync(new URL(`${name}.csv`, folder)), { columns: true, bom: true })

type Address = (row: Readonly<Record<string, string>>, column: string) => readonly [string, string]

const direction = (word = ""): string => (word.startsWith("U") ? "U" : "O")

const addresses: Readonly<Partial<Record<FormId, Address>>> = {
  M1: (row) => [row.group ?? "", direction(row.direction)],
  M2: (row) => [row.section ?? "", row.code ?? ""],
  M3: (row, column) => [row.row ?? "", direction(column)],
  T1: (row) => [row.group ?? "", direction(row.direction)],
  T2: (row) => [row.section ?? "", row.code ?? ""],
  T3: (row) => ["", row.code ?? ""],
  goals: (row) => [row.section ?? "", `${row.code}/${direction(row.direction)}`],
  synthesis: (row) => [
    "",
    row.action !== "" ? `${row.action}/${row.row}` : row.row === "net" ? "total/net" : "reserve",
  ],
}

/** Returns a published table. The sign of expenditure in the synthesis, printed negative, is reversed. */
export const table = (form: FormId): Published.PublishedTable => {
  const name = { goals: "goals-amounts", synthesis: "synthese" }[form as string] ?? form
  return {
    form,
    file: `${name}.csv`,
    cells: rowsOf(name).flatMap((row, index) =>
      Object.entries(row).flatMap(([column, text]) => {
        const year = /(\d{4})$/.exec(column)?.[1]
        if (year === undefined || text === "") return []
        const [section, code] = addresses[form]?.(row, column) ?? ["", ""]
        const amount = Money.from(text)
        const turned = form === "synthesis" && code.endsWith("/U")
        return [
          {
            section,
            code,
            year: Number(year),
            amount: turned ? Money.negate(amount) : amount,
            line: index + 2,
            column,
          },
        ]
      }),
    ),
  }
}
