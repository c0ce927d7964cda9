/** The direction of a row: by a word, by a compound key, or by the column that holds the amount. */
import type { BudgetLine } from "@grootboek/core"
import * as Row from "./Row.ts"
import * as Sides from "./Sides.ts"

/** Returns the direction: uitgave or ontvangst. */
export const of = (row: Row.DecodedRow, field: string): BudgetLine.Direction | undefined => {
  const { fields } = row.header
  const hasColumn = fields.has(field)
  if (!hasColumn && fields.has("debit") && fields.has("credit")) return side(row)
  const text = hasColumn ? Row.value(row, field) : (Row.value(row, "key").split("/").at(-1)?.trim() ?? "")
  const found = parse(text)
  if (found !== undefined) return found
  const from = hasColumn ? field : "key"
  return text === "" ? Row.empty(row, from) : Row.unfit(row, from, { _tag: "UnknownDirection", value: text })
}

/** Returns the direction of a row without reporting a problem. */
export const known = (row: Row.DecodedRow, field: string): BudgetLine.Direction | undefined =>
  of({ ...row, report: () => undefined }, field)

const side = (row: Row.DecodedRow): BudgetLine.Direction | undefined => {
  const found = Sides.direction(Row.value(row, "debit"), Row.value(row, "credit"))
  if (found === "none") return Row.empty(row, "debit")
  return found === "both" ? row.report({ _tag: "BothSides" }, Row.columnOf(row, "debit")) : found
}

/** Parses a word for a direction, in any case; `undefined` for another text. */
export const parse = (text: string): BudgetLine.Direction | undefined => directions.get(text.toLowerCase())

const directions: ReadonlyMap<string, BudgetLine.Direction> = new Map([
  ["u", "U"],
  ["o", "O"],
  ["uitgave", "U"],
  ["uitgaven", "U"],
  ["ontvangst", "O"],
  ["ontvangsten", "O"],
])
