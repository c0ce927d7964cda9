/** The budget lines of a file by the cells that state them: a large file repeats its lines. */
import type { BudgetLine } from "@grootboek/core"
import type * as Row from "../cell/Row.ts"
import type { Header } from "../header/Header.ts"
import { lineOf } from "./RowInterpreter.ts"

/** Returns the line of a row, `undefined` when one of its codes has a problem. Equal cells give one frozen object. */
export type LineReader = (row: Row.DecodedRow) => BudgetLine.BudgetLine | undefined

export const start = (): LineReader => {
  const known = new Map<string, BudgetLine.BudgetLine>()
  let header: Header | undefined
  let columns: ReadonlyArray<number> | undefined
  return (row) => {
    if (row.header !== header) {
      header = row.header
      columns = columnsOf(header)
      known.clear()
    }
    if (columns === undefined) return lineOf(row)
    // No code contains this separator: a cell with one gives a key that no known line has.
    let key = ""
    for (let at = 0; at < columns.length; at++) key += `\u001f${row.cells[columns[at] as number] ?? ""}`
    const found = known.get(key)
    if (found !== undefined) return found
    const line = lineOf(row)
    if (line === undefined) return undefined
    if (known.size === most) known.clear()
    known.set(key, Object.freeze(line))
    return line
  }
}

/** Returns the columns that state a line; `undefined` when its direction follows from amounts. */
const columnsOf = ({ fields }: Header): ReadonlyArray<number> | undefined =>
  fields.has("direction") || !fields.has("debit")
    ? lineFields.flatMap((field) => fields.get(field) ?? [])
    : undefined

const lineFields = ["direction", "key", "account", "policyItem", "action", "sector", "envelope"]

/** The largest number of lines that are kept: some megabytes. */
const most = 1 << 14
