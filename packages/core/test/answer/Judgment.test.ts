/** The verdict on an indicator in a period: bounds, sums, parts, rises, and what is not known yet. */
import type { Indicator } from "@grootboek/core"
import { JudgedPeriod, Judgment } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"

type Target = Indicator.IndicatorTarget
type Measurement = Indicator.Measurement

const year = { name: "2026", from: "2026-01-01", until: "2026-12-31" }
const state: Indicator.Indicator = { code: "I1", goal: "A1", name: "Klanten", kind: "percent", total: "last" }
const sum: Indicator.Indicator = { ...state, kind: "count", total: "sum" }
const aim = (aim: Target["aim"], value?: string, margin?: string): Target => ({
  indicator: "I1",
  year: 2026,
  aim,
  ...(value === undefined ? {} : { value }),
  ...(margin === undefined ? {} : { margin }),
})
const on = (day: string, value?: string, more: Partial<Measurement> = {}): Measurement => ({
  indicator: "I1",
  on: `2026-${day}`,
  ...(value === undefined ? {} : { value }),
  ...more,
})

const judged = (
  measurements: ReadonlyArray<Measurement>,
  { indicator = state, target, day = "2026-12-31" }: JudgedOptions = {},
): Judgment.Judgment =>
  Judgment.of({
    indicator,
    target,
    measurements,
    period: year,
    earlier: JudgedPeriod.before(year, "year"),
    on: day,
  })

interface JudgedOptions {
  readonly indicator?: Indicator.Indicator
  readonly target?: Target
  readonly day?: string
}

describe("Judgment.reaches", () => {
  test.each<readonly [Target, string, string | undefined, boolean | undefined]>([
    [aim("atLeast", "40"), "39.9", undefined, false],
    [aim("atLeast", "40"), "40", undefined, true],
    [aim("atLeast"), "40", undefined, undefined],
    [aim("atMost", "4"), "4", undefined, true],
    [aim("atMost", "4"), "4.1", undefined, false],
    [aim("rise"), "4", "4", false],
    [aim("rise"), "4.1", "4", true],
    [aim("rise"), "3.9", "4", false],
    [aim("rise", "9"), "4", undefined, undefined],
    [aim("about", "100"), "105", undefined, true],
    [aim("about", "100"), "105.1", undefined, false],
    [aim("about", "100", "10"), "110", undefined, true],
    [aim("about", "100", "10"), "110.1", undefined, false],
    [aim("about", "100", "10"), "90", undefined, true],
    [aim("about", "100", "10"), "89.9", undefined, false],
    [aim("about", "-100", "10"), "-110", undefined, true],
    [aim("about", "-100", "10"), "-89.9", undefined, false],
    [aim("about", "0"), "0", undefined, true],
    [aim("about", "0"), "0.1", undefined, false],
    [aim("follow"), "0", undefined, true],
    [aim("follow", "9"), "0", undefined, true],
  ])("%j: a value of %s beside %s is %s", (target, value, baseline, expected) => {
    expect(Judgment.reaches(target, value, baseline)).toBe(expected)
  })
})

