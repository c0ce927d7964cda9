/**
 * The pivot table in which small boards keep their synthesis: an action, below it its receipts `O` and expenditure `U`
 * (negative), each label perhaps more than once, and an `Eindtotaal` that is checked.
 */
import { Money } from "@grootboek/core"
import type { Facts } from "../fault/Facts.ts"
import { plain } from "../header/Layout.ts"
import * as Numbers from "../cell/Numbers.ts"
import type { Cell } from "./Published.ts"
import type { Where } from "../text/Records.ts"

/** A row of a pivot, with its place. */
export interface PivotRow extends Where {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** A column that holds amounts. */
export interface PivotColumn {
  readonly header: string
  readonly index: number
  readonly year: number
}

/** Whether a header is that of a pivot. */
export const isPivot = (header: ReadonlyArray<string>): boolean => plain(header[0] ?? "") === "rijlabels"

/** Reads the rows of a pivot as the cells of a synthesis. */
export const read = (
  rows: ReadonlyArray<PivotRow>,
  columns: ReadonlyArray<PivotColumn>,
  numbers: Numbers.Known,
  tell: (facts: Facts, row: PivotRow, column?: string) => void,
): ReadonlyArray<Cell> => {
  const cells = new Map<string, Cell>()
  const sums = new Map<string, Sum>()
  let action: string | undefined
  for (const row of rows) {
    const label = (row.cells[0] ?? "").trim()
    const direction = label === "O" || label === "U" ? label : undefined
    const isTotal = plain(label) === "eindtotaal"
    const isReserve = plain(label).includes("reserve")
    if (direction !== undefined && action === undefined) {
      tell({ _tag: "RowOutOfPlace", value: label }, row)
      continue
    }
    if (direction === undefined) action = isTotal || isReserve ? undefined : codeOf(label)
    const code = isReserve ? "reserve" : `${isTotal ? "total" : action}/${direction ?? "net"}`
    for (const { header, index, year } of columns) {
      const text = (row.cells[index] ?? "").trim()
      const number = Numbers.read(text, numbers)
      if (number === undefined) continue
      if (!Numbers.isDigits(number)) {
        tell(number, row, header)
        continue
      }
      const signed = Numbers.rounded(number, 6)
      if (signed === undefined) {
        tell({ _tag: "AmountTooLarge", value: text }, row, header)
        continue
      }
      const amount = direction === "U" ? Money.negate(signed) : signed
      const known = cells.get(`${code} ${year}`)
      const decimals = Math.max(known?.decimals ?? 0, number.fraction.length)
      const at = known ?? { section: "", code, year, line: row.line, column: header.trim(), text }
      cells.set(`${code} ${year}`, {
        ...at,
        amount: Money.add(known?.amount ?? Money.zero, amount),
        decimals,
      })
      if (direction !== undefined) add(sums, `${action}/net ${year}`, signed)
      if (direction !== undefined) add(sums, `total/net ${year}`, signed)
    }
  }
  // Each printed figure is rounded by itself: a sum may be off by a cent for each of them, and no more.
  for (const [key, sum] of sums) {
    const printed = cells.get(key)
    const row = rows.find(({ line }) => line === printed?.line)
    if (printed === undefined || row === undefined) continue
    const difference = Money.subtract(printed.amount, sum.amount)
    const unit = Money.unit(Math.min(printed.decimals, 6))
    if ((difference < 0n ? -difference : difference) > BigInt(sum.count) * unit) {
      const facts = { printed: Money.format(printed.amount), computed: Money.format(sum.amount) }
      tell({ _tag: "TotalDiffers", ...facts }, row, printed.column)
    }
  }
  return [...cells.values()]
}

interface Sum {
  readonly amount: Money.Money
  readonly count: number
}

const add = (sums: Map<string, Sum>, key: string, amount: Money.Money): void => {
  const sum = sums.get(key) ?? { amount: Money.zero, count: 0 }
  sums.set(key, { amount: Money.add(sum.amount, amount), count: sum.count + 1 })
}

// `A10101 RCK`: a code with a digit in it comes before the name. `(leeg)` is what a pivot calls lines without an action.
const codeOf = (label: string): string => {
  const [first = ""] = label.split(/[\s:–]+/)
  return plain(label) === "(leeg)" ? "Zonder actie" : /\d/.test(first) ? first : label
}
