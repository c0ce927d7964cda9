/**
 * Indexation (indexering): later years follow from the unrounded estimate of a base year, by a fixed rate or an index series.
 *
 * The rule posts the amount due less the estimate of the year, so that indexing twice changes nothing.
 *
 * ```ts
 * const rule = { _tag: "FixedRate", percent: "2", baseYear: 2026 } as const
 * const index = Indexation.apply({ rule, lines: { accounts: ["614"] } })
 * Result.getOrThrow(index(state)).map(({ _tag }) => _tag) // => ["EstimatesIndexed"]
 * Indexation.selects({ accounts: ["614"] }, rent) // => true
 * Indexation.select(plan, balances, { accounts: ["614"] }, 2026).length // => 1
 * Indexation.due(rule, Money.from("200.00"), 2028) // => { year: 2028, times: 2, due: "208.08" }
 * const series = { _tag: "IndexSeries", series: "Gezondheid", baseMonth: "2025-12", baseYear: 2026, values: {} } as const
 * Indexation.checkSeries(series, [2027]).map(({ _tag }) => _tag) // => ["IndexGap"]
 * ```
 */

import type { IndexedLine, IndexedYear, IndexRule, Reason } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import { type BudgetLine, type Direction, format, lineOf } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"
import { checkRunning, checkYear, type Decision, unless, withPlan } from "./Decision.ts"
import { lineKey, type Plan } from "./Plan.ts"

/** Conditions on the lines to index; all must be met. Accounts are prefixes. */
export interface LineSelection {
  readonly direction?: Direction
  readonly accounts?: ReadonlyArray<string>
  readonly policyItems?: ReadonlyArray<string>
  readonly actions?: ReadonlyArray<string>
  readonly sectors?: ReadonlyArray<string>
}

/** An indexation: its rule, its lines and its last year (by default the last year of the plan). */
export interface Indexation {
  readonly rule: IndexRule
  readonly lines: LineSelection
  readonly until?: Year
  readonly reason?: Reason
}

/**
 * Indexes the selected lines in every year after the base year. Refused when the series has a gap, a year is closed, no
 * line is selected, or an amount exceeds the limit.
 */
export const apply = ({ rule, lines, until, reason }: Indexation): Decision =>
  withPlan((plan, { balances }) => {
    const last = until ?? plan.years.last
    const years = yearsOf({ first: rule.baseYear + 1, last: Math.max(rule.baseYear + 1, last) })
    const now = balances()
    const selected = select(plan, now, lines, rule.baseYear)
    const refusals: ReadonlyArray<Refusal> = [
      ...(last > rule.baseYear
        ? years.flatMap((year) => checkYear(plan, year))
        : [{ _tag: "BaseYearNotBefore", baseYear: rule.baseYear, year: last } as const]),
      ...checkSeries(rule, years),
      ...(selected.length === 0 ? [{ _tag: "NothingSelected" } as const] : []),
      ...selected.flatMap((line) => checkRunning(plan, line, years)),
    ]
    // The amounts can be computed only when nothing is refused.
    const dues = refusals.length > 0 ? [] : selected.map((line) => dueOn(now, rule, line, years))
    return unless([...refusals, ...dues.flatMap(checkLimit)], () => {
      const moved = dues
        .map((one) => indexed(rule, one))
        .filter((line) => line.years.some(({ amount }) => amount !== "0.00"))
      const why = reason === undefined ? {} : { reason }
      return moved.length === 0 ? [] : [{ _tag: "EstimatesIndexed", rule, lines: moved, ...why }]
    })
  })

/** Returns the selected lines with an estimate in the base year, in the order of their first posting. */
export const select = (
  plan: Plan,
  balances: Balances.Balances,
  selection: LineSelection,
  baseYear: Year,
): ReadonlyArray<BudgetLine> => {
  const lines = new Map<string, BudgetLine>()
  for (const { place, year } of Balances.list(balances)) {
    const line = place.phase === "estimate" && year === baseYear ? lineOf(place) : undefined
    if (line !== undefined && selects(selection, line) && !isOverhead(plan, line))
      lines.set(lineKey(line), line)
  }
  return [...lines.values()].filter(
    (line) => !Money.isZero(Balances.ofLine(balances, "estimate", line, baseYear)),
  )
}

