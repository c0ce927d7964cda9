/** Indicators of a small association: targets that change, periods, parts and terms, and how many actions have an indicator. */
import { Adjustment, Adoption, Diff, type Indicator, Ledger, Stop, type Structure } from "@grootboek/core"
import { Indicators } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, planOf } from "../Association.ts"

const indicator = (more: Partial<Indicator.Indicator> = {}): Indicator.Indicator => ({
  code: "A1/1",
  goal: "A1",
  name: "Leningen",
  kind: "count",
  total: "sum",
  ...more,
})

const target = (more: Partial<Indicator.IndicatorTarget> = {}): Indicator.IndicatorTarget => ({
  indicator: "A1/1",
  year: 2026,
  aim: "atLeast",
  value: "240",
  ...more,
})

const measured = (on: string, value: string, part?: string): Indicator.Measurement => ({
  indicator: "A1/1",
  on,
  value,
  ...(part === undefined ? {} : { part }),
})

const ledgerOf = (declarations: Structure.Declarations): Ledger.Ledger => {
  const ledger = association()
  record(ledger, Adoption.declare(declarations))
  return ledger
}

const verdicts = (declarations: Structure.Declarations, on: string): ReadonlyArray<string> =>
  Indicators.of(planOf(ledgerOf(declarations)), on).flatMap(({ judgments }) =>
    judgments.map(({ period, verdict, measured: value, share }) =>
      [period.name, verdict, value, share].filter((one) => one !== undefined).join(" "),
    ),
  )

describe("Indicators.of", () => {
  test.each<readonly [string, Structure.Declarations, string, ReadonlyArray<string>]>([
    [
      "adds counts within a year and names the share reached so far",
      {
        indicators: [indicator({ every: "year" })],
        targets: [target()],
        measurements: [
          measured("2026-03-31", "100"),
          measured("2026-12-31", "151"),
          measured("2027-02-01", "60"),
        ],
      },
      "2027-02-28",
      ["2026 reached 251 104.6", "2027 notYetDue 60 25"],
    ],
    [
      "uses the latest value",
      {
        indicators: [indicator({ kind: "percent", total: "last", every: "year" })],
        targets: [target({ aim: "atMost", value: "4" })],
        measurements: [measured("2026-12-01", "3.6"), measured("2026-06-01", "9")],
      },
      "2026-12-31",
      ["2026 reached 3.6 90"],
    ],
    [
      "accepts a value within the margin",
      {
        indicators: [indicator({ every: "year" })],
        targets: [target({ aim: "about", value: "435000" })],
        measurements: [measured("2026-12-31", "441200"), measured("2027-12-31", "456751")],
      },
      "2027-12-31",
      ["2026 reached 441200 101.4", "2027 behind 456751 105"],
    ],
    [
      "is not due before the day of its target",
      {
        indicators: [indicator({ kind: "percent", total: "last" })],
        targets: [target({ value: "100", by: "2028-06-30" })],
        measurements: [measured("2028-07-01", "100")],
      },
      "2027-12-31",
      ["2028-06-30 notYetDue"],
    ],
    [
      "is not measured when its day has passed without a measurement",
      {
        indicators: [indicator({ kind: "percent", total: "last" })],
        targets: [target({ value: "100", by: "2028-06-30" })],
        measurements: [measured("2028-07-01", "100")],
      },
      "2028-07-01",
      ["2028-06-30 notMeasured"],
    ],
    [
      "uses the target that holds in the year of the period",
      {
        indicators: [indicator({ every: "year" })],
        targets: [target({ value: "30" }), target({ year: 2027, value: "25" })],
        measurements: [measured("2026-05-01", "27"), measured("2027-05-01", "27")],
      },
      "2028-01-01",
      ["2026 behind 27 90", "2027 reached 27 108", "2028 notYetDue"],
    ],
    [
      "compares a rise with the period before",
      {
        indicators: [indicator({ every: "year" })],
        targets: [{ indicator: "A1/1", year: 2026, aim: "rise" }],
        measurements: [measured("2025-05-01", "3"), measured("2026-05-01", "4"), measured("2027-05-01", "4")],
      },
      "2027-12-31",
      ["2026 reached 4", "2027 behind 4"],
    ],
    [
      "adds the parts, unless the whole was measured",
      {
        indicators: [indicator({ every: "year" })],
        targets: [target({ value: "5" })],
        measurements: [
          measured("2026-05-01", "2", "Kortrijk"),
          measured("2026-05-01", "3", "Menen"),
          measured("2027-05-01", "4"),
          measured("2027-05-01", "9", "Menen"),
        ],
      },
      "2027-12-31",
      ["2026 reached 5 100", "2027 behind 4 80"],
    ],
    [
      "uses the part of a percentage that is farthest from the target",
      {
        indicators: [indicator({ kind: "percent", total: "last", every: "year" })],
        targets: [target({ aim: "atMost", value: "4" })],
        measurements: [measured("2026-05-01", "2", "Kortrijk"), measured("2026-05-01", "5", "Menen")],
      },
      "2026-12-31",
      ["2026 behind 5 125"],
    ],
    [
      "leaves out periods before and after the term",
      {
        indicators: [indicator({ every: "year" })],
        goalTexts: [{ goal: "A1", term: { from: 2027, until: "2027-06-30" } }],
      },
      "2028-12-31",
      ["2027 notMeasured"],
    ],
    [
      "judges weeks from Monday to Sunday, cut at the edge of the plan",
      { indicators: [indicator({ every: "week" })], targets: [target({ value: "3" })] },
      "2026-01-05",
      ["2026-W01 notMeasured", "2026-W02 notYetDue"],
    ],
  ])("%s", (_, declarations, on, expected) => {
    expect(verdicts(declarations, on)).toEqual(expected)
  })

  test("follows what has no value to reach", () => {
    const declarations = {
      indicators: [indicator({ kind: "text", total: "last", every: "halfYear" })],
      targets: [{ indicator: "A1/1", year: 2026, aim: "follow", text: "Een overzicht" }],
      measurements: [{ indicator: "A1/1", on: "2026-02-01", text: "Het overzicht is er" }],
    } as const
    expect(verdicts(declarations, "2026-12-31")).toEqual(["2026-S1 followed", "2026-S2 notMeasured"])
  })

  test("replaces a measurement of the same day and part", () => {
    const ledger = ledgerOf({
      indicators: [indicator()],
      measurements: [measured("2026-05-01", "2"), measured("2026-06-01", "3")],
    })
    record(ledger, Adoption.declare({ measurements: [measured("2026-05-01", "4")] }))
    const [found] = Indicators.of(planOf(ledger), "2031-12-31")
    expect(found?.judgments.map(({ measured: value }) => value)).toEqual(["7"])
  })
})

