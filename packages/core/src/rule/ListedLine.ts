/** The lines of a list: rows of one line added up, and the years and lines that the list covers. */
import type { Amounts } from "../event/BudgetEvent.ts"
import { type BudgetLine, estimated, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import { within, type Year } from "../value/Year.ts"
import type { Plan } from "./Plan.ts"

/** A row of a new list: a line with its amounts. A year without an amount is zero. */
export interface ListedRow {
  readonly line: BudgetLine
  readonly amounts: Amounts
  readonly description?: string
}

/** The properties by which a list may be narrowed: only lines and years that its rows name are then compared. */
export const narrowings = ["actions", "years", "accounts"] as const

/** See {@link narrowings}. */
export type Narrowing = (typeof narrowings)[number]

/** The scope of a list: the years of its columns, and what narrows it. Without a narrowing, a line that is not listed is gone. */
export interface ListScope {
  readonly years: ReadonlyArray<Year>
  readonly narrowed: ReadonlyArray<Narrowing>
}

/** The rows of one line, added up. */
export interface ListedLine {
  readonly line: BudgetLine
  readonly rows: ReadonlyArray<number>
  readonly years: ReadonlyMap<Year, Money.Money>
  readonly description: string | undefined
}

/** Adds up the rows of each line, by the key of the line. */
export const group = (rows: ReadonlyArray<ListedRow>): ReadonlyMap<string, ListedLine> => {
  const out = new Map<
    string,
    ListedLine & { readonly rows: Array<number>; readonly years: Map<Year, Money.Money> }
  >()
  rows.forEach(({ line, amounts, description }, index) => {
    const id = key(estimated(line))
    const known = out.get(id) ?? { line, rows: [], years: new Map<Year, Money.Money>(), description }
    out.set(id, known)
    known.rows.push(index)
    for (const [year, text] of Object.entries(amounts)) {
      const sum = known.years.get(Number(year)) ?? Money.zero
      known.years.set(Number(year), Money.add(sum, Money.from(text)))
    }
  })
  return out
}

/** Returns the years of the plan that a list covers, in order. */
export const comparedYears = (
  plan: Plan,
  rows: ReadonlyArray<ListedRow>,
  { years, narrowed }: ListScope,
): ReadonlyArray<Year> => {
  const named = new Set(rows.flatMap(({ amounts }) => Object.keys(amounts).map(Number)))
  return [...new Set(years)]
    .filter((year) => within(plan.years, year) && (!narrowed.includes("years") || named.has(year)))
    .sort((a, b) => a - b)
}

/** Returns whether a list covers a line. A row without an action names the lines without an action. */
export const naming = (
  rows: ReadonlyArray<ListedRow>,
  { narrowed }: ListScope,
): ((line: BudgetLine) => boolean) => {
  const actions = new Set(rows.map(({ line }) => line.action))
  const accounts = new Set(rows.map(({ line }) => line.account))
  return ({ action, account }) =>
    (!narrowed.includes("actions") || actions.has(action)) &&
    (!narrowed.includes("accounts") || accounts.has(account))
}
