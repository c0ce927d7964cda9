/** Overhead charges that do not follow from the base, the percentage and the exceptions that their event records. */
import type { BudgetEvent } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import { sha256 } from "@grootboek/testing/Ledgers"
import { describe, expect, test } from "vitest"
import { type Found, found, sealed } from "../Forged.ts"
import { rule as small, wages } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Line = BudgetEvent.Of<"EstimatePosted">["line"]

const estimate = (line: Line, amounts: Readonly<Record<string, string>>): Event => ({
  _tag: "EstimatePosted",
  line,
  amounts,
})

const differs = (field: string, of: string, [recorded, due]: readonly [string, string]): Found => [
  `event.charges.${field}`,
  { _tag: "AmountNotDue", of, year: 2026, recorded, due },
]

type Charge = BudgetEvent.Of<"OverheadReallocated">["charges"][number]
const overhead = (
  charges: ReadonlyArray<Partial<Charge>>,
  more: Partial<BudgetEvent.OverheadRule> = {},
): Event => ({
  _tag: "OverheadReallocated",
  rule: { ...small, chargeAccount: "6140000", creditAccount: "7450000", ...more },
  charges: charges.map((charge) => ({
    action: "A1",
    policyItem: "0900",
    year: 2026,
    base: "100.00",
    due: "15.00",
    amount: "15.00",
    ...charge,
  })),
})
const maximum = {
  exceptions: [{ _tag: "LegalMaximum", action: "A1", amounts: { "2026": "20.00" }, reference: "Decreet" }],
} as const
// The exception of 20.00 is for both policy items of A1: 15.00 and 5.00 by their standard shares of 30.00 and 10.00.
const both = [
  estimate({ ...wages }, { "2026": "200.00" }),
  estimate({ ...wages, policyItem: "0110" }, { "2026": "66.66" }),
]

const table: ReadonlyArray<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]> = [
  ["overhead of 15 percent", [overhead([{}, { year: 2027 }])], []],
  [
    "overhead of another percentage",
    [overhead([{ due: "15.01", amount: "15.01" }])],
    [differs("due", "A1", ["15.01", "15.00"])],
  ],
  [
    "overhead of another change",
    [overhead([{ amount: "14.99" }])],
    [differs("amount", "A1", ["14.99", "15.00"])],
  ],
  [
    "overhead that was posted before",
    [overhead([{}]), overhead([{ base: "200.00", due: "30.00", amount: "15.00" }])],
    [],
  ],
  [
    "overhead that was posted before and is posted again",
    [overhead([{}]), overhead([{}])],
    [differs("amount", "A1", ["15.00", "0.00"])],
  ],
  ["overhead that one event posts twice", [overhead([{}, {}])], [differs("amount", "A1", ["15.00", "0.00"])]],
  [
    "overhead of the credited action and of an excluded one",
    [
      overhead(
        [
          { action: "A9", due: "0.00", amount: "0.00" },
          { action: "A2", due: "0.00", amount: "0.00" },
        ],
        { excluded: ["A2"] },
      ),
    ],
    [],
  ],
  [
    "overhead charged to the credited action and to an excluded one",
    [overhead([{ action: "A9" }, { action: "A2" }], { excluded: ["A2"] })],
    [differs("due", "A9", ["15.00", "0.00"]), differs("due", "A2", ["15.00", "0.00"])],
  ],
  [
    "an exception below the standard share",
    [overhead([{ base: "200.00", due: "20.00", amount: "20.00", standard: "30.00" }], maximum)],
    [],
  ],
  [
    "an exception with another standard share",
    [overhead([{ base: "200.00", due: "20.00", amount: "20.00", standard: "30.01" }], maximum)],
    [differs("standard", "A1", ["30.01", "30.00"])],
  ],
  [
    "an exception that is not applied",
    [overhead([{ base: "200.00", due: "30.00", amount: "30.00" }], maximum)],
    [differs("due", "A1", ["30.00", "20.00"])],
  ],
  [
    "an exception of which another charge does not change",
    [
      ...both,
      overhead([{ base: "200.00", due: "15.000375", amount: "15.000375", standard: "30.00" }], maximum),
    ],
    [],
  ],
  [
    "an exception whose other charges are not counted",
    [...both, overhead([{ base: "200.00", due: "15.00", amount: "15.00" }], maximum)],
    [differs("due", "A1", ["15.00", "15.000375"])],
  ],
  [
    "an exception by the charges of the event alone",
    [...both, overhead([{ base: "200.00", due: "20.00", amount: "20.00", standard: "30.00" }], maximum)],
    [],
  ],
]

describe("RuleAmounts.find", () => {
  test.each(table)("%s", (_, events, findings) => {
    expect(found(...events)).toEqual(findings)
  })

  test("overhead before the plan", () => {
    const { findings } = Audit.all(sealed([overhead([{}])]), { sha256 })
    expect(findings.map(({ facts }) => facts)).toEqual([
      { _tag: "InvalidEntry", reason: { _tag: "PlanNotAdopted" } },
    ])
  })
})
