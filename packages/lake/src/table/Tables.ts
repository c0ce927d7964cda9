/** Every table of the lake, with its new rows. */
import { Ledger } from "@grootboek/core"
import * as Ancestors from "./Ancestors.ts"
import * as Appearances from "./Appearances.ts"
import * as Entries from "./Entries.ts"
import * as Indicators from "./Indicators.ts"
import type { LakeGrowth } from "./LakeGrowth.ts"
import type { ColumnType, LakeTable } from "./LakeTable.ts"
import * as Places from "./Places.ts"
import * as PlanYears from "./PlanYears.ts"
import * as Postings from "./Postings.ts"
import * as Readings from "./Readings.ts"

/** Returns the rows of every table that belong to the new entries. */
export const of = (growth: LakeGrowth): ReadonlyArray<LakeTable> => {
  const appearances = Appearances.of(growth.ledger)
  return [
    Postings.of(growth),
    Places.of(growth, appearances),
    Readings.of(growth, appearances),
    Ancestors.of(growth),
    Entries.of(growth),
    PlanYears.of(growth),
    Indicators.indicators(growth),
    Indicators.measurements(growth),
  ]
}

/** Returns the columns of each table with their types, in order. */
export const columns = (): ReadonlyMap<string, ReadonlyArray<readonly [column: string, type: ColumnType]>> =>
  new Map(
    of({ name: "", ledger: Ledger.empty(), after: 0, actors: [] }).map((table) => [
      table.name,
      Object.entries(table.columns).map(([column, { type }]) => [column, type] as const),
    ]),
  )