describe("Indicators.coverage", () => {
  test("counts active actions, and names those without an indicator with the words of the plan", () => {
    const ledger = ledgerOf({
      indicators: [indicator()],
      goalTexts: [{ goal: "A2", indicators: "Vervat in de acties" }],
    })
    const shown = (on: string) => {
      const { active, covered, missing } = Indicators.coverage(planOf(ledger), on)
      return [active, covered, ...missing.map(({ action, words }) => `${action.code} ${words ?? ""}`.trim())]
    }
    expect(shown("2026-01-01")).toEqual([3, 1, "A2 Vervat in de acties", "A9"])
    record(ledger, Stop.after("A2", "2026-06-30", { class: "correction" }))
    expect(shown("2026-06-30")).toEqual([3, 1, "A2 Vervat in de acties", "A9"])
    expect(shown("2026-07-01")).toEqual([2, 1, "A9"])
  })
})

describe("Adoption.update", () => {
  const declarations = { indicators: [indicator()], targets: [target()] }

  test("records what differs from what is in force, and nothing when all is in force", () => {
    const ledger = ledgerOf(declarations)
    const second = measured("2026-02-01", "2")
    record(ledger, Adoption.update({ measurements: [measured("2026-01-01", "1")] }))
    const before = ledger.traces.length
    record(
      ledger,
      Adoption.update(declarations),
      Adoption.update({ measurements: [measured("2026-01-01", "1")] }),
    )
    expect(ledger.traces.length).toBe(before)
    record(ledger, Adoption.update({ measurements: [measured("2026-01-01", "1"), second] }))
    expect(ledger.traces.at(before + 1)?.event).toEqual({
      _tag: "StructureDeclared",
      declarations: { measurements: [second] },
    })
  })

  test("an adjustment changes a target, and the earlier moment keeps the old one", () => {
    const ledger = ledgerOf(declarations)
    const before = Ledger.position(ledger)
    const structure = { targets: [target({ value: "25" })] }
    record(ledger, Adjustment.adopt({ plan: "2026/1", creditYears: [2026], changes: [], structure }))
    const values = [before, Ledger.position(ledger)].map((at) =>
      [...(Ledger.planAt(ledger, at)?.structure.register.targets.values() ?? [])].map(({ value }) => value),
    )
    expect(values).toEqual([["240"], ["25"]])
  })

  test.each<readonly [string, Structure.Declarations, object]>([
    ["an unknown action", { indicators: [indicator({ goal: "A7" })] }, { _tag: "UnknownGoal", goal: "A7" }],
    [
      "a sum of percentages",
      { indicators: [indicator({ kind: "percent" })] },
      { _tag: "NotCounted", indicator: "A1/1", kind: "percent" },
    ],
    [
      "a target outside the plan",
      { targets: [target({ year: 2040 })] },
      { _tag: "YearOutsidePlan", year: 2040, years: { first: 2026, last: 2028 } },
    ],
    [
      "a target without a value",
      { targets: [{ indicator: "A1/1", year: 2027, aim: "atLeast" }] },
      { _tag: "TargetWithoutValue", indicator: "A1/1", aim: "atLeast" },
    ],
    [
      "a day after the plan",
      { targets: [target({ by: "2029-01-01" })] },
      { _tag: "TargetDayOutside", indicator: "A1/1", day: "2029-01-01", from: 2026, until: 2028 },
    ],
    [
      "a margin of a minimum",
      { targets: [target({ margin: "3" })] },
      { _tag: "MarginWithoutAbout", indicator: "A1/1", aim: "atLeast" },
    ],
    [
      "two targets for one year",
      { targets: [target(), target({ value: "30" })] },
      { _tag: "DuplicateCode", what: "target", code: "A1/1 · 2026" },
    ],
    [
      "a measurement of an unknown indicator",
      { measurements: [{ ...measured("2026-01-01", "1"), indicator: "A9/9" }] },
      { _tag: "UnknownIndicator", indicator: "A9/9" },
    ],
    [
      "a measurement without a value",
      { measurements: [{ indicator: "A1/1", on: "2026-01-01" }] },
      { _tag: "MeasurementWithoutValue", indicator: "A1/1" },
    ],
    [
      "a deed with another value than 0 or 1",
      {
        indicators: [indicator({ code: "A1/2", kind: "deed", total: "last" })],
        measurements: [{ ...measured("2026-01-01", "2"), indicator: "A1/2" }],
      },
      { _tag: "NotADeed", indicator: "A1/2", value: "2" },
    ],
    [
      "a value in words",
      {
        indicators: [indicator({ code: "A1/2", kind: "text", total: "last" })],
        measurements: [{ ...measured("2026-01-01", "2"), indicator: "A1/2" }],
      },
      { _tag: "IndicatorInWords", indicator: "A1/2" },
    ],
    [
      "a target in words without words",
      {
        indicators: [indicator({ code: "A1/2", kind: "text", total: "last" })],
        targets: [{ indicator: "A1/2", year: 2026, aim: "follow" }],
      },
      { _tag: "WordsMissing", indicator: "A1/2" },
    ],
    [
      "another kind for what was measured",
      { indicators: [indicator({ kind: "deed", total: "last" })] },
      { _tag: "NotADeed", indicator: "A1/1", value: "240" },
    ],
    [
      "a term that ends before it begins",
      { goalTexts: [{ goal: "A1", term: { from: 2028, until: "2027-12-31" } }] },
      { _tag: "TermEndsBefore", goal: "A1", from: 2028, until: "2027-12-31" },
    ],
  ])("refuses %s", (_, wrong, refusal) => {
    const decide = Adoption.update(wrong)
    const outcome = decide(Ledger.state(ledgerOf(declarations)))
    expect(outcome).toMatchObject({ _tag: "Failure", failure: [refusal] })
  })

  test("names the line of a refused row", () => {
    const rows = { targets: [target(), target({ year: 2040 })] }
    const outcome = Adoption.update(rows, [2, 5])(Ledger.state(ledgerOf(declarations)))
    expect(outcome).toMatchObject({ failure: [{ _tag: "YearOutsidePlan", sourceLine: 5 }] })
  })
})

