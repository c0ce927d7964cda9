/** Parts of pass-throughs and contributions that are not the parts of their whole. */
import type { BudgetEvent } from "@grootboek/core"
import { Ledger } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import * as PartAmounts from "../../src/ledger/PartAmounts.ts"
import { type Found, found, ledgerOf } from "../Forged.ts"
import { fees, payment } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Case = readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]

const notDue = (field: string, of: string, recorded: string, due: string, year = 2026): Found => [
  `event.years.${field}`,
  { _tag: "AmountNotDue", of, year, recorded, due },
]
const order = (recorded: string, expected: string): Found => [
  "event.years.parts.order",
  { _tag: "RuleDiffers", recorded, expected },
]

describe("audit: a pass-through", () => {
  type Passed = BudgetEvent.Of<"PassedThrough">
  type Part = readonly [partner: string, amount: string, order?: number]
  const passed = (
    received: string,
    amount: string,
    ...parts: ReadonlyArray<Part>
  ): Passed["years"][number] => ({
    year: 2026,
    received,
    amount,
    parts: parts.map(([partner, change, turn = 0]) => ({ partner, amount: change, order: turn })),
  })
  const of = (years: Passed["years"], shares: readonly [string, string] = ["60", "40"]): Passed => ({
    _tag: "PassedThrough",
    line: payment,
    shares: ["P", "Q"].map((partner, at) => ({ partner, percent: shares[at] ?? "" })),
    years,
  })
  const hundred = passed("100.00", "100.00", ["P", "60.00"], ["Q", "40.00"])
  const cases: ReadonlyArray<Case> = [
    ["of its shares", [of([hundred, { ...hundred, year: 2027 }])], []],
    [
      "of shares that are not 100",
      [of([hundred], ["60", "41"])],
      [["event.shares", { _tag: "SharesDoNotSum", sum: "101" }]],
    ],
    [
      "of other parts",
      [of([passed("100.00", "100.00", ["P", "60.01"], ["Q", "39.99"])])],
      [notDue("parts.amount", "P", "60.01", "60.00"), notDue("parts.amount", "Q", "39.99", "40.00")],
    ],
    [
      "of parts that do not sum",
      [of([{ ...hundred, amount: "100.01" }])],
      [["event.years.amount", { _tag: "PartsDoNotSum", year: 2026, whole: "100.01", sum: "100.00" }]],
    ],
    [
      "with a cent in turn",
      [of([passed("0.01", "0.01", ["P", "0.01", 1], ["Q", "0.00"])], ["50", "50"])],
      [],
    ],
    [
      "with a cent out of turn",
      [of([passed("0.01", "0.01", ["P", "0.00"], ["Q", "0.01", 1])], ["50", "50"])],
      [
        notDue("parts.amount", "P", "0.00", "0.01"),
        order("0", "1"),
        notDue("parts.amount", "Q", "0.01", "0.00"),
        order("1", "0"),
      ],
    ],
    [
      "without a part",
      [of([passed("100.00", "60.00", ["P", "60.00"])])],
      [notDue("parts", "Q", "0.00", "40.00")],
    ],
    ["without any part", [of([passed("0.00", "0.00")])], []],
    [
      "of another partner",
      [of([passed("100.00", "105.00", ["P", "60.00"], ["Q", "40.00"], ["R", "5.00"])])],
      [notDue("parts.amount", "R", "5.00", "0.00")],
    ],
    [
      "that has a part twice",
      [of([passed("100.00", "160.00", ["P", "60.00"], ["P", "60.00"], ["Q", "40.00"])])],
      [notDue("parts.amount", "P", "60.00", "0.00")],
    ],
    [
      "of more that was received",
      [of([hundred]), of([passed("200.00", "100.00", ["P", "60.00"], ["Q", "40.00"])])],
      [],
    ],
    ["of what was passed on before", [of([hundred]), of([passed("100.00", "0.00")])], []],
    [
      "that passes on all again",
      [of([hundred]), of([hundred])],
      [notDue("parts.amount", "P", "60.00", "0.00"), notDue("parts.amount", "Q", "40.00", "0.00")],
    ],
    [
      "of more that was received, without a part",
      [of([hundred]), of([passed("200.00", "60.00", ["P", "60.00"])])],
      [notDue("parts", "Q", "40.00", "80.00")],
    ],
  ]
  test.each(cases)("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })

  test("of no action is compared with those of no action", () => {
    const { action: _, ...line } = payment
    const event: Passed = { ...of([hundred]), line }
    expect(found(event)).toEqual([["event.line", { _tag: "NoPaymentLine", action: "" }]])
    const plan = Ledger.planAt(ledgerOf(event))
    const again = { ...event, years: [passed("100.00", "0.00")] }
    expect(plan && PartAmounts.passedThrough(plan, again)).toEqual([])
  })
})

describe("audit: a contribution", () => {
  type Apportioned = BudgetEvent.Of<"ContributionsApportioned">
  type Part = readonly [member: string, due: string, amount?: string, order?: number]
  const split = (whole: string, ...parts: ReadonlyArray<Part>): Apportioned["years"][number] => ({
    year: 2026,
    whole,
    parts: parts.map(([member, due, amount = due, turn = 0]) => ({ member, due, amount, order: turn })),
  })
  const of = (years: Apportioned["years"], ...weights: ReadonlyArray<string>): Event => ({
    _tag: "ContributionsApportioned",
    contribution: "werking",
    line: fees,
    key: {
      name: "Sleutel",
      by: "shares",
      weights: weights.map((weight, at) => ({ member: `M${at + 1}`, weight })),
    },
    years,
  })
  const halves = split("100.00", ["M1", "50.00"], ["M2", "50.00"])
  const cases: ReadonlyArray<Case> = [
    ["of equal weights", [of([halves, { ...halves, year: 2027 }], "1", "1")], []],
    ["of weights of two digits", [of([halves], "10", "10")], []],
    ["of weights below one", [of([halves], "0.5", "0.50")], []],
    ["of one weight", [of([split("100.00", ["M1", "0.00"], ["M2", "100.00"])], "0", "1")], []],
    [
      "of another amount",
      [of([split("100.00", ["M1", "50.01"], ["M2", "49.99"])], "1", "1")],
      [notDue("parts.due", "M1", "50.01", "50.00"), notDue("parts.due", "M2", "49.99", "50.00")],
    ],
    [
      "of another change",
      [of([split("100.00", ["M1", "50.00", "49.00"], ["M2", "50.00"])], "1", "1")],
      [notDue("parts.amount", "M1", "49.00", "50.00")],
    ],
    [
      "with a cent out of turn",
      [of([split("0.01", ["M1", "0.01"], ["M2", "0.00"])], "1", "1")],
      [order("0", "1")],
    ],
    ["with a cent in turn", [of([split("0.01", ["M1", "0.01", "0.01", 1], ["M2", "0.00"])], "1", "1")], []],
    [
      "without a part",
      [of([split("100.00", ["M1", "50.00"])], "1", "1")],
      [notDue("parts", "M2", "0.00", "50.00")],
    ],
    [
      "that has a part twice",
      [of([split("100.00", ["M1", "50.00"], ["M1", "50.00"], ["M2", "50.00"])], "1", "1")],
      [notDue("parts.amount", "M1", "50.00", "0.00")],
    ],
    [
      "that changes",
      [
        of([halves], "1", "1"),
        of([split("200.00", ["M1", "100.00", "50.00"], ["M2", "100.00", "50.00"])], "1", "1"),
      ],
      [],
    ],
    ["of what was apportioned before", [of([halves], "1", "1"), of([split("100.00")], "1", "1")], []],
    [
      "that changes, without a part",
      [of([halves], "1", "1"), of([split("200.00", ["M1", "100.00", "50.00"])], "1", "1")],
      [notDue("parts", "M2", "50.00", "100.00")],
    ],
    ["of a member without a weight", [of([split("100.00", ["M1", "100.00"], ["M2", "0.00"])], "1")], []],
    [
      "of weights that sum to zero",
      [of([split("100.00", ["M1", "50.00"])], "0", "0.00")],
      [["event.key", { _tag: "KeySumsToZero", key: "Sleutel" }], notDue("parts.due", "M1", "50.00", "0.00")],
    ],
    [
      "of a negative weight",
      [of([split("100.00", ["M1", "50.00"])], "-1", "2")],
      [
        ["event.key", { _tag: "NegativeWeight", member: "M1", weight: "-1" }],
        notDue("parts.due", "M1", "50.00", "0.00"),
      ],
    ],
  ]
  test.each(cases)("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})
