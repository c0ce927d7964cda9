/**
 * Indexation (indexering): the estimates of a base year carried to later years, by a fixed rate or along an index
 * series, always from the unrounded base.
 *
 * It posts what is due less what stands there, so that indexing twice changes nothing.
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

/** Which lines to index: conditions that must all hold; accounts by prefix. */
export interface Selection {
  readonly direction?: Direction
  readonly accounts?: ReadonlyArray<string>
  readonly policyItems?: ReadonlyArray<string>
  readonly actions?: ReadonlyArray<string>
  readonly sectors?: ReadonlyArray<string>
}

/** What is asked: a rule, the lines, and until which year (the last of the plan when left out). */
export interface Asked {
  readonly rule: IndexRule
  readonly lines: Selection
  readonly until?: Year
  readonly reason?: Reason
}

/**
 * Indexes the selected lines in every year after the base year. Refused on a gap in the series, a closed year, when no line
 * is selected, or when what is due is more than an amount can be.
 */
export const apply = ({ rule, lines, until, reason }: Asked): Decision =>
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
    // What is due is known only for what can be indexed.
    const owing = refusals.length > 0 ? [] : selected.map((line) => owingOn(now, rule, line, years))
    return unless([...refusals, ...owing.flatMap(checkRoom)], () => {
      const moved = owing
        .map((one) => indexed(rule, one))
        .filter((line) => line.years.some(({ amount }) => amount !== "0.00"))
      const why = reason === undefined ? {} : { reason }
      return moved.length === 0 ? [] : [{ _tag: "EstimatesIndexed", rule, lines: moved, ...why }]
    })
  })

/** The lines that a selection takes: those with an estimate in the base year, in the order in which they first appeared. */
export const select = (
  plan: Plan,
  balances: Balances.Balances,
  selection: Selection,
  baseYear: Year,
): ReadonlyArray<BudgetLine> => {
  const lines = new Map<string, BudgetLine>()
  for (const { place, year } of Balances.list(balances)) {
    const line = place.phase === "estimate" && year === baseYear ? lineOf(place) : undefined
    if (line !== undefined && takes(selection, line) && !isOverhead(plan, line))
      lines.set(lineKey(line), line)
  }
  return [...lines.values()].filter(
    (line) => !Money.isZero(Balances.ofLine(balances, "estimate", line, baseYear)),
  )
}

/** What is due on a base in a year, with the index it took. */
export const due = (rule: IndexRule, base: Money.Money, year: Year): Omit<IndexedYear, "amount"> =>
  told(rule, year, grow(rule, base, year - rule.baseYear))

/** What is due in a year, as an event tells it. */
const told = (rule: IndexRule, year: Year, owed: Money.Money): Omit<IndexedYear, "amount"> => {
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

/** What is due on a line, and what that changes, year by year. */
interface Owing {
  readonly line: BudgetLine
  readonly base: Money.Money
  readonly years: ReadonlyArray<{
    readonly year: Year
    readonly due: Money.Money
    readonly change: Money.Money
  }>
}

const owingOn = (
  balances: Balances.Balances,
  rule: IndexRule,
  line: BudgetLine,
  years: ReadonlyArray<Year>,
): Owing => {
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

const indexed = (rule: IndexRule, { line, base, years }: Owing): IndexedLine => ({
  line,
  base: Money.format(base),
  years: years.map((owed) => ({ ...told(rule, owed.year, owed.due), amount: Money.format(owed.change) })),
})

/** The years in which a base, what is due on it or what that changes is no amount that an event can hold. */
const checkRoom = ({ line, base, years }: Owing): ReadonlyArray<Refusal> =>
  years
    .filter((owed) =>
      [base, owed.due, owed.change].some((amount) => amount > Money.limit || amount < -Money.limit),
    )
    .map(({ year }) => ({ _tag: "AmountOverflow", place: format(line), year }) as const)

const takes = (selection: Selection, line: BudgetLine): boolean =>
  (selection.direction === undefined || selection.direction === line.direction) &&
  (selection.accounts === undefined ||
    selection.accounts.some((prefix) => line.account.startsWith(prefix))) &&
  (selection.policyItems === undefined || selection.policyItems.includes(line.policyItem)) &&
  (selection.actions === undefined || selection.actions.includes(line.action ?? "")) &&
  (selection.sectors === undefined || selection.sectors.includes(line.sector ?? ""))

// The overhead rule keeps its own lines up to date.
const isOverhead = ({ overhead }: Plan, line: BudgetLine): boolean =>
  overhead !== undefined &&
  (line.action === overhead.target
    ? line.account === overhead.creditAccount
    : line.account === overhead.chargeAccount)

const checkSeries = (rule: IndexRule, years: ReadonlyArray<Year>): ReadonlyArray<Refusal> => {
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
