/** A row of a preview: what is read from its cells, without reporting faults. */
import * as Direction from "../cell/Direction.ts"
import * as Row from "../cell/Row.ts"
import * as YearAmount from "../cell/YearAmount.ts"
import * as Layout from "../header/Layout.ts"

/** A row as it is read: the value of each field, and the amount of each year. */
export interface PreviewRow {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
  readonly amounts: Readonly<Record<string, string>>
}

export const of = (decoded: Row.DecodedRow): PreviewRow => {
  const row = { ...decoded, report: () => undefined, rounded: () => {} }
  const { fields, layout } = row.header
  const isAmount = (field: string): boolean => ["amount", "debit", "credit"].includes(field)
  const values: Record<string, string> = {}
  for (const { field } of layout.columns) {
    if (isAmount(field) || (!fields.has(field) && field !== "direction")) continue
    if (field === "direction") values[field] = Direction.known(row, field) ?? Row.value(row, field)
    else
      values[field] = Layout.dayFields.has(field)
        ? (Row.day(row, field) ?? Row.value(row, field))
        : Row.value(row, field)
  }
  const amounts = layout.hasYears
    ? YearAmount.byYear(YearAmount.all(row))
    : fields.has("amount") || fields.has("debit")
      ? { amount: YearAmount.of(row, "amount", 0)?.text ?? "" }
      : {}
  return { line: row.line, values, amounts }
}
