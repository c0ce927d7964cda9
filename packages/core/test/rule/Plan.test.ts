/** The state of a plan after each event, reversals included. */
import type { BudgetEvent, BudgetLine } from "@grootboek/core"
import { Money, Plan, Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { chargeKey, passKey } from "../../src/rule/Posted.ts"
import { goods, payment, rule } from "../SmallPlan.ts"

const adoption: BudgetEvent.Of<"PlanAdopted"> = {
  _tag: "PlanAdopted",
  entity: { name: "Vereniging", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2028 },
  creditYears: [2026],
}
const charge = (action: string, amount: string) => ({
  action,
  policyItem: "0900",
  year: 2026,
  base: "0.00",
  due: amount,
  amount,
})
const overhead = (...charges: BudgetEvent.Of<"OverheadReallocated">["charges"]): BudgetEvent.BudgetEvent => ({
  _tag: "OverheadReallocated",
  rule,
  charges,
})
const shares = [
  { partner: "Noord", percent: "60" },
  { partner: "Zuid", percent: "40" },
]
const passed = (
  north: string,
  south: string,
  line: BudgetLine.BudgetLine = payment,
): BudgetEvent.BudgetEvent => ({
  _tag: "PassedThrough",
  line,
  shares,
  years: [
    {
      year: 2026,
      received: "0.00",
      amount: "0.00",
      parts: [
        { partner: "Noord", amount: north, order: 0 },
        { partner: "Zuid", amount: south, order: 0 },
      ],
    },
  ],
})
const key = { name: "sleutel", by: "equal", weights: [] } as const
const contribution = (name: string): BudgetEvent.BudgetEvent => ({
  _tag: "ContributionsApportioned",
  contribution: name,
  line: goods,
  key,
  years: [],
})
const reason = { class: "correction" } as const
const stopped = (action: string): BudgetEvent.BudgetEvent => ({
  _tag: "ActionStopped",
  action,
  lastDay: "2027-06-30",
  reason,
  taken: [],
})
const reversed = (entry: number): BudgetEvent.BudgetEvent => ({ _tag: "Reversed", entry, reason, turned: [] })

/** The plan after entries, the first of which adopts it at position 1. */
const after = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>): Plan.Plan => {
  const plan = [adoption, ...events].reduce<Plan.Plan | undefined>(
    (before, event, at) => Plan.evolve(before, event, at + 1),
    undefined,
  )
  if (plan === undefined) throw new Error("it is adopted")
  return plan
}

describe("Plan.evolve", () => {
  test("starts with the facts of the adoption", () => {
    expect(after()).toEqual({
      entity: adoption.entity,
      edition: "bbc-3.0",
      years: adoption.years,
      versions: [{ label: "2026/0", position: 1, creditYears: [2026] }],
      structure: Structure.empty,
      closed: new Set(),
      overhead: undefined,
      charged: new Map(),
      passThroughs: new Map(),
      reversed: new Map(),
      repayments: new Map(),
      applied: new Map(),
      contributions: new Map(),
      funding: new Map(),
      met: new Set(),
      stopped: new Map(),
    })
    expect(Plan.current(after())?.label).toBe("2026/0")
  })

  test("ignores events before the adoption and a second adoption", () => {
    expect(Plan.evolve(undefined, { _tag: "YearClosed", year: 2026 }, 1)).toBeUndefined()
    const plan = after()
    expect(Plan.evolve(plan, { ...adoption, plan: "2032/0" }, 9)).toBe(plan)
  })

  test("adds a version and its declarations when the plan is adjusted", () => {
    const adjusted: BudgetEvent.BudgetEvent = {
      _tag: "PlanAdjusted",
      plan: "2026/1",
      creditYears: [2027],
      changes: [],
    }
    const goal = { code: "A3", level: "action", name: "Nieuw", priority: false } as const
    const plan = after(adjusted, { ...adjusted, plan: "2026/2", structure: { goals: [goal] } })
    expect(plan.versions.map(({ label, position, creditYears }) => [label, position, creditYears])).toEqual([
      ["2026/0", 1, [2026]],
      ["2026/1", 2, [2027]],
      ["2026/2", 3, [2027]],
    ])
    expect(Plan.current(plan)?.label).toBe("2026/2")
    expect([...plan.structure.goals.values()]).toEqual([goal])
    expect(after(adjusted).structure).toBe(Structure.empty)
  })

  test.each<BudgetEvent.BudgetEvent>([
    { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } },
    { _tag: "EstimatesIndexed", rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 }, lines: [] },
    { _tag: "ResultCarriedForward", account: "0930000", year: 2026 },
    { _tag: "FundsEarmarked", account: "0900000", amounts: {} },
    { _tag: "DebtOpened", account: "1730000", kind: "bonds", year: 2026, amount: "1.00" },
    { _tag: "CreditTransferred", from: goods, to: payment, year: 2026, amount: "1.00", reason },
    {
      _tag: "CommitmentRecorded",
      line: goods,
      year: 2026,
      date: "2026-01-31",
      reference: "B1",
      amount: "1.00",
    },
    { _tag: "ActualRecorded", line: goods, year: 2026, date: "2026-01-31", amount: "1.00", voucher: "F1" },
    { _tag: "CarriedOver", line: goods, from: 2026, to: 2027, amount: "1.00" },
  ])("changes nothing after $_tag", (event) => {
    const plan = after(overhead(charge("A1", "1.00")))
    expect(Plan.evolve(plan, event, 3)).toBe(plan)
  })
})