describe("Judgment.of", () => {
  test("returns all facts of a period without measurements", () => {
    const target = aim("atLeast", "40")
    expect(judged([], { target })).toStrictEqual({
      period: year,
      target,
      measured: undefined,
      text: undefined,
      parts: [],
      baseline: undefined,
      share: undefined,
      verdict: "notMeasured",
    })
    expect(judged([]).verdict).toBe("notMeasured")
    expect(judged([], { target, day: "2026-12-30" }).verdict).toBe("notYetDue")
  })

  test("counts measurements from the first day of the period to the day of the judgment", () => {
    const all = [
      { ...on("12-31", "1"), on: "2025-12-31" },
      on("01-01", "2"),
      on("05-01", "4"),
      on("12-31", "8"),
      { ...on("01-01", "16"), on: "2027-01-01" },
    ]
    const found = (day: string) => judged(all, { indicator: sum, day }).measured
    expect(["2025-12-31", "2026-01-01", "2026-04-30", "2026-12-31", "2027-02-01"].map(found)).toEqual([
      ...[undefined, "2", "2", "14", "14"],
    ])
  })

  test.each<readonly [Indicator.Indicator["kind"], Indicator.Indicator["total"], string]>([
    ["count", "sum", "7"],
    ["count", "last", "4"],
    ["percent", "sum", "4"],
    ["percent", "last", "4"],
    ["euro", "last", "4"],
  ])("of a %s with total %s, 3 and then 4 are %s", (kind, total, expected) => {
    const indicator = { ...state, kind, total }
    expect(judged([on("02-01", "3"), on("03-01", "4")], { indicator }).measured).toBe(expected)
  })

  test("keeps the latest words, also when a later measurement has none", () => {
    const words = [on("02-01", undefined, { text: "begonnen" }), on("03-01", "1", { text: "klaar" })]
    expect(judged(words).text).toBe("klaar")
    expect(judged([...words, on("04-01", "2")])).toMatchObject({ text: "klaar", measured: "2" })
    expect(judged(words.slice(0, 1))).toMatchObject({ measured: undefined, verdict: "followed" })
    const target = aim("atLeast", "1")
    expect(judged(words.slice(0, 1), { target }).verdict).toBe("notMeasured")
  })

  test.each<readonly [Indicator.Indicator["kind"], Target["aim"] | undefined, string]>([
    ["count", "atLeast", "9"],
    ["euro", "atLeast", "9"],
    ["percent", "atLeast", "2"],
    ["percent", "atMost", "4"],
    ["percent", undefined, "2"],
    ["deed", "atLeast", "2"],
  ])("of parts of a %s with the target %s takes %s", (kind, word, expected) => {
    const parts = [
      on("02-01", "3", { part: "Noord" }),
      on("02-01", undefined, { part: "Mol", text: "later" }),
      on("02-01", "4", { part: "Zuid" }),
      on("02-01", "2", { part: "Oost" }),
    ]
    const target = word === undefined ? {} : { target: aim(word, "5") }
    expect(judged(parts, { indicator: { ...state, kind }, ...target })).toMatchObject({
      measured: expected,
      parts: [
        { part: "Noord", value: "3" },
        { part: "Zuid", value: "4" },
        { part: "Oost", value: "2" },
      ],
    })
    expect(judged([...parts, on("03-01", "1")], { indicator: sum })).toMatchObject({ measured: "1" })
  })

  test("compares a rise with its value, the earlier period, or the first measurement of a state", () => {
    const before = { ...on("12-31", "3"), on: "2025-12-31" }
    const own = [on("02-01", undefined, { text: "start" }), on("03-01", "1"), on("04-01", "2")]
    const rise = (measurements: ReadonlyArray<Measurement>, value?: string, indicator = state) => {
      const { baseline, verdict, share } = judged(measurements, { target: aim("rise", value), indicator })
      return [baseline, verdict, share]
    }
    expect(rise([before, ...own], "1")).toEqual(["1", "reached", undefined])
    expect(rise([before, ...own])).toEqual(["3", "behind", undefined])
    expect(rise(own)).toEqual(["1", "reached", undefined])
    expect(rise(own, undefined, sum)).toEqual([undefined, "notMeasured", undefined])
    expect(rise(own.slice(0, 2))).toEqual([undefined, "notMeasured", undefined])
    expect(rise(own.map((one) => ({ ...one, part: "Noord" })))).toEqual([undefined, "notMeasured", undefined])
    expect(judged([before, ...own], { target: aim("atLeast", "1") }).baseline).toBeUndefined()
  })

  test("has a share of the value aimed at, but not of a rise or of what is followed", () => {
    const share = (target: Target) => judged([on("02-01", "3")], { target }).share
    expect(["atLeast", "atMost", "about"].map((word) => share(aim(word as Target["aim"], "4")))).toEqual([
      ...["75", "75", "75"],
    ])
    expect([share(aim("rise", "4")), share(aim("follow", "4")), share(aim("follow"))]).toEqual([
      ...[undefined, undefined, undefined],
    ])
  })

  test("follows what was measured, also before the end of the period", () => {
    const follow = { target: aim("follow", "4"), day: "2026-03-01" }
    expect(judged([on("02-01", "3")], follow).verdict).toBe("followed")
    expect(judged([on("04-01", "3")], follow).verdict).toBe("notYetDue")
  })
})
