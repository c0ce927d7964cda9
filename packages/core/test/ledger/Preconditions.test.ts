/** Entries with right hashes that every version of the decisions refused to record: each is found, with its field and its facts. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { fees, goods, van, wages } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const reason = { class: "correction" } as const
const estimate: Event = { _tag: "EstimatePosted", line: goods, amounts: { 2026: "100.00", 2027: "100.00" } }
const credit: Event = { _tag: "EstimatePosted", line: van, amounts: { 2026: "500.00" } }
const placeOf = (account: string, direction = "U") => `A1 · 0900 · ${account} · ${direction}`
const stop: Event = {
  _tag: "ActionStopped",
  action: "A1",
  lastDay: "2026-12-31",
  reason,
  taken: [{ line: goods, amounts: { 2027: "-100.00" } }],
}
const stoppedIn = (year: number) =>
  ({ _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year }) as const
const commitment = {
  _tag: "CommitmentRecorded",
  line: goods,
  year: 2026,
  date: "2026-03-01",
  reference: "B-1",
  amount: "50.00",
} as const
const transfer = { _tag: "CreditTransferred", from: goods, year: 2026, amount: "10.00", reason } as const
const carried = { _tag: "CarriedOver", line: van, from: 2026, to: 2027, amount: "10.00" } as const

describe("audit: a transfer", () => {
  test("is of one total of M3", () => {
    expect(found(estimate, { ...transfer, to: wages })).toEqual([])
    expect(found(estimate, credit, { ...transfer, to: van })).toEqual([
      [
        "event.to",
        {
          _tag: "CreditExceeded",
          source: "Exploitatie/U",
          row: "Investeringen/U",
          year: 2026,
          credit: "500.00",
          short: "10.00",
        },
      ],
    ])
  })

  test("is not to a stopped action", () => {
    expect(found(estimate, stop, { ...transfer, to: wages, year: 2027 })).toEqual([
      ["event.to.action", stoppedIn(2027)],
    ])
  })
})

describe("audit: a carry-over", () => {
  const booked: Event = {
    _tag: "ActualRecorded",
    line: van,
    year: 2026,
    date: "2026-05-01",
    amount: "100.00",
    voucher: "F-1",
  }
  test.each<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]>([
    ["of all that is left", [credit, booked, { ...carried, amount: "400.00" }], []],
    [
      "of more than is left",
      [credit, booked, { ...carried, amount: "400.01" }],
      [
        [
          "event.amount",
          { _tag: "CarryOverTooLarge", place: placeOf("2400000"), left: "400.00", asked: "400.01" },
        ],
      ],
    ],
    ["below zero, which only later versions refuse", [{ ...carried, amount: "-10.00" }], []],
    ["of zero", [{ ...carried, amount: "0.00" }], []],
    [
      "below zero, beside debts that are opened in a later year",
      [
        { ...carried, amount: "-10.00" },
        { _tag: "DebtOpened", kind: "bonds", account: "1700000", year: 2027, amount: "5.00" },
      ],
      [],
    ],
    ["of zero, where more was booked than the credit", [booked, { ...carried, amount: "0.00" }], []],
    [
      "that is not of an investment",
      [estimate, { ...carried, line: goods }],
      [["event.line", { _tag: "NotAnInvestment", place: placeOf("6140000") }]],
    ],
    [
      "of a line without a row",
      [{ ...carried, line: { ...van, account: "9999999" }, amount: "0.00" }],
      [["event.line.account", { _tag: "UnknownAccount", account: "9999999", direction: "U" }]],
    ],
    [
      "to a stopped action",
      [credit, { ...stop, taken: [] }, carried],
      [["event.line.action", stoppedIn(2027)]],
    ],
  ])("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})

describe("audit: a stopped action", () => {
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    ["has an estimate in its last year", estimate, [["event.line.action", stoppedIn(2027)]]],
    [
      "has no booking after it",
      {
        _tag: "ActualRecorded",
        line: goods,
        year: 2027,
        date: "2027-01-01",
        amount: "1.00",
        voucher: "F-1",
      },
      [["event.line.action", stoppedIn(2027)]],
    ],
    [
      "is not adjusted after it",
      {
        _tag: "PlanAdjusted",
        plan: "2026/1",
        creditYears: [],
        changes: [
          { line: wages, amounts: { 2026: "1.00" } },
          { line: goods, amounts: { 2026: "1.00", 2028: "1.00" } },
        ],
      },
      [["event.changes.line.action", stoppedIn(2028)]],
    ],
    [
      "is not indexed after it",
      {
        _tag: "EstimatesIndexed",
        rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 },
        lines: [
          { line: goods, base: "100.00", years: [{ year: 2027, times: 1, due: "102.00", amount: "102.00" }] },
        ],
      },
      [["event.lines.line.action", stoppedIn(2027)]],
    ],
    [
      "has no commitment after it",
      { ...commitment, year: 2027, date: "2027-01-01" },
      [["event.line.action", stoppedIn(2027)]],
    ],
  ])("%s", (_, event, expected) => {
    expect(found(estimate, stop, event)).toEqual(expected)
  })

  test("has bookings of receipts in its last year", () => {
    const booked = { year: 2026, date: "2026-12-31", amount: "1.00", voucher: "F-1" }
    expect(found(estimate, stop, { _tag: "ActualRecorded", line: fees, ...booked })).toEqual([])
  })

  test("is not stopped before a closed year", () => {
    const close: Event = { _tag: "YearClosed", year: 2027 }
    expect(found(close, { ...stop, taken: [], lastDay: "2027-06-30" })).toEqual([])
    expect(found(close, { ...stop, taken: [] })).toEqual([
      ["event.lastDay", { _tag: "YearIsClosed", year: 2027 }],
    ])
  })
})
