/**
 * The indicators of a plan, judged at a day: per period, and whether every active action has one.
 *
 * ```ts
 * const judged = Indicators.of(plan, "2026-12-31")
 * judged.map((one) => Indicators.latest(one)?.verdict) // => ["reached"]
 * Indicators.under(judged, "A1").length // => 1
 * Indicators.dayOf(ledger, 4) // => "2026-01-04"
 * const { active, covered } = Indicators.coverage(plan, "2026-12-31")
 * [active, covered] // => [2, 1]
 * ```
 */
import type { Indicator, IndicatorTarget, Measurement } from "../event/Indicator.ts"
import type { Goal } from "../event/Structure.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import type { Plan } from "../rule/Plan.ts"
import type { Year } from "../value/Year.ts"
import * as JudgedPeriod from "./JudgedPeriod.ts"
import * as Judgment from "./Judgment.ts"

/** An indicator with its targets, and its judgment in every period that has begun. */
export interface JudgedIndicator {
  readonly indicator: Indicator
  readonly goal: Goal | undefined
  readonly targets: ReadonlyArray<IndicatorTarget>
  readonly judgments: ReadonlyArray<Judgment.Judgment>
}

/** Returns the day of a moment: that of the record time of its last entry. */
export const dayOf = ({ traces }: Ledger.Ledger, position: number): string =>
  traces.at(position)?.time.slice(0, 10) ?? ""

/** Returns every indicator in the order of the objectives tree, judged at a day. */
export const of = (plan: Plan, on: string): ReadonlyArray<JudgedIndicator> => {
  const { goals, register } = plan.structure
  const order = new Map([...goals.keys()].map((code, at) => [code, at]))
  const targets = grouped([...register.targets.values()])
  const measurements = grouped([...register.measurements.values()])
  return [...register.indicators.values()]
    .toSorted((a, b) => (order.get(a.goal) ?? 0) - (order.get(b.goal) ?? 0))
    .map((indicator) => {
      const own = (targets.get(indicator.code) ?? []).toSorted((a, b) => a.year - b.year)
      const found = (measurements.get(indicator.code) ?? []).toSorted((a, b) =>
        a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
      )
      return {
        indicator,
        goal: goals.get(indicator.goal),
        targets: own,
        judgments: judgments(plan, indicator, { targets: own, measurements: found, on }),
      }
    })
}

/** Returns the indicators of one node, without those of the nodes below it. */
export const under = (all: ReadonlyArray<JudgedIndicator>, goal: string): ReadonlyArray<JudgedIndicator> =>
  all.filter(({ indicator }) => indicator.goal === goal)

/** Returns the last judgment that is due, or else the first one that is running. */
export const latest = ({ judgments: all }: JudgedIndicator): Judgment.Judgment | undefined =>
  all.findLast(({ verdict }) => verdict !== "notYetDue") ?? all[0]

/** An active action without an indicator, and the words that the plan prints instead. */
export interface UncoveredAction {
  readonly action: Goal
  readonly words: string | undefined
}

/** How many active actions have an indicator, and which do not. */
export interface Coverage {
  readonly active: number
  readonly covered: number
  readonly missing: ReadonlyArray<UncoveredAction>
}

/** Returns how many active actions have an indicator; a plan should have one for each. */
export const coverage = (plan: Plan, on: string): Coverage => {
  const { goals, register } = plan.structure
  const covered = new Set([...register.indicators.values()].map(({ goal }) => goal))
  const active = [...goals.values()].filter(
    ({ code, level }) => level === "action" && (lastDay(plan, code) ?? on) >= on,
  )
  const missing = active.filter(({ code }) => !covered.has(code))
  return {
    active: active.length,
    covered: active.length - missing.length,
    missing: missing.map((action) => ({
      action,
      words: register.goalTexts.get(action.code)?.indicators,
    })),
  }
}

const judgments = (
  plan: Plan,
  indicator: Indicator,
  {
    targets,
    measurements,
    on,
  }: {
    readonly targets: ReadonlyArray<IndicatorTarget>
    readonly measurements: ReadonlyArray<Measurement>
    readonly on: string
  },
): ReadonlyArray<Judgment.Judgment> => {
  const every = indicator.every ?? "plan"
  const judge = (period: JudgedPeriod.JudgedPeriod, target: IndicatorTarget | undefined) =>
    Judgment.of({
      indicator,
      target,
      measurements,
      period,
      earlier: JudgedPeriod.before(period, every),
      on,
    })
  const year = Number(on.slice(0, 4))
  const whole = JudgedPeriod.whole(plan.years)
  if (every === "plan") {
    const target = inForce(targets, year) ?? targets[0]
    return [judge(dated(whole, target), target)]
  }
  const deadline = (target: IndicatorTarget | undefined): boolean => target?.by !== undefined
  const dates = targets.filter(
    (target) => deadline(target) && target.year <= Math.max(year, plan.years.first),
  )
  const running = JudgedPeriod.list(every, plan.years).filter(
    ({ from, until }, at) =>
      (from <= on || at === 0) &&
      until >= `${firstYear(plan, indicator.goal)}-01-01` &&
      from <= (lastDay(plan, indicator.goal) ?? whole.until),
  )
  return [
    ...dates.map((target) => judge(dated({ ...whole, from: `${target.year}-01-01` }, target), target)),
    ...running.flatMap((period) => {
      const target = inForce(targets, Number(period.from.slice(0, 4)))
      return deadline(target) ? [] : [judge(period, target)]
    }),
  ]
}

const inForce = (targets: ReadonlyArray<IndicatorTarget>, year: Year): IndicatorTarget | undefined =>
  targets.findLast((target) => target.year <= year)

const dated = (
  period: JudgedPeriod.JudgedPeriod,
  target: IndicatorTarget | undefined,
): JudgedPeriod.JudgedPeriod =>
  target?.by === undefined ? period : { ...period, name: target.by, until: target.by }

const firstYear = ({ structure, years }: Plan, goal: string): Year =>
  structure.register.goalTexts.get(goal)?.term?.from ?? years.first

/** Returns the last day of an action: that on which it stopped, or else that of its term. */
const lastDay = ({ structure, stopped }: Plan, goal: string): string | undefined =>
  stopped.get(goal) ?? structure.register.goalTexts.get(goal)?.term?.until

const grouped = <A extends { readonly indicator: string }>(
  list: ReadonlyArray<A>,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const out = new Map<string, Array<A>>()
  for (const one of list) {
    const own = out.get(one.indicator)
    if (own === undefined) out.set(one.indicator, [one])
    else own.push(one)
  }
  return out
}
