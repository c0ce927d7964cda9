/** Laws of indicators: a measurement moves no amount, parts and periods add up, and a verdict follows its definition. */
import { Adoption, Balances, type Indicator, Money } from "@grootboek/core"
import { Indicators, type Judgment } from "@grootboek/core/answer"
import * as fc from "fast-check"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import { ruleLaw, type Situation } from "./RuleLaw.ts"

/** An indicator with one target, and its measurements in whole numbers. */
interface Drawn {
  readonly kind: "count" | "percent"
  readonly total: "sum" | "last"
  readonly every: Indicator.Frequency
  readonly aim: Indicator.Aim
  readonly aimed: number
  readonly measured: ReadonlyArray<{ readonly day: number; readonly value: number; readonly part: number }>
  /** The day of the judgment. Days are counted from the first day of the plan. */
  readonly on: number
}

const day = fc.nat(1_200)

const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom("count", "percent"),
  total: fc.constantFrom("sum", "last"),
  every: fc.constantFrom("month", "halfYear", "year", "twoYears", "plan"),
  aim: fc.constantFrom("atLeast", "atMost", "about", "rise", "follow"),
  aimed: fc.integer({ min: 1, max: 60 }),
  measured: fc.uniqueArray(fc.record({ day, value: fc.nat(30), part: fc.nat(2) }), {
    maxLength: 12,
    selector: ({ day: own, part }) => `${own} ${part}`,
  }),
  on: day,
})

const dayAt = ({ plan }: Situation, days: number): string =>
  new Date(Date.UTC(plan.years.first, 0, 1 + days)).toISOString().slice(0, 10)

const code = "I/1"

const indicatorOf = ({ kind, total, every }: Drawn, goal: string): Indicator.Indicator => ({
  code,
  goal,
  name: "Aantal",
  kind,
  every,
  total: kind === "count" ? total : "last",
})

const rule = (situation: Situation, one: Drawn) => {
  const [goal] = situation.plan.structure.goals.keys()
  if (goal === undefined) return undefined
  return [
    Adoption.declare({
      indicators: [indicatorOf(one, goal)],
      targets: [
        { indicator: code, year: situation.plan.years.first, aim: one.aim, value: String(one.aimed) },
      ],
    }),
    ...(one.measured.length === 0
      ? []
      : [Adoption.declare({ measurements: measurementsOf(situation, one) })]),
  ]
}

// Part 0 is the whole.
const measurementsOf = (situation: Situation, { measured }: Drawn): ReadonlyArray<Indicator.Measurement> =>
  measured.map(({ day: days, value, part }) => ({
    indicator: code,
    on: dayAt(situation, days),
    value: String(value),
    ...(part === 0 ? {} : { part: `Deel ${part}` }),
  }))

const judged = ({ plan }: Situation, on: string): ReadonlyArray<Judgment.Judgment> =>
  Indicators.of(plan, on).find(({ indicator }) => indicator.code === code)?.judgments ?? []

/** Judges a period again, from the description alone and in plain numbers. */
const expected = (situation: Situation, one: Drawn, { period, baseline }: Judgment.Judgment): string => {
  const on = dayAt(situation, one.on)
  const own = one.measured
    .map((measured) => ({ ...measured, on: dayAt(situation, measured.day) }))
    .filter((measured) => measured.on >= period.from && measured.on <= period.until && measured.on <= on)
    .sort((a, b) => a.day - b.day)
  const isSum = one.kind === "count" && one.total === "sum"
  const of = (part: number): number | undefined => {
    const values = own.filter((measured) => measured.part === part).map(({ value }) => value)
    return values.length === 0 ? undefined : isSum ? values.reduce((a, b) => a + b) : values.at(-1)
  }
  const parts = [1, 2].map(of).filter((value) => value !== undefined)
  const ofParts =
    parts.length === 0
      ? undefined
      : one.kind === "count"
        ? parts.reduce((a, b) => a + b)
        : one.aim === "atMost"
          ? Math.max(...parts)
          : Math.min(...parts)
  const value = of(0) ?? ofParts
  if (one.aim === "follow" && own.length > 0) return `followed ${value}`
  if (on < period.until) return `notYetDue ${value}`
  if (value === undefined || one.aim === "follow") return `notMeasured ${value}`
  const reaches = {
    atLeast: value >= one.aimed,
    atMost: value <= one.aimed,
    about: Math.abs(value - one.aimed) * 20 <= one.aimed,
    rise: value > Number(baseline),
  }
  return `${reaches[one.aim] ? "reached" : "behind"} ${value}`
}

export const indicators = [
  ruleLaw("indicators: move no amount", "They are declared beside the amounts and never posted.", {
    drawn,
    rule,
    breaks: (after, before) =>
      differs("postings", after.ledger.columns.postings, before.ledger.columns.postings) ??
      firstOf(Balances.list(Balances.of(before.ledger.columns)), ({ place, year, amount }) =>
        amountsDiffer(
          `${place.account} ${year}`,
          Balances.at(Balances.of(after.ledger.columns), place, year),
          Money.ofMicros(amount),
        ),
      ),
  }),
  ruleLaw(
    "indicators: a verdict follows its definition",
    "Judged again in plain numbers, period by period.",
    {
      drawn,
      rule,
      breaks: (after, _, one) =>
        firstOf(judged(after, dayAt(after, one.on)), (judgment) =>
          differs(
            `${one.aim} ${judgment.period.name}`,
            `${judgment.verdict} ${judgment.measured}`,
            expected(after, one, judgment),
          ),
        ),
    },
  ),
  ruleLaw("indicators: the counts of months sum to that of the year", "Periods do not overlap.", {
    drawn: drawn.map((one) => ({ ...one, kind: "count" as const, total: "sum" as const, on: 5_000 })),
    rule: (situation, one) => rule(situation, { ...one, every: "year" }),
    breaks: (after, _, one) => {
      const months = { ...after, plan: { ...after.plan, structure: withFrequency(after, one, "month") } }
      const wholes = one.measured.filter(({ part }) => part === 0)
      if (wholes.length !== one.measured.length) return undefined
      const monthly = judged(months, dayAt(after, one.on))
      return firstOf(judged(after, dayAt(after, one.on)), ({ period, measured }) =>
        differs(
          period.name,
          monthly
            .filter(({ period: { name } }) => name.startsWith(period.name))
            .reduce((sum, month) => sum + Number(month.measured ?? 0), 0),
          Number(measured ?? 0),
        ),
      )
    },
  }),
]

const withFrequency = ({ plan }: Situation, one: Drawn, every: Indicator.Frequency) => {
  const { structure } = plan
  const old = structure.register.indicators.get(code)
  const changed = old === undefined ? indicatorOf({ ...one, every }, "") : { ...old, every }
  return {
    ...structure,
    register: { ...structure.register, indicators: new Map([[code, changed]]) },
  }
}
