/** The rows that identities need and that were not printed. */
import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import type * as Identity from "../form/Identity.ts"
import type * as Published from "./Published.ts"

/** A row that was not printed, and the number of identities that could not be checked without it. */
export interface MissingRow {
  readonly form: FormId
  readonly row: string
  readonly years: ReadonlyArray<number>
  readonly identities: number
}

/** A row that was not printed, while its years and identities are counted. */
export interface MissingEntry {
  readonly form: FormId
  readonly row: string
  readonly years: Set<number>
  identities: number
}

/** Counts the rows of cells that were not printed in `missing`; rows that a form need not print are left out. */
export const noteMissing = (
  tables: ReadonlyArray<Published.LaidTable>,
  gaps: ReadonlyArray<Identity.CellIndex>,
  missing: Map<string, MissingEntry>,
): void => {
  for (const { table, row, year } of gaps) {
    const laid = tables[table]
    const place = laid?.layout.rows[row]
    if (laid === undefined || place === undefined || (place.optional && place.group === "")) continue
    const entry = missing.get(`${table} ${row}`) ?? {
      form: laid.form,
      row: Address.format(place),
      years: new Set(),
      identities: 0,
    }
    entry.years.add(laid.years[year] ?? 0)
    entry.identities += 1
    missing.set(`${table} ${row}`, entry)
  }
}
