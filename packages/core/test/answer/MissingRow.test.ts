/** The rows that identities need and that were not printed are counted by row. */
import { expect, test } from "vitest"
import * as MissingRow from "../../src/answer/MissingRow.ts"
import type { LaidTable } from "../../src/answer/Published.ts"
import * as Structure from "../../src/event/Structure.ts"
import { type FormId, forms } from "../../src/form/bbc3/index.ts"
import * as Layout from "../../src/form/Layout.ts"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, declarations)
const years = [2026, 2027]
const laid = (form: FormId): LaidTable => {
  const layout = Layout.of(forms[form], structure)
  return { form, layout, years, figures: layout.rows.map(() => years.map(() => undefined)) }
}
const tables = [laid("M2"), laid("T2"), laid("M1")]

/** Returns what is noted of gaps: table, row and index of the year. */
const noted = (...gaps: ReadonlyArray<readonly [table: number, row: number, year: number]>) => {
  const missing = new Map<string, MissingRow.MissingEntry>()
  const cells = gaps.map(([table, row, year]) => ({ table, row, year }))
  MissingRow.noteMissing(tables, cells, missing)
  return [...missing.values()].map(
    ({ form, row, years, identities }) => `${form} ${row} ${[...years].join(",")} ${identities}`,
  )
}

/** Returns the index of a row of a table that passes a test. */
const rowOf = (table: number, isWanted: (row: Layout.LayoutRow) => boolean): number =>
  tables[table]?.layout.rows.findIndex(isWanted) ?? -1

test("noteMissing: counts the identities and years of each row of each table", () => {
  expect(noted([0, 0, 0], [0, 0, 1], [0, 0, 1], [0, 1, 0], [1, 0, 1])).toEqual([
    "M2 Budgettair resultaat/I 2026,2027 3",
    "M2 Budgettair resultaat/I.a 2026 1",
    "T2 EXPLOITATIE/I 2027 1",
  ])
})

test("noteMissing: leaves out rows and tables that do not exist, and rows that need not be printed", () => {
  expect(noted([3, 0, 0], [0, 1_000, 0])).toEqual([])
  const split = rowOf(0, ({ shown }) => shown === "split")
  const optional = rowOf(0, (row) => row.optional === true && row.shown === undefined)
  expect([split, optional].map((row) => tables[0]?.layout.rows[row]?.code)).toEqual(["VI.A", "VI.B"])
  expect(noted([0, split, 0], [0, optional, 0])).toEqual([])
})

test("noteMissing: counts rows of groups, which are printed with their group", () => {
  expect(noted([2, 0, 0], [2, 0, 1])).toEqual(["M1 Dienstverlening/U 2026,2027 2"])
})
