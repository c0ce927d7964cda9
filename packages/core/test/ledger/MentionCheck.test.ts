/** Codes that are not declared, years outside the plan or closed, and days that the calendar does not have. */
import type { BudgetEvent } from "@grootboek/core"
import { Ledger, Validity } from "@grootboek/core/ledger"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods, plan } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const years = { first: 2026, last: 2028 }
const inYears = (...of: ReadonlyArray<number>): Event => ({
  _tag: "EstimatePosted",
  line: goods,
  amounts: Object.fromEntries(of.map((year) => [year, "1.00"])),
})

describe("audit: a year", () => {
  const close: Event = { _tag: "YearClosed", year: 2026 }
  const booked: Event = {
    _tag: "ActualRecorded",
    line: goods,
    year: 2026,
    date: "2026-06-30",
    amount: "1.00",
    voucher: "F-1",
  }
  test.each<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]>([
    ["at the ends of the plan", [inYears(2026, 2028)], []],
    [
      "before and after the plan",
      [inYears(2025, 2026, 2029)],
      [
        ["event.amounts.2025", { _tag: "YearOutsidePlan", year: 2025, years }],
        ["event.amounts.2029", { _tag: "YearOutsidePlan", year: 2029, years }],
      ],
    ],
    [
      "that is closed",
      [close, inYears(2026, 2027)],
      [["event.amounts.2026", { _tag: "YearIsClosed", year: 2026 }]],
    ],
    ["that is closed, of a booking", [close, booked], [["event.year", { _tag: "YearIsClosed", year: 2026 }]]],
    [
      "after the plan, of a booking",
      [{ ...booked, year: 2029 }],
      [["event.year", { _tag: "YearOutsidePlan", year: 2029, years }]],
    ],
    [
      "that is closed, of a target",
      [
        {
          _tag: "StructureDeclared",
          declarations: {
            indicators: [{ code: "I1", goal: "A1", name: "Aantal", kind: "count", total: "sum" }],
          },
        },
        close,
        {
          _tag: "StructureDeclared",
          declarations: { targets: [{ indicator: "I1", year: 2026, aim: "follow" }] },
        },
      ],
      [],
    ],
    [
      "outside the plan, of credit",
      [
        {
          _tag: "PlanAdjusted",
          plan: "2026/1",
          creditYears: [2025],
          changes: [{ line: goods, amounts: { 2026: "1.00" } }],
        },
      ],
      [["event.creditYears", { _tag: "YearOutsidePlan", year: 2025, years }]],
    ],
  ])("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})

describe("audit: a day that does not exist", () => {
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    [
      "of a booking",
      {
        _tag: "ActualRecorded",
        line: goods,
        year: 2026,
        date: "2026-02-30",
        amount: "1.00",
        voucher: "F-1",
      },
      [["event.date", { _tag: "ImpossibleDay", day: "2026-02-30" }]],
    ],
    [
      "of a resolution",
      { _tag: "YearClosed", year: 2026, resolution: { body: "Raad", date: "2026-06-31" } },
      [["event.resolution.date", { _tag: "ImpossibleDay", day: "2026-06-31" }]],
    ],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })
})

describe("audit: an account of results", () => {
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    ["that is declared", { _tag: "FundsEarmarked", account: "0900000", amounts: { 2026: "1.00" } }, []],
    [
      "of the other direction",
      { _tag: "FundsEarmarked", account: "0930000", amounts: { 2026: "1.00" } },
      [["event.account", { _tag: "UnknownAccount", account: "0930000", direction: "U" }]],
    ],
    [
      "of another section",
      { _tag: "FundsEarmarked", account: "6140000", amounts: { 2026: "1.00" } },
      [["event.account", { _tag: "NotAResultAccount", account: "6140000" }]],
    ],
    [
      "that needs a sector",
      { _tag: "ResultCarriedForward", account: "7405000", year: 2026, adopted: "1.00" },
      [["event.account", { _tag: "UnknownAccount", account: "7405000", direction: "O" }]],
    ],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })
})

test("check: credit years of an adoption are years of its plan", () => {
  const event: Event = { _tag: "PlanAdopted", ...plan, creditYears: [2026, 2029] }
  const stored = { kind: event._tag, content: { event }, source: undefined, time: "2026-03-01T09:00:00.000Z" }
  expect(Validity.begin().check(Ledger.empty(), stored)).toEqual([
    { field: "event.creditYears", reason: { _tag: "YearOutsidePlan", year: 2029, years } },
  ])
})
