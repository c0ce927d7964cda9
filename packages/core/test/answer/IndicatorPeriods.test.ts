/** The periods of indicators: their order, deadlines beside periods, and the judgment that counts now. */
import { Adoption, type Indicator, Ledger, type Structure } from "@grootboek/core"
import { Indicators } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { association, planOf } from "../Association.ts"

const indicator = (code: string, more: Partial<Indicator.Indicator> = {}): Indicator.Indicator => ({
  code,
  goal: "A1",
  name: "Leningen",
  kind: "count",
  total: "sum",
  ...more,
})
const target = (year: number, value: string, by?: string): Indicator.IndicatorTarget => ({
  indicator: "I1",
  year,
  aim: "atLeast",
  value,
  ...(by === undefined ? {} : { by }),
})

const judged = (declarations: Structure.Declarations, on: string) => {
  const made = association()
  record(made, Adoption.declare(declarations))
  return Indicators.of(planOf(made), on)
}
const periods = (declarations: Structure.Declarations, on: string): ReadonlyArray<string> =>
  judged(declarations, on).flatMap(({ judgments }) =>
    judgments.map(
      ({ period: { name, from, until }, target: of }) => `${name} ${from} ${until} ${of?.value ?? "-"}`,
    ),
  )

describe("Indicators.of", () => {
  test("follows the tree, the years of targets, and the days of measurements", () => {
    const indicators = [
      indicator("I9", { goal: "A9" }),
      indicator("I1", { kind: "percent", total: "last" }),
      indicator("I0", { goal: "D1" }),
      indicator("I2", { goal: "A2" }),
    ]
    const measured = (on: string, value: string) => ({ indicator: "I1", on, value })
    const all = judged(
      {
        indicators,
        targets: [target(2028, "3"), target(2026, "1"), target(2027, "2")],
        measurements: [
          measured("2026-12-01", "30"),
          measured("2026-03-01", "10"),
          measured("2026-07-01", "20"),
        ],
      },
      "2026-12-31",
    )
    expect(all.map(({ indicator: { code }, goal }) => `${code} ${goal?.code}`)).toEqual([
      ...["I0 D1", "I1 A1", "I2 A2", "I9 A9"],
    ])
    expect(all.map(({ targets }) => targets.map(({ value }) => value))).toEqual([[], ["1", "2", "3"], [], []])
    expect(all.map((one) => Indicators.latest(one)?.measured)).toEqual([
      ...[undefined, "30", undefined, undefined],
    ])
    expect(Indicators.under(all, "A1").map(({ indicator: { code } }) => code)).toEqual(["I1"])
    expect(Indicators.under(all, "D1").map(({ indicator: { code } }) => code)).toEqual(["I0"])
  })

  test("over the plan: uses the target in force, or else the first", () => {
    const declarations = { indicators: [indicator("I1")], targets: [target(2027, "2"), target(2028, "3")] }
    const plan = "2026-2028 2026-01-01 2028-12-31"
    expect(periods(declarations, "2026-06-30")).toEqual([`${plan} 2`])
    expect(periods(declarations, "2027-06-30")).toEqual([`${plan} 2`])
    expect(periods(declarations, "2028-06-30")).toEqual([`${plan} 3`])
    expect(periods({ indicators: [indicator("I1")] }, "2028-06-30")).toEqual([`${plan} -`])
  })

  test("per year: a target with a day has a judgment of its own, and replaces the years in which it holds", () => {
    const declarations = {
      indicators: [indicator("I1", { every: "year" })],
      targets: [target(2026, "1"), target(2027, "2", "2027-09-30"), target(2028, "3")],
    } as const
    const first = "2026 2026-01-01 2026-12-31 1"
    const dated = "2027-09-30 2027-01-01 2027-09-30 2"
    expect(periods(declarations, "2025-06-30")).toEqual([first])
    expect(periods(declarations, "2026-12-31")).toEqual([first])
    expect(periods(declarations, "2027-01-01")).toEqual([dated, first])
    expect(periods(declarations, "2028-01-01")).toEqual([dated, first, "2028 2028-01-01 2028-12-31 3"])
    const early = { ...declarations, targets: [target(2026, "1", "2026-09-30")] }
    expect(periods(early, "2025-06-30")).toEqual(["2026-09-30 2026-01-01 2026-09-30 1"])
  })

  test("per half year: includes the halves that touch the term", () => {
    const indicators = [indicator("I1", { every: "halfYear" })]
    const named = (term: { readonly from: number; readonly until: string }) =>
      judged({ indicators, goalTexts: [{ goal: "A1", term }] }, "2028-12-31").flatMap(({ judgments }) =>
        judgments.map(({ period }) => period.name),
      )
    expect(named({ from: 2027, until: "2028-01-01" })).toEqual(["2027-S1", "2027-S2", "2028-S1"])
    expect(named({ from: 2027, until: "2027-06-30" })).toEqual(["2027-S1"])
    const words = [{ goal: "A1", description: "Lenen" }]
    expect(judged({ indicators, goalTexts: words }, "2026-07-01")[0]?.judgments).toHaveLength(2)
  })
})

test("Indicators.latest: returns the last judgment that is due, or else the first", () => {
  const declarations = {
    indicators: [indicator("I1", { every: "year" })],
    targets: [target(2026, "1")],
  } as const
  const latest = (on: string) => judged(declarations, on).map((one) => Indicators.latest(one)?.period.name)
  expect([latest("2025-12-31"), latest("2027-06-30"), latest("2028-12-31")]).toEqual([
    ...[["2026"], ["2026"], ["2028"]],
  ])
})

test("Indicators.dayOf: returns the day of the entry at a position, and nothing before the first", () => {
  const made = Ledger.empty()
  const event = { _tag: "YearClosed", year: 2026 } as const
  Ledger.append(made, { event, time: "2026-03-04T23:59:59.999Z" })
  expect([Indicators.dayOf(made, 1), Indicators.dayOf(made, 0)]).toEqual(["2026-03-04", ""])
})