/** Returns the amount due on a base in a year, with the index that gives it. */
export const due = (rule: IndexRule, base: Money.Money, year: Year): Omit<IndexedYear, "amount"> =>
  recorded(rule, year, grow(rule, base, year - rule.baseYear))

const recorded = (rule: IndexRule, year: Year, owed: Money.Money): Omit<IndexedYear, "amount"> => {
  const times = year - rule.baseYear
  if (rule._tag === "FixedRate") return { year, times, due: Money.format(owed) }
  const month = monthOf(rule.baseMonth, times)
  return { year, times, month, index: rule.values[month] ?? "", due: Money.format(owed) }
}

const grow = (rule: IndexRule, base: Money.Money, times: number): Money.Money => {
  if (rule._tag === "FixedRate") return Rate.compound(rule.percent, base, times)
  const indexOf = (month: string): string => rule.values[month] ?? ""
  return Rate.along({ from: indexOf(rule.baseMonth), to: indexOf(monthOf(rule.baseMonth, times)) }, base)
}

/** The amount due on a line and the change it makes, per year. */
interface LineDue {
  readonly line: BudgetLine
  readonly base: Money.Money
  readonly years: ReadonlyArray<{
    readonly year: Year
    readonly due: Money.Money
    readonly change: Money.Money
  }>
}

const dueOn = (
  balances: Balances.Balances,
  rule: IndexRule,
  line: BudgetLine,
  years: ReadonlyArray<Year>,
): LineDue => {
  const base = Balances.ofLine(balances, "estimate", line, rule.baseYear)
  return {
    line,
    base,
    years: years.map((year) => {
      const owed = grow(rule, base, year - rule.baseYear)
      return {
        year,
        due: owed,
        change: Money.subtract(owed, Balances.ofLine(balances, "estimate", line, year)),
      }
    }),
  }
}

const indexed = (rule: IndexRule, { line, base, years }: LineDue): IndexedLine => ({
  line,
  base: Money.format(base),
  years: years.map((owed) => ({ ...recorded(rule, owed.year, owed.due), amount: Money.format(owed.change) })),
})

/** Refuses years in which the base, the amount due or the change exceeds the limit. */
const checkLimit = ({ line, base, years }: LineDue): ReadonlyArray<Refusal> =>
  years
    .filter((owed) =>
      [base, owed.due, owed.change].some((amount) => amount > Money.limit || amount < -Money.limit),
    )
    .map(({ year }) => ({ _tag: "AmountOverflow", place: format(line), year }) as const)

/** Returns whether a line meets a selection. */
export const selects = (selection: LineSelection, line: BudgetLine): boolean =>
  (selection.direction === undefined || selection.direction === line.direction) &&
  (selection.accounts === undefined ||
    selection.accounts.some((prefix) => line.account.startsWith(prefix))) &&
  (selection.policyItems === undefined || selection.policyItems.includes(line.policyItem)) &&
  (selection.actions === undefined || selection.actions.includes(line.action ?? "")) &&
  (selection.sectors === undefined || selection.sectors.includes(line.sector ?? ""))

// The lines of the overhead rule are updated by that rule.
const isOverhead = ({ overhead }: Plan, line: BudgetLine): boolean =>
  overhead !== undefined &&
  (line.action === overhead.target
    ? line.account === overhead.creditAccount
    : line.account === overhead.chargeAccount)

/** Checks that a series has a positive index for the base year and for each of some years. */
export const checkSeries = (
  rule: IndexRule,
  years: ReadonlyArray<Year>,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "IndexGap" | "IndexNotPositive" }>> => {
  if (rule._tag === "FixedRate") return []
  const { series, values, baseMonth, baseYear } = rule
  const months = [baseMonth, ...years.map((year) => monthOf(baseMonth, year - baseYear))]
  const missing = months.filter((month) => values[month] === undefined)
  return [
    ...(missing.length === 0 ? [] : [{ _tag: "IndexGap", series, missing } as const]),
    ...Object.entries(values)
      .filter(([, value]) => value.startsWith("-") || /^0(?:\.0*)?$/.test(value))
      .map(([month, value]) => ({ _tag: "IndexNotPositive", series, month, value }) as const),
  ]
}

const monthOf = (base: string, years: number): string => `${Number(base.slice(0, 4)) + years}${base.slice(4)}`
