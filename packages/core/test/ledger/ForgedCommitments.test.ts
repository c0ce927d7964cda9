/** Commitments, releases and bookings that every version of the decisions refused to record. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { fees, goods, payment } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const reason = { class: "correction" } as const
const placeOf = (account: string, direction = "U") => `A1 · 0900 · ${account} · ${direction}`
const stop: Event = {
  _tag: "ActionStopped",
  action: "A1",
  lastDay: "2026-12-31",
  reason,
  taken: [{ line: goods, amounts: { 2027: "-100.00" } }],
}
const commitment = {
  _tag: "CommitmentRecorded",
  line: goods,
  year: 2026,
  date: "2026-03-01",
  reference: "B-1",
  amount: "50.00",
} as const

describe("audit: a commitment", () => {
  const place = placeOf("6140000")
  test.each<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]>([
    ["of an expenditure line", [commitment], []],
    [
      "of receipts",
      [{ ...commitment, line: fees }],
      [["event.line", { _tag: "CommitmentOfReceipts", place: placeOf("7450000", "O") }]],
    ],
    [
      "of zero",
      [{ ...commitment, amount: "0.00" }],
      [["event.reference", { _tag: "CommitmentOfZero", reference: "B-1", place, year: 2026 }]],
    ],
    [
      "with the reference of another",
      [commitment, commitment],
      [["event.reference", { _tag: "CommitmentTwice", reference: "B-1", place, year: 2026 }]],
    ],
    ["that is released", [commitment, { ...commitment, amount: "-50.00" }], []],
    [
      "that is released of a stopped action",
      [
        { ...commitment, year: 2027 },
        { ...stop, taken: [] },
        { ...commitment, year: 2027, amount: "-50.00" },
      ],
      [],
    ],
    [
      "of which more is released than is open",
      [commitment, { ...commitment, amount: "-50.01" }],
      [
        [
          "event.amount",
          { _tag: "ReleaseTooLarge", reference: "B-1", place, year: 2026, open: "50.00", asked: "50.01" },
        ],
      ],
    ],
    [
      "that is released and was never recorded",
      [commitment, { ...commitment, reference: "B-2", amount: "-1.00" }],
      [["event.amount", { _tag: "UnknownCommitment", reference: "B-2", place, year: 2026 }]],
    ],
  ])("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})

describe("audit: a booking on a commitment", () => {
  const booked = {
    _tag: "ActualRecorded",
    line: goods,
    year: 2026,
    date: "2026-05-01",
    amount: "70.00",
    voucher: "F-1",
  } as const
  const unknown = (reference: string, place: string, year = 2026): Found => [
    "event.commitment",
    { _tag: "UnknownCommitment", reference, place, year },
  ]
  const place = placeOf("6140000")
  const cases: ReadonlyArray<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]> = [
    ["that is recorded", [commitment, { ...booked, commitment: "B-1" }], []],
    ["that it does not name", [booked], []],
    ["that is not recorded", [commitment, { ...booked, commitment: "B-2" }], [unknown("B-2", place)]],
    [
      "of another year",
      [commitment, { ...booked, year: 2027, commitment: "B-1" }],
      [unknown("B-1", place, 2027)],
    ],
    [
      "of another line",
      [commitment, { ...booked, line: payment, commitment: "B-1" }],
      [unknown("B-1", "A2 · 0900 · 6140000 · U")],
    ],
    [
      "of receipts",
      [commitment, { ...booked, line: fees, commitment: "B-1" }],
      [unknown("B-1", "A1 · 0900 · 7450000 · O")],
    ],
  ]
  test.each(cases)("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})