describe("Plan.evolve: applied rules", () => {
  const charged = (plan: Plan.Plan) =>
    [...plan.charged.values()].map(({ action, year, amount }) => `${action} ${year} ${Money.format(amount)}`)
  const passes = (plan: Plan.Plan) =>
    [...plan.passThroughs].map(([action, { shares: by, passed: amounts }]) => [
      action,
      by.length,
      [...amounts.values()].map(Money.format),
    ])

  test("sums overhead per action and removes it with the rule when it is reversed", () => {
    const [first, second] = [
      overhead(charge("A1", "1.00"), charge("A2", "2.00")),
      overhead(charge("A1", "0.50")),
    ]
    const plan = after(first, second)
    expect([charged(plan), plan.overhead]).toEqual([["A1 2026 1.50", "A2 2026 2.00"], rule])
    const back = after(first, second, reversed(2))
    expect([charged(back), back.overhead]).toEqual([["A1 2026 0.50", "A2 2026 0.00"], undefined])
    expect([...back.reversed]).toEqual([[2, 4]])
    expect([...back.applied.keys()]).toEqual([2, 3])
  })

  test("sums parts per partner and removes the shares when the pass-through is reversed", () => {
    const other = { ...payment, action: "A1" }
    const plan = after(passed("6.00", "4.00"), passed("0.60", "0.40"), passed("1.00", "2.00", other))
    expect(passes(plan)).toEqual([
      ["A2", 2, ["6.60", "4.40"]],
      ["A1", 2, ["1.00", "2.00"]],
    ])
    expect(plan.passThroughs.get("A2")?.line).toEqual(payment)
    const back = after(passed("6.00", "4.00"), passed("0.60", "0.40"), reversed(3))
    expect(passes(back)).toEqual([["A2", 0, ["6.00", "4.00"]]])
    expect(after(passed("6.00", "4.00"), reversed(2)).applied.size).toBe(1)
  })

  test("keeps a contribution until it is reversed", () => {
    const plan = after(contribution("basis"), contribution("extra"))
    expect([...plan.contributions]).toEqual([
      ["basis", { line: goods, key }],
      ["extra", { line: goods, key }],
    ])
    const back = after(contribution("basis"), contribution("extra"), reversed(2))
    expect([...back.contributions.keys()]).toEqual(["extra"])
  })

  test("keeps the last day of a stopped action until it is reversed", () => {
    expect([...after(stopped("A1"), stopped("A2")).stopped]).toEqual([
      ["A1", "2027-06-30"],
      ["A2", "2027-06-30"],
    ])
    expect([...after(stopped("A1"), stopped("A2"), reversed(3)).stopped.keys()]).toEqual(["A1"])
  })

  test("keeps the statement of repayments of a year until it is reversed", () => {
    const repaid = (year: number, amount: string): BudgetEvent.BudgetEvent => ({
      _tag: "RepaymentStated",
      year,
      rule: { _tag: "StatedAmount", amount },
      due: amount,
      amount,
    })
    const plan = after(repaid(2026, "80.00"), repaid(2027, "90.00"))
    expect([...plan.repayments]).toEqual([
      [2026, { _tag: "StatedAmount", amount: "80.00" }],
      [2027, { _tag: "StatedAmount", amount: "90.00" }],
    ])
    expect([...after(repaid(2026, "80.00"), repaid(2027, "90.00"), reversed(2)).repayments.keys()]).toEqual([
      2027,
    ])
  })

  test("keeps rules when another entry is reversed", () => {
    const plan = after(overhead(charge("A1", "1.00")))
    const back = after(overhead(charge("A1", "1.00")), reversed(1))
    expect(back).toEqual({ ...plan, reversed: new Map([[1, 3]]) })
  })
})

describe("Plan.evolve: lines and conditions", () => {
  test("keeps the funding of a line until it is replaced", () => {
    const named = (condition: string): BudgetEvent.BudgetEvent => ({
      _tag: "FundingAssigned",
      lines: [
        { line: goods, condition },
        { line: payment, source: "gifts" },
      ],
    })
    const plan = after(named("V1"), {
      _tag: "FundingAssigned",
      lines: [{ line: goods, condition: "V2" }],
    })
    expect([...plan.funding.values()]).toEqual([
      { line: goods, condition: "V2" },
      { line: payment, source: "gifts" },
    ])
    expect(plan.funding.get(Plan.lineKey(goods))?.condition).toBe("V2")
  })

  test("tracks conditions and closed years separately", () => {
    const judged = (condition: string, met: boolean): BudgetEvent.BudgetEvent => ({
      _tag: "ConditionJudged",
      condition,
      met,
      date: "2026-03-01",
    })
    expect([...after(judged("V1", true), judged("V2", true), judged("V1", false)).met]).toEqual(["V2"])
    const closed = after({ _tag: "YearClosed", year: 2026 }, { _tag: "YearClosed", year: 2027 })
    expect([...closed.closed]).toEqual([2026, 2027])
  })
})

test("chargeKey and passKey: differ when any code or year differs", () => {
  const keys = [
    chargeKey(rule, "A1", "0900", 2026),
    chargeKey(rule, "A1", "0900", 2027),
    chargeKey(rule, "A10", "900", 2026),
    chargeKey({ ...rule, target: "A8" }, "A1", "0900", 2026),
    chargeKey({ ...rule, chargeAccount: "6170001" }, "A1", "0900", 2026),
    chargeKey({ ...rule, creditAccount: "7470001" }, "A1", "0900", 2026),
    chargeKey({ ...rule, creditPolicyItem: "0111" }, "A1", "0900", 2026),
    passKey(2026, "Noord"),
    passKey(2027, "Noord"),
    passKey(2026, "Zuid"),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})
