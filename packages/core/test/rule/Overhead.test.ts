/** Overhead: the share of the staff cost that every action is charged. */
import { Credit, Estimate, Overhead } from "@grootboek/core"
import { given } from "@grootboek/testing/Given"
import { describe, test } from "vitest"
import {
  adopted,
  declarations,
  declared,
  fees,
  goods,
  type grant,
  type payment,
  rule,
  type van,
  wages,
} from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

describe("Overhead.reallocate", () => {
  const before = [adopted, declared, posted(wages, "20718.24"), posted(goods, "1000.00")] as const
  const charge = {
    action: "A1",
    policyItem: "0900",
    year: 2026,
    base: "20718.24",
    due: "3107.736",
    amount: "3107.736",
  }

  test("charges each action its share of the staff cost only", () => {
    given(...before)
      .when(Overhead.reallocate(rule))
      .records({ _tag: "OverheadReallocated", rule, charges: [charge] })
  })

  test("records nothing when it is applied again", () => {
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.reallocate(rule))
      .records()
  })

  test("records the difference when the percentage changes", () => {
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.reallocate({ ...rule, percent: "10" }))
      .records({
        _tag: "OverheadReallocated",
        rule: { ...rule, percent: "10" },
        charges: [{ ...charge, due: "2071.824", amount: "-1035.912" }],
      })
  })

  test("takes back what an earlier rule posted on other accounts", () => {
    const elsewhere = { ...rule, chargeAccount: "6180000" } as const
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.reallocate(elsewhere))
      .records(
        {
          _tag: "OverheadReallocated",
          rule: { ...rule, percent: "0" },
          charges: [{ ...charge, base: "0.00", due: "0.00", amount: "-3107.736" }],
        },
        { _tag: "OverheadReallocated", rule: elsewhere, charges: [charge] },
      )
  })

  test("charges neither the overhead action, nor excluded actions, nor lines without an action", () => {
    const { action: _, ...loose } = wages
    given(
      adopted,
      declared,
      posted(wages, "100.00"),
      Estimate.post({ line: { ...wages, action: "A9" }, amounts: { "2026": "100.00" } }),
      Estimate.post({ line: loose, amounts: { "2026": "100.00" } }),
    )
      .when(Overhead.reallocate({ ...rule, excluded: ["A1", "A9"] }))
      .records({ _tag: "OverheadReallocated", rule: { ...rule, excluded: ["A1", "A9"] }, charges: [] })
  })

  test("changes nothing in closed years", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(Overhead.reallocate(rule))
      .records({ _tag: "OverheadReallocated", rule, charges: [] })
  })

  test("refuses when an action, account or policy item is unknown", () => {
    given(...before)
      .when(
        Overhead.reallocate({
          ...rule,
          target: "AP1",
          excluded: ["A404"],
          chargeAccount: "9990000",
          creditAccount: "8880000",
          creditPolicyItem: "9999",
        }),
      )
      .refuses(
        { _tag: "NotAnAction", action: "AP1", level: "actionPlan" },
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "UnknownPolicyItem", policyItem: "9999" },
        { _tag: "UnknownAccount", account: "8880000", direction: "O" },
        { _tag: "UnknownAccount", account: "9990000", direction: "U" },
      )
  })

  test("refuses when the credited row needs a sector", () => {
    given(...before)
      .when(Overhead.reallocate({ ...rule, creditAccount: "7402000" }))
      .refuses({ _tag: "SectorRequired", account: "7402000", row: "II.A.3.a" })
  })
})

describe("Overhead.reallocate: its base", () => {
  const base = { ...rule, excluded: [] } as const
  const charge = {
    action: "A1",
    policyItem: "0900",
    year: 2026,
    base: "100.00",
    due: "15.00",
    amount: "15.00",
  } as const
  const before = [adopted, declared, posted(wages, "100.00")] as const

  test("excludes realised wages", () => {
    const paid = Credit.record({ line: wages, year: 2026, date: "2026-01-31", amount: "8.00", voucher: "L1" })
    given(...before, paid)
      .when(Overhead.reallocate(base))
      .records({ _tag: "OverheadReallocated", rule: base, charges: [charge] })
  })

  test("includes expenditure of every base account and no receipts", () => {
    const wider = { ...base, baseAccounts: ["62", "745"] }
    given(...before, posted(fees, "40.00"))
      .when(Overhead.reallocate(wider))
      .records({ _tag: "OverheadReallocated", rule: wider, charges: [charge] })
  })

  test("excludes the overhead action when the rule does not list it", () => {
    const own = Estimate.post({ line: { ...wages, action: "A9" }, amounts: { "2026": "50.00" } })
    given(...before, own)
      .when(Overhead.reallocate(base))
      .records({ _tag: "OverheadReallocated", rule: base, charges: [charge] })
  })

  test("charges a real cost in full when the staff cost is zero", () => {
    const exceptions = [
      { _tag: "RealCost", action: "A1", amounts: { "2026": "30.00" }, reference: "art. 4" },
    ] as const
    const excepted = { ...base, exceptions }
    const back = Estimate.post({ line: { ...wages, account: "6204000" }, amounts: { "2026": "-100.00" } })
    given(...before, back)
      .when(Overhead.reallocate(excepted))
      .records({
        _tag: "OverheadReallocated",
        rule: excepted,
        charges: [
          { ...charge, base: "0.00", due: "30.00", amount: "30.00", standard: "0.00", reference: "art. 4" },
        ],
      })
  })

  test("refuses an invalid target once when it is excluded as well", () => {
    const [goal] = declarations.goals
    given(...before)
      .when(Overhead.reallocate({ ...base, target: goal.code, excluded: [goal.code] }))
      .refuses({ _tag: "NotAnAction", action: goal.code, level: goal.level })
  })
})
