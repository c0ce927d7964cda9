/**
 * The pivot table of a synthesis, as small authorities publish it: an action, below it its receipts `O` and expenditure
 * `U` (negative), each label perhaps more than once, and an `Eindtotaal` that is checked.
 */
import { Money } from "@grootboek/core"
import type { Problem } from "../fault/Fault.ts"
import { plain } from "../header/Layout.ts"
import type { FileNumbers } from "../text/Dialect.ts"
import * as PrintedCell from "./PrintedCell.ts"
import * as PublishedLayout from "./PublishedLayout.ts"
import type { PublishedRow } from "./PublishedRow.ts"

export const isPivot = (header: ReadonlyArray<string>): boolean => plain(header[0] ?? "") === "rijlabels"

export const read = (
  { cells: header, ...position }: PublishedRow,
  rows: ReadonlyArray<PublishedRow>,
  numbers: FileNumbers,
  report: (problem: Problem, row: PublishedRow, column?: string) => void,
): ReadonlyArray<PrintedCell.PrintedCell> => {
  const twice = yearTwice(header)
  if (twice !== undefined) {
    report(twice, { cells: header, ...position })
    return []
  }
  const cells = new Map<string, PrintedCell.PrintedCell>()
  const sums = new Map<string, Sum>()
  let action: string | undefined
  for (const row of rows) {
    const label = (row.cells[0] ?? "").trim()
    const direction = label === "O" || label === "U" ? label : undefined
    const isTotal = plain(label) === "eindtotaal"
    const isReserve = plain(label).includes("reserve")
    if (direction !== undefined && action === undefined) {
      report({ _tag: "RowOutOfPlace", value: label }, row)
      continue
    }
    if (direction === undefined) action = isTotal || isReserve ? undefined : codeOf(label)
    const code = isReserve ? "reserve" : `${isTotal ? "total" : action}/${direction ?? "net"}`
    for (const index of PublishedLayout.amountColumns(header)) {
      const column = header[index] ?? ""
      const year = PublishedLayout.yearOf(column) ?? 0
      const text = (row.cells[index] ?? "").trim()
      const printed = PrintedCell.parse(text, numbers)
      if (printed === undefined) continue
      if ("_tag" in printed) {
        report(printed, row, column)
        continue
      }
      const known = cells.get(`${code} ${year}`)
      const amount = direction === "U" ? Money.negate(printed.amount) : printed.amount
      cells.set(`${code} ${year}`, {
        ...(known ?? { section: "", code, year, line: row.line, column: column.trim() }),
        text: known === undefined ? text : `${known.text} + ${text}`,
        amount: Money.add(known?.amount ?? Money.zero, amount),
        decimals: Math.max(known?.decimals ?? 0, printed.decimals),
      })
      if (direction !== undefined) add(sums, `${action}/net ${year}`, printed.amount)
      if (direction !== undefined) add(sums, `total/net ${year}`, printed.amount)
    }
  }
  // Each figure is rounded separately, so a sum may be off by one unit of its last decimal for each of them.
  for (const [key, sum] of sums) {
    const printed = cells.get(key)
    const row = rows.find(({ line }) => line === printed?.line)
    if (printed === undefined || row === undefined) continue
    const difference = Money.subtract(printed.amount, sum.amount)
    const allowed = BigInt(sum.count) * Money.unit(Math.min(printed.decimals, 6))
    if (difference > allowed || difference < -allowed) {
      const totals = { printed: Money.format(printed.amount), computed: Money.format(sum.amount) }
      report({ _tag: "TotalDiffers", ...totals }, row, printed.column)
    }
  }
  return [...cells.values()]
}

/** Returns the problem of two columns of one year, whose amounts must not be added. */
const yearTwice = (header: ReadonlyArray<string>): Problem | undefined => {
  const seen = new Map<number, number>()
  for (const index of PublishedLayout.amountColumns(header)) {
    const year = PublishedLayout.yearOf(header[index] ?? "") ?? 0
    const first = seen.get(year)
    const names = { header: header[first ?? 0]?.trim() ?? "", other: header[index]?.trim() ?? "" }
    if (first !== undefined)
      return { _tag: "DuplicatedHeader", ...names, first: first + 1, second: index + 1, isPublished: true }
    seen.set(year, index)
  }
  return undefined
}

interface Sum {
  readonly amount: Money.Money
  readonly count: number
}

const add = (sums: Map<string, Sum>, key: string, amount: Money.Money): void => {
  const sum = sums.get(key) ?? { amount: Money.zero, count: 0 }
  sums.set(key, { amount: Money.add(sum.amount, amount), count: sum.count + 1 })
}

// `A10101 RCK`: a code with a digit precedes the name. A pivot calls lines without an action `(leeg)`.
const codeOf = (label: string): string => {
  const [first = ""] = label.split(/[\s:–]+/)
  return plain(label) === "(leeg)" ? "Zonder actie" : /\d/.test(first) ? first : label
}
