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
import type { Amounts, Change } from "../event/BudgetEvent.ts"
import type { Balances } from "../fold/Balances.ts"
import { type BudgetLine, type Direction, estimated, format, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { within, type Year } from "../value/Year.ts"
import { checkLine } from "./Decision.ts"
import * as OwnAmounts from "./OwnAmounts.ts"
import type { Plan } from "./Plan.ts"
import { linesOf } from "./Posted.ts"

/** A row of a new list: a line with its amounts. A year without an amount is zero. */
export interface ListedRow {
  readonly line: BudgetLine
  readonly amounts: Amounts
  readonly description?: string
}

/** What can narrow the scope of a list to what its rows name. */
export const narrowings = ["actions", "years", "accounts"] as const

/** See {@link narrowings}. */
export type Narrowing = (typeof narrowings)[number]

/** The scope of a list: the years of its columns, and what narrows it. Without a narrowing, a line that is not listed is gone. */
export interface ListScope {
  readonly years: ReadonlyArray<Year>
  readonly narrowed: ReadonlyArray<Narrowing>
}

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

/** A refusal of a row, by its index; without a row for a line that is gone. */
export interface RowRefusal {
  readonly row: number | undefined
  readonly refusal: Refusal
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

/** The rows of one line, added up. */
interface ListedLine {
  readonly line: BudgetLine
  readonly rows: ReadonlyArray<number>
  readonly years: ReadonlyMap<Year, Money.Money>
  readonly description: string | undefined
}

const group = (rows: ReadonlyArray<ListedRow>): ReadonlyMap<string, ListedLine> => {
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

const comparedYears = (
  plan: Plan,
  rows: ReadonlyArray<ListedRow>,
  { years, narrowed }: ListScope,
): ReadonlyArray<Year> => {
  const named = new Set(rows.flatMap(({ amounts }) => Object.keys(amounts).map(Number)))
  return [...new Set(years)]
    .filter((year) => within(plan.years, year) && (!narrowed.includes("years") || named.has(year)))
    .sort((a, b) => a - b)
}

// A row without an action names the lines without an action.
const naming = (rows: ReadonlyArray<ListedRow>, { narrowed }: ListScope): ((line: BudgetLine) => boolean) => {
  const actions = new Set(rows.map(({ line }) => line.action))
  const accounts = new Set(rows.map(({ line }) => line.account))
  return ({ action, account }) =>
    (!narrowed.includes("actions") || actions.has(action)) &&
    (!narrowed.includes("accounts") || accounts.has(account))
}

const checkRows = (plan: Plan, rows: ReadonlyArray<ListedRow>): ReadonlyArray<RowRefusal> =>
  rows.flatMap(({ line, amounts }, row) =>
    [
      ...checkLine(plan, line),
      ...Object.entries(amounts)
        .filter(([year, text]) => !within(plan.years, Number(year)) && !Money.isZero(Money.from(text)))
        .map(([year]) => ({ _tag: "YearOutsidePlan", year: Number(year), years: plan.years }) as const),
    ].map((refusal) => ({ row, refusal })),
  )

const checkRules = (
  plan: Plan,
  own: ReadonlyMap<string, OwnAmounts.OwnLine>,
  listed: ReadonlyMap<string, ListedLine>,
): ReadonlyArray<RowRefusal> => {
  const targets = new Map<string, string>()
  for (const charged of plan.charged.values())
    if (!Money.isZero(charged.amount))
      for (const line of linesOf(charged)) targets.set(key(estimated(line)), charged.rule.target)
  return [...targets].flatMap(([id, target]): ReadonlyArray<RowRefusal> => {
    const one = listed.get(id)
    if (one === undefined || !OwnAmounts.isEmpty(own.get(id))) return []
    if ([...one.years.values()].every(Money.isZero)) return []
    return one.rows.map((row) => ({
      row,
      refusal: { _tag: "PostedByRule", place: format(one.line), target },
    }))
  })
}

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