describe("Diff.between", () => {
  test("shows an adjusted target with its decision, and the reverse in the other direction", () => {
    const ledger = ledgerOf({ indicators: [indicator()], targets: [target({ value: "30" })] })
    const from = Ledger.position(ledger)
    const resolution = { body: "Raad van bestuur", date: "2026-06-26" }
    const structure = { targets: [target({ value: "25" })], goalTexts: [{ goal: "A1", description: "Huis" }] }
    record(
      ledger,
      Adjustment.adopt({ plan: "2026/1", resolution, creditYears: [2026], changes: [], structure }),
    )
    const to = Ledger.position(ledger)
    const changes = (interval: Diff.Interval) => {
      const found = Result.getOrThrow(Diff.between(ledger, interval))
      return {
        declared: found.declared.map(({ code, number, field, old, new: now, entry }) =>
          [code, number, field, old, now, entry].filter((one) => one !== undefined).join(" "),
        ),
        decided: found.decisions.map(({ decision }) => decision.resolution?.body),
      }
    }
    expect(changes({ from, to })).toEqual({
      declared: [`A1/1 2026 value 30 25 ${to}`, `A1 description Huis ${to}`],
      decided: ["Raad van bestuur"],
    })
    expect(changes({ from: to, to: from }).declared).toEqual([
      `A1/1 2026 value 25 30 ${to}`,
      `A1 description Huis ${to}`,
    ])
  })
})
