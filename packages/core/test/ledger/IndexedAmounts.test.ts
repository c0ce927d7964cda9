/** Indexed amounts that do not follow from the base and the rate or the index that their event records. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods, wages } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Line = BudgetEvent.Of<"EstimatePosted">["line"]

const estimate = (line: Line, amounts: Readonly<Record<string, string>>): Event => ({
  _tag: "EstimatePosted",
  line,
  amounts,
})

type Year = BudgetEvent.Of<"EstimatesIndexed">["lines"][number]["years"][number]

const lineOf = (
  base: string,
  years: ReadonlyArray<Partial<Year>>,
  line: typeof goods | typeof wages = goods,
) => ({
  line,
  base,
  years: years.map((one) => ({ year: 2027, times: 1, due: "102.00", amount: "102.00", ...one })),
})
const byRate = (...years: ReadonlyArray<Partial<Year>>): Event => ({
  _tag: "EstimatesIndexed",
  rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 },
  lines: [lineOf("100.00", years)],
})
const values = { "2025-12": "100", "2026-12": "103", "2027-12": "110" }
const bySeries = (
  months: Readonly<Record<string, string>>,
  ...years: ReadonlyArray<Partial<Year>>
): Event => ({
  _tag: "EstimatesIndexed",
  rule: { _tag: "IndexSeries", series: "Gezondheid", baseMonth: "2025-12", baseYear: 2026, values: months },
  lines: [lineOf("100.00", years)],
})
const indexed = { month: "2026-12", index: "103", due: "103.00", amount: "103.00" }
const twice = { year: 2028, times: 2, month: "2027-12", index: "110", due: "110.00", amount: "110.00" }

const other = (field: string, recorded: string, expected: string): Found => [
  `event.lines.years.${field}`,
  { _tag: "RuleDiffers", recorded, expected },
]
const differs = (field: string, recorded: string, due: string, year = 2027): Found => [
  `event.lines.years.${field}`,
  { _tag: "AmountNotDue", of: "6140000", year, recorded, due },
]

const table: ReadonlyArray<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]> = [
  ["a rate of two years", [byRate({}, { year: 2028, times: 2, due: "104.04", amount: "104.04" })], []],
  [
    "a rate on an estimate that is there",
    [estimate(goods, { "2027": "100.00" }), byRate({ amount: "2.00" })],
    [],
  ],
  ["another amount", [byRate({ due: "102.01", amount: "102.01" })], [differs("due", "102.01", "102.00")]],
  [
    "another change",
    [estimate(goods, { "2027": "100.00" }), byRate({})],
    [differs("amount", "102.00", "2.00")],
  ],
  ["a year twice", [byRate({}, {})], [differs("amount", "102.00", "0.00")]],
  ["a year twice, of which the second posts nothing", [byRate({}, { amount: "0.00" })], []],
  [
    "a line twice, and another line",
    [
      {
        _tag: "EstimatesIndexed",
        rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 },
        lines: [lineOf("100.00", [{}]), lineOf("100.00", [{}], wages), lineOf("100.00", [{}])],
      },
    ],
    [differs("amount", "102.00", "0.00")],
  ],
  ["another number of times", [byRate({ times: 2 })], [other("times", "2", "1")]],
  [
    "a month and an index of a rate",
    [byRate({ month: "2026-12", index: "103" })],
    [other("month", "2026-12", ""), other("index", "103", "")],
  ],
  [
    "the base year and the year before it",
    [byRate({ year: 2026, times: 0, due: "7.00" }, {})],
    [["event.rule", { _tag: "BaseYearNotBefore", baseYear: 2026, year: 2026 }]],
  ],
  ["a series of two years", [bySeries(values, indexed, twice)], []],
  [
    "a series without a month and an index",
    [bySeries(values, { due: "103.00", amount: "103.00" })],
    [other("month", "", "2026-12"), other("index", "", "103")],
  ],
  [
    "another month and index of a series",
    [bySeries(values, { ...indexed, month: "2027-12", index: "110" })],
    [other("month", "2027-12", "2026-12"), other("index", "110", "103")],
  ],
  [
    "a series without the index of a year",
    [bySeries({ "2025-12": "100", "2026-12": "103" }, indexed, twice)],
    [["event.rule", { _tag: "IndexGap", series: "Gezondheid", missing: ["2027-12"] }]],
  ],
  [
    "a series with an index of zero",
    [bySeries({ ...values, "2025-12": "0" }, indexed)],
    [["event.rule", { _tag: "IndexNotPositive", series: "Gezondheid", month: "2025-12", value: "0" }]],
  ],
]

describe("RuleAmounts.find", () => {
  test.each(table)("indexation: %s", (_, events, findings) => {
    expect(found(...events)).toEqual(findings)
  })
})
