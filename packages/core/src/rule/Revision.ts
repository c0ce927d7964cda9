/**
 * The revision of a plan by a new list of its lines: what people posted is compared with the list, and the differences are
 * the changes to post.
 *
 * A file of a user holds the new state, and an event holds a change. Postings of rules are not compared: the rules are
 * applied again after the changes.
 *
 * ```ts
 * const rows = [{ line: rent, amounts: { 2026: "300.00" } }]
 * const scope = { years: [2026], narrowed: [Revision.narrowings[2]] }
 * const { lines } = Result.getOrThrow(Revision.of(plan, balances, { rows, scope }))
 * lines.map(({ fate }) => fate) // => ["changed"]
 * lines[0] && Revision.change(lines[0]).amounts // => { 2026: "100.00" }
 * ```
 */
import * as Result from "effect/Result"
import type { Change } from "../event/BudgetEvent.ts"
import type { Balances } from "../fold/Balances.ts"
import { type BudgetLine, type Direction, estimated, format, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"
import {
  comparedYears,
  group,
  type ListedLine,
  type ListedRow,
  type ListScope,
  naming,
} from "./ListedLine.ts"
import * as OwnAmounts from "./OwnAmounts.ts"
import type { Plan } from "./Plan.ts"
import { checkRows, checkRules, type RowRefusal } from "./RevisionCheck.ts"

export { type ListedRow, type ListScope, type Narrowing, narrowings } from "./ListedLine.ts"
export type { RowRefusal } from "./RevisionCheck.ts"

/** An amount before and after the revision. */
export interface RevisedYear {
  readonly year: Year
  readonly old: Money.Money
  readonly new: Money.Money
}

/** A line that changes, with the years in which it does, and the indexes of its rows in the list. */
export interface RevisedLine {
  readonly line: BudgetLine
  readonly fate: "new" | "changed" | "gone"
  readonly description: string | undefined
  readonly rows: ReadonlyArray<number>
  readonly years: ReadonlyArray<RevisedYear>
}

/** The sum of all compared lines of a direction in a year, before and after. */
export interface RevisedTotal extends RevisedYear {
  readonly direction: Direction
}

/** The lines that change, in the order of the list, and then those that are gone. */
export interface Revision {
  /** The compared years. */
  readonly years: ReadonlyArray<Year>
  readonly lines: ReadonlyArray<RevisedLine>
  readonly totals: ReadonlyArray<RevisedTotal>
}

/**
 * Compares a list with what people posted. Refused are unknown codes, years outside the plan, closed years that differ,
 * and rows on a line that only a rule posts.
 */
export const of = (
  plan: Plan,
  balances: Balances,
  { rows, scope }: { readonly rows: ReadonlyArray<ListedRow>; readonly scope: ListScope },
): Result.Result<Revision, ReadonlyArray<RowRefusal>> => {
  const own = OwnAmounts.of(plan, balances)
  const years = comparedYears(plan, rows, scope)
  const listed = group(rows)
  const isNamed = naming(rows, scope)
  const refusals: Array<RowRefusal> = [...checkRows(plan, rows), ...checkRules(plan, own, listed)]
  const all: ReadonlyArray<ListedLine> = [
    ...listed.values(),
    ...[...own]
      .filter(([id, { line }]) => !listed.has(id) && isNamed(line))
      .map(([, { line }]) => ({ line, rows: [], years: new Map(), description: undefined })),
  ]
  const lines = all.flatMap((one): ReadonlyArray<RevisedLine> => {
    const before = own.get(key(estimated(one.line)))
    const revised = years
      .map((year) => ({ year, old: OwnAmounts.at(before, year), new: one.years.get(year) ?? Money.zero }))
      .filter((amounts) => amounts.old !== amounts.new)
    refusals.push(...checkYears(plan, one.line, revised).map((refusal) => ({ row: one.rows[0], refusal })))
    const { line, description } = one
    const fate = one.rows.length === 0 ? "gone" : OwnAmounts.isEmpty(before) ? "new" : "changed"
    return revised.length === 0 ? [] : [{ line, fate, description, rows: one.rows, years: revised }]
  })
  return refusals.length === 0
    ? Result.succeed({ years, lines, totals: totalsOf(all, own, years) })
    : Result.fail(refusals)
}

/** Returns the change of a line as an event holds it. */
export const change = ({ line, description, years }: RevisedLine): Omit<Change, "reason" | "row"> => ({
  line,
  amounts: Object.fromEntries(
    years.map((one) => [String(one.year), Money.format(Money.subtract(one.new, one.old))]),
  ),
  ...(description === undefined ? {} : { description }),
})

const totalsOf = (
  all: ReadonlyArray<ListedLine>,
  own: ReadonlyMap<string, OwnAmounts.OwnLine>,
  years: ReadonlyArray<Year>,
): ReadonlyArray<RevisedTotal> =>
  (["O", "U"] as const).flatMap((direction) => {
    const lines = all.filter(({ line }) => line.direction === direction)
    return years.map((year) => ({
      direction,
      year,
      old: Money.sum(lines.map(({ line }) => OwnAmounts.at(own.get(key(estimated(line))), year))),
      new: Money.sum(lines.map((one) => one.years.get(year) ?? Money.zero)),
    }))
  })

const checkYears = (
  { closed }: Plan,
  line: BudgetLine,
  years: ReadonlyArray<RevisedYear>,
): ReadonlyArray<Refusal> =>
  years.flatMap((one): ReadonlyArray<Refusal> => {
    const place = format(line)
    if (closed.has(one.year)) {
      const [recorded, listed] = [Money.format(one.old), Money.format(one.new)]
      return [{ _tag: "ClosedYearDiffers", place, year: one.year, recorded, listed }]
    }
    const change = Money.subtract(one.new, one.old)
    const isTooLarge = [one.new, change].some((amount) => amount > Money.limit || amount < -Money.limit)
    return isTooLarge ? [{ _tag: "AmountOverflow", place, year: one.year }] : []
  })
