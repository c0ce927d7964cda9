/** The comparisons of one law: how many were made, and where they failed. */
import type { Columns } from "../fold/Columns.ts"
import * as Address from "../form/Address.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import type { Plan } from "../rule/Plan.ts"
import { format as formatPlace, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Section } from "../value/Section.ts"
import type { Year } from "../value/Year.ts"

/** The ledger, the plan and the position that a law is checked at. */
export interface CheckedLedger {
  readonly ledger: Ledger.Ledger
  readonly plan: Plan
  readonly at: number
}

/** What a comparison is about: a cell or balance by its name, which is the same in every language, or a group of a year. */
export type Compared =
  | { readonly _tag: "Named"; readonly name: string }
  | { readonly _tag: "Action"; readonly action: string | undefined; readonly year: Year }
  | { readonly _tag: "Section"; readonly section: Section | undefined; readonly year: Year }

/** A cell, balance or entry for which a law does not hold, with the difference. */
export interface LawBreach {
  /** The entry, or the position that was checked. */
  readonly position: number
  readonly what: Compared
  readonly difference: Money.Money
}

/** Counts comparisons and collects breaches. */
export class Comparisons {
  count = 0
  readonly breaches: Array<LawBreach> = []

  /** Compares two amounts exactly. */
  equal(
    found: bigint,
    expected: bigint,
    where: { readonly position: number; readonly what: () => string },
  ): void {
    this.count += 1
    if (found !== expected) this.fail(where.position, { _tag: "Named", name: where.what() }, found - expected)
  }

  /** Adds a breach. The difference is in micro-euro. */
  fail(position: number, what: Compared, difference: bigint): void {
    this.breaches.push({ position, what, difference: Money.ofMicros(difference) })
  }
}

/** Checks a law, and adds its comparisons and breaches. */
export type CheckLaw = (checked: CheckedLedger, comparisons: Comparisons) => void

/** Returns the name of a balance in a comparison: its place and year. */
export const nameOfSlot = ({ places, cellPlaces, cellYears }: Columns, slot: number): string =>
  `${formatPlace(places[cellPlaces[slot] as number] as Place)} ${cellYears[slot]}`

/** Returns the name of a cell of a form in a comparison. */
export const nameOfCell = (form: string, row: Parameters<typeof Address.format>[0], year: Year): string =>
  `${form} ${Address.format(row)} ${year}`
