/** The postings of rules, with the data to recompute them. */
import { type BudgetEvent, Money, RulePosting } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { rule as given, goods, payment } from "../SmallPlan.ts"

const euro = (text: string) => Money.from(text)

describe("RulePosting of overhead", () => {
  const rule = { ...given, excluded: [] }
  const charge = {
    action: "A1",
    policyItem: "0900",
    year: 2026,
    base: "200.00",
    due: "30.00",
    amount: "-3.00",
  }
  const posted = (of: BudgetEvent.OverheadCharge) =>
    RulePosting.overhead({ _tag: "OverheadReallocated", rule, charges: [of] }, of)

  test("posts one amount twice: charged to the action, credited to the target", () => {
    const shared = {
      year: 2026,
      amount: euro("-3.00"),
      rule: { rule: "overhead", percent: "15", base: "200.00", due: "30.00", target: "A9" },
    }
    expect(posted(charge)).toStrictEqual([
      {
        place: {
          phase: "estimate",
          direction: "U",
          account: "6170000",
          policyItem: "0900",
          action: "A1",
        },
        ...shared,
      },
      {
        place: {
          phase: "estimate",
          direction: "O",
          account: "7470000",
          policyItem: "0110",
          action: "A9",
        },
        ...shared,
      },
    ])
  })

  test("includes the standard share and the reference under an exception", () => {
    const limited = posted({ ...charge, standard: "40.00", reference: "art. 3" })
    expect(limited.map(({ rule: stated }) => stated)).toStrictEqual(
      [1, 2].map(() => ({
        rule: "overhead",
        percent: "15",
        base: "200.00",
        due: "30.00",
        target: "A9",
        standard: "40.00",
        reference: "art. 3",
      })),
    )
  })
})

test("RulePosting of pass-through: subtracts the parts of the partners from the payment line", () => {
  const year = {
    year: 2026,
    received: "10.01",
    amount: "10.01",
    parts: [
      { partner: "Noord", amount: "6.01", order: 1 },
      { partner: "Weg", amount: "4.00", order: 0 },
    ],
  }
  const event = {
    _tag: "PassedThrough",
    line: payment,
    shares: [
      { partner: "Zuid", percent: "40" },
      { partner: "Noord", percent: "60" },
    ],
    years: [year],
  } as const
  const place = { phase: "estimate", ...payment }
  expect(RulePosting.passedOn(event, year)).toStrictEqual([
    { place, year: 2026, amount: euro("-10.01") },
    {
      place: { ...place, part: "Noord" },
      year: 2026,
      amount: euro("6.01"),
      rule: { rule: "passThrough", percent: "60", received: "10.01", partner: "Noord", order: 1 },
    },
    {
      place: { ...place, part: "Weg" },
      year: 2026,
      amount: euro("4.00"),
      rule: { rule: "passThrough", percent: "0", received: "10.01", partner: "Weg", order: 0 },
    },
  ])
})

describe("RulePosting of indexation", () => {
  const line = {
    line: goods,
    base: "100.00",
    years: [{ year: 2027, times: 1, due: "102.00", amount: "2.00" }],
  }
  const place = { phase: "estimate", ...goods }

  test("posts the change with the rate", () => {
    const rule = { _tag: "FixedRate", percent: "2", baseYear: 2026 } as const
    const stated = {
      rule: "indexation",
      base: "100.00",
      baseYear: 2026,
      times: 1,
      due: "102.00",
      percent: "2",
    }
    const event = { _tag: "EstimatesIndexed", rule, lines: [line] } as const
    expect(RulePosting.indexed(event, line)).toStrictEqual([
      { place, year: 2027, amount: euro("2.00"), rule: stated },
    ])
    expect(RulePosting.indexed({ ...event, reason: { class: "index" } }, line)).toStrictEqual([
      { place, year: 2027, amount: euro("2.00"), rule: stated, reason: { class: "index" } },
    ])
  })

  test("posts the change with the series and both index values", () => {
    const rule = {
      _tag: "IndexSeries",
      series: "prijzen",
      baseMonth: "2025-12",
      baseYear: 2026,
      values: { "2025-12": "120" },
    } as const
    const event = { _tag: "EstimatesIndexed", rule, lines: [line] } as const
    const years = [{ year: 2027, times: 1, month: "2026-12", index: "122.4", due: "102.00", amount: "2.00" }]
    const stated = { rule: "indexation", base: "100.00", baseYear: 2026, times: 1, due: "102.00" }
    const rules = (of: typeof line, from: string) =>
      RulePosting.indexed({ ...event, rule: { ...rule, values: { [from]: "120" } } }, of).map(
        (posting) => posting.rule,
      )
    expect(rules({ ...line, years }, "2025-12")).toStrictEqual([
      { ...stated, series: "prijzen", index: "122.4", baseIndex: "120" },
    ])
    expect(rules(line, "2024-12")).toStrictEqual([{ ...stated, series: "prijzen", baseIndex: "" }])
  })
})

test("RulePosting of contributions: subtracts the parts of the members from the line", () => {
  const year = {
    year: 2026,
    whole: "10.00",
    parts: [
      { member: "M2", due: "7.50", amount: "2.50", order: 1 },
      { member: "M3", due: "0.00", amount: "-1.00", order: 0 },
    ],
  }
  const key = {
    name: "sleutel",
    by: "shares",
    weights: [
      { member: "M1", weight: "1" },
      { member: "M2", weight: "3" },
    ],
  } as const
  const event = {
    _tag: "ContributionsApportioned",
    contribution: "basis",
    line: goods,
    key,
    years: [year],
  } as const
  const place = { phase: "estimate", ...goods }
  const stated = { rule: "contribution", contribution: "basis", key: "sleutel", whole: "10.00" }
  expect(RulePosting.apportioned(event, year)).toStrictEqual([
    { place, year: 2026, amount: euro("-1.50") },
    {
      place: { ...place, part: "M2" },
      year: 2026,
      amount: euro("2.50"),
      rule: { ...stated, member: "M2", weight: "3", due: "7.50", order: 1 },
    },
    {
      place: { ...place, part: "M3" },
      year: 2026,
      amount: euro("-1.00"),
      rule: { ...stated, member: "M3", weight: "0", due: "0.00", order: 0 },
    },
  ])
})
