/** The amounts that the reference model calculates forms from, and the shape of its formulas. */
import type { BudgetEvent } from "@grootboek/core"
import type { Decimal } from "decimal.js"
import * as Declared from "./Declared.ts"
import { Exact, type ReferencePlace } from "./Moves.ts"
import * as Sums from "./Sums.ts"

/** An estimate, a debt or a result with its section and row. */
export interface ReadAmount extends Declared.PlaceDimensions {
  readonly place: ReferencePlace
  readonly year: number
  readonly amount: Decimal
}

/** The amounts of a journal with what its plan declares. */
export interface Books {
  readonly declared: Declared.DeclaredLists
  readonly years: ReadonlyArray<number>
  /** The sum of the amounts of a year that pass a test. */
  readonly sum: (year: number, test: (read: ReadAmount) => boolean) => Decimal
}

/** The formula of a row; `printed` only where the printed figure is not the rounded exact figure. */
export interface RowFormula {
  readonly exact: (year: number) => Decimal
  readonly printed?: (year: number) => Decimal
}

/** The formulas of a form by row address. */
export type Rows = ReadonlyArray<readonly [string, RowFormula]>

export const of = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): Books => {
  const declared = Declared.of(events)
  const reads = [...Sums.of(events).values()]
    .filter(({ place }) => place.phase === "estimate" || place.phase === "debt")
    .map((sum): ReadAmount => ({ ...sum, ...Declared.reading(declared, sum.place) }))
  const byYear = new Map<number, Array<ReadAmount>>()
  for (const read of reads) byYear.set(read.year, [...(byYear.get(read.year) ?? []), read])
  return {
    declared,
    years: Array.from({ length: declared.last - declared.first + 1 }, (_, at) => declared.first + at),
    sum: (year, test) =>
      (byYear.get(year) ?? []).reduce(
        (total, read) => (test(read) ? total.add(read.amount) : total),
        new Exact(0),
      ),
  }
}

/** Whether an amount is an estimate in one of the three sections. */
export const counts = ({ place, section }: ReadAmount): boolean =>
  place.phase === "estimate" && section !== "result"
