/** Amounts of rules that do not follow from the base, the rate and the rounding that their event records. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods, payment, van } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Line = BudgetEvent.Of<"EstimatePosted">["line"]

const committed = (amount: string, line: Line = goods, year = 2026): Event => ({
  _tag: "CommitmentRecorded",
  line,
  year,
  date: `${year}-01-01`,
  reference: "B-1",
  amount,
})

const differs = (
  field: string,
  of: string,
  [recorded, due]: readonly [string, string],
  year = 2026,
): Found => [`event.${field}`, { _tag: "AmountNotDue", of, year, recorded, due }]
const other = (field: string, recorded: string, expected: string): Found => [
  `event.${field}`,
  { _tag: "RuleDiffers", recorded, expected },
]

const stated = (due: string, amount = due): Event => ({
  _tag: "RepaymentStated",
  year: 2026,
  rule: { _tag: "StatedAmount", amount: "80.00" },
  due,
  amount,
})
const rated = (base: string | undefined, due: string): Event => ({
  _tag: "RepaymentStated",
  year: 2026,
  rule: { _tag: "DebtRate", percent: "8" },
  ...(base === undefined ? {} : { base }),
  due,
  amount: due,
})

const releasing = (
  ...released: ReadonlyArray<
    readonly [line: typeof goods | typeof payment, reference: string, amount: string]
  >
): Event => ({
  _tag: "YearClosed",
  year: 2026,
  ...(released.length === 0
    ? {}
    : { released: released.map(([line, reference, amount]) => ({ line, reference, amount })) }),
})
const onGoods = "A1 · 0900 · 6140000 · U"
const onPayment = "A2 · 0900 · 6140000 · U"

const stopped = (lastDay: string, ...taken: BudgetEvent.Of<"ActionStopped">["taken"]): Event => ({
  _tag: "ActionStopped",
  action: "A1",
  lastDay,
  reason: { class: "timing" },
  taken,
})
const minus = { "2027": "-1.00", "2028": "-2.00" }

const table: ReadonlyArray<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]> = [
  ["a repayment of the stated amount", [stated("80.00")], []],
  ["a repayment of another amount", [stated("80.01")], [differs("due", "II.b", ["80.01", "80.00"])]],
  [
    "a repayment of another change",
    [stated("80.00", "79.00")],
    [differs("amount", "II.b", ["79.00", "80.00"])],
  ],
  ["a repayment that was stated before", [stated("80.00"), stated("80.00", "0.00")], []],
  [
    "a repayment that is posted again",
    [stated("80.00"), stated("80.00")],
    [differs("amount", "II.b", ["80.00", "0.00"])],
  ],
  ["a repayment of 8 percent", [rated("100.00", "8.00")], []],
  ["a repayment of 9 percent", [rated("100.00", "9.00")], [differs("due", "II.b", ["9.00", "8.00"])]],
  ["a repayment without a base", [rated(undefined, "8.00")], [differs("due", "II.b", ["8.00", "0.00"])]],

  ["a closing without commitments", [releasing()], []],
  [
    "a closing that releases what is open",
    [
      committed("5.00"),
      committed("3.00", payment),
      releasing([payment, "B-1", "-3.00"], [goods, "B-1", "-5.00"]),
    ],
    [],
  ],
  [
    "a closing that releases nothing",
    [committed("5.00"), committed("3.00", payment), releasing()],
    [
      differs("released", `${onGoods} B-1`, ["0.00", "-5.00"]),
      differs("released", `${onPayment} B-1`, ["0.00", "-3.00"]),
    ],
  ],
  [
    "a closing that releases another amount",
    [committed("5.00"), releasing([goods, "B-1", "-4.99"])],
    [differs("released", `${onGoods} B-1`, ["-4.99", "-5.00"])],
  ],
  [
    "a closing that releases a commitment twice",
    [committed("5.00"), releasing([goods, "B-1", "-5.00"], [goods, "B-1", "-5.00"])],
    [differs("released", `${onGoods} B-1`, ["-5.00", "0.00"])],
  ],
  ["a closing with a commitment of another year", [committed("5.00", goods, 2027), releasing()], []],
  [
    "a closing after the commitment was used",
    [
      committed("5.00"),
      {
        _tag: "ActualRecorded",
        line: goods,
        year: 2026,
        date: "2026-06-30",
        amount: "5.00",
        voucher: "F-1",
        commitment: "B-1",
      },
      releasing(),
    ],
    [],
  ],

  [
    "a stop that takes later years back",
    [stopped("2026-12-31", { line: goods, amounts: minus }, { line: van, amounts: minus })],
    [],
  ],
  [
    "a stop that takes its own year back",
    [stopped("2027-01-01", { line: goods, amounts: minus })],
    [other("taken.amounts.2027", "2027", "> 2027")],
  ],
  [
    "a stop that takes amounts of another action and of no action back",
    [
      stopped(
        "2027-12-31",
        { line: payment, amounts: { "2028": "-2.00" } },
        { line: { direction: "U", account: "6140000", policyItem: "0900" }, amounts: {} },
      ),
    ],
    [other("taken.line.action", "A2", "A1"), other("taken.line.action", "", "A1")],
  ],
  [
    "a stop that takes an amount back twice",
    [
      stopped(
        "2027-12-31",
        { line: goods, amounts: { "2028": "-2.00" } },
        { line: { ...goods }, amounts: { "2028": "-2.00" } },
      ),
    ],
    [differs("taken.amounts.2028", "6140000", ["-2.00", "0.00"], 2028)],
  ],
]

describe("RuleAmounts.find", () => {
  test.each(table)("%s", (_, events, findings) => {
    expect(found(...events)).toEqual(findings)
  })
})
