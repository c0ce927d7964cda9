/** Reversing an entry. */
import {
  Balances,
  type BudgetEvent,
  Credit,
  Estimate,
  Ledger,
  Overhead,
  PassThrough,
  Posting,
  Reversal,
  Stop,
} from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import { given, ledger, on, record } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { adopted, declared, type fees, goods, grant, payment, rule, type van, wages } from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

describe("Reversal.of", () => {
  const event = {
    _tag: "EstimatePosted",
    line: goods,
    amounts: { "2026": "100.00", "2027": "-5.00" },
  } as const
  const before = [adopted, declared, Estimate.post(event)] as const
  const reason = { class: "correction", text: "dubbel" } as const
  const place = { phase: "estimate", ...goods } as const

  test("negates the amounts and keeps the reason", () => {
    given(...before)
      .when(Reversal.of({ position: 3, event }, reason))
      .records({
        _tag: "Reversed",
        entry: 3,
        reason,
        turned: [
          { place, year: 2026, amount: "-100.00" },
          { place, year: 2027, amount: "5.00" },
        ],
      })
  })

  test("names the entries that were recorded in its place", () => {
    given(...before)
      .when(Reversal.of({ position: 3, event }, reason, [4, 5]))
      .records({
        _tag: "Reversed",
        entry: 3,
        replacedBy: [4, 5],
        reason,
        turned: [
          { place, year: 2026, amount: "-100.00" },
          { place, year: 2027, amount: "5.00" },
        ],
      })
  })

  test("keeps the part of every place", () => {
    const result = {
      account: "0930000",
      year: 2026,
      adopted: "10.00",
      unprocessed: { operating: "2.00", investment: "-3.00" },
    } as const
    const shares = [
      { partner: "Noord", percent: "75" },
      { partner: "Zuid", percent: "25" },
    ] as const
    const actual = { line: goods, year: 2026, date: "2026-05-01", amount: "9.00", voucher: "F1" } as const
    const history = ledger(
      adopted,
      declared,
      posted(grant, "8.00"),
      posted(payment, "8.00"),
      Estimate.carryResult(result),
      PassThrough.passOn("A2", shares),
      Credit.record(actual),
    )
    const passed = {
      _tag: "PassedThrough",
      line: payment,
      shares,
      years: [
        {
          year: 2026,
          received: "8.00",
          amount: "8.00",
          parts: [
            { partner: "Noord", amount: "6.00", order: 0 },
            { partner: "Zuid", amount: "2.00", order: 0 },
          ],
        },
      ],
    } as const
    const turned = (position: number, event: BudgetEvent.BudgetEvent, ...amounts: ReadonlyArray<object>) =>
      on(history)
        .when(Reversal.of({ position, event }, reason))
        .records({ _tag: "Reversed", entry: position, reason, turned: amounts } as never)
    const carried = { phase: "estimate", direction: "O", account: "0930000" }
    turned(
      5,
      { _tag: "ResultCarriedForward", ...result },
      { place: { ...carried, part: "A" }, year: 2026, amount: "-10.00" },
      { place: { ...carried, part: "B.1" }, year: 2026, amount: "-2.00" },
      { place: { ...carried, part: "B.2" }, year: 2026, amount: "3.00" },
    )
    const paid = { phase: "estimate", ...payment }
    turned(
      6,
      passed,
      { place: paid, year: 2026, amount: "8.00" },
      { place: { ...paid, part: "Noord" }, year: 2026, amount: "-6.00" },
      { place: { ...paid, part: "Zuid" }, year: 2026, amount: "-2.00" },
    )
    turned(
      7,
      { _tag: "ActualRecorded", ...actual },
      { place: { phase: "actual", ...goods, part: "2026-05" }, year: 2026, amount: "-9.00" },
    )
  })

  test("refuses when the entry was reversed before", () => {
    given(...before, Reversal.of({ position: 3, event }, reason))
      .when(Reversal.of({ position: 3, event }, reason))
      .refuses({ _tag: "AlreadyReversed", position: 3, by: 4 })
  })

  test("refuses when a year of the entry is closed", () => {
    given(...before, Credit.close({ year: 2027 }))
      .when(Reversal.of({ position: 3, event }, reason))
      .refuses({ _tag: "YearIsClosed", year: 2027 })
  })

  test.each([
    [
      "an entry without amounts",
      { _tag: "ConditionJudged", condition: "V1", met: true, date: "2026-03-01" } as const,
    ],
    [
      "a closed year",
      {
        _tag: "YearClosed",
        year: 2026,
        released: [{ line: goods, reference: "B-1", amount: "-1.00" }],
      } as const,
    ],
    [
      "a reversal",
      { _tag: "Reversed", entry: 3, reason, turned: [{ place, year: 2026, amount: "1.00" }] } as const,
    ],
    [
      "an adjustment",
      {
        _tag: "PlanAdjusted",
        plan: "x",
        creditYears: [],
        changes: [{ line: goods, amounts: { "2026": "1.00" } }],
      } as const,
    ],
  ])("refuses %s", (_, other) => {
    given(...before)
      .when(Reversal.of({ position: 3, event: other }, reason))
      .refuses({ _tag: "NotReversible", position: 3, kind: other._tag })
  })

  test("switches a rule off until it is applied again", () => {
    const rule = {
      target: "A9",
      percent: "10",
      baseAccounts: ["62"],
      chargeAccount: "6170000",
      creditAccount: "7470000",
      creditPolicyItem: "0110",
      excluded: [],
    } as const
    const charge = {
      action: "A1",
      policyItem: "0900",
      year: 2026,
      base: "50.00",
      due: "5.00",
      amount: "5.00",
    }
    const applied = { _tag: "OverheadReallocated", rule, charges: [charge] } as const
    const history = [
      adopted,
      declared,
      posted(wages, "50.00"),
      Overhead.reallocate(rule),
      Reversal.of({ position: 4, event: applied }, reason),
      posted(goods, "1.00"),
    ] as const
    given(...history)
      .when(Overhead.reallocate(rule))
      .records(applied)
  })

  test("reverses the entries that follow from a rule with the one that states it", () => {
    const history = ledger(
      adopted,
      declared,
      posted(wages, "100.00"),
      Overhead.reallocate(rule),
      posted(wages, "40.00"),
    )
    const [stated, followed] = [4, 6].map((position) => ({
      position,
      event: history.traces.events.get(position) as BudgetEvent.BudgetEvent,
    }))
    on(history)
      .when(Reversal.of(followed as never, reason))
      .refuses({ _tag: "FollowsFromRule", position: 6, stated: 4, rule: "overhead", subject: "A9" })
    record(history, Reversal.of(stated as never, reason))
    expect(history.traces.events.size).toBe(6)
    const left = Balances.list(Balances.of(history.columns)).filter(({ amount }) => amount !== 0n)
    expect(left.map(({ place }) => place.account)).toEqual([wages.account])
    expect(PlanRemarks.of(history)).toEqual([])
  })

  test("reverses a stop that took nothing back, so that later estimates are accepted", () => {
    const history = ledger(adopted, declared, Stop.after("A1", "2026-06-30", { class: "timing" }))
    const event = history.traces.events.get(3) as BudgetEvent.BudgetEvent
    record(history, Reversal.of({ position: 3, event }, reason), posted(goods, "1.00", 2027))
    expect(Ledger.position(history)).toBe(5)
  })

  test("verify: names a rule that an earlier version switched off and left amounts of", () => {
    const history = ledger(
      adopted,
      declared,
      posted(wages, "100.00"),
      Overhead.reallocate(rule),
      posted(wages, "40.00"),
    )
    const stated = history.traces.events.get(4) as BudgetEvent.BudgetEvent
    const turned = Posting.turn(Posting.of(stated))
    Ledger.append(history, { event: { _tag: "Reversed", entry: 4, reason, turned }, time: "" })
    expect(PlanRemarks.of(history)).toEqual([
      { position: 6, code: "RuleLeftOver", facts: { _tag: "RuleLeftOver", rule: "overhead", subject: "A9" } },
    ])
  })

  test("verify: names a rule whose amounts are not due any more", () => {
    const history = ledger(adopted, declared, posted(wages, "100.00"), Overhead.reallocate(rule))
    const event = { _tag: "EstimatePosted", line: wages, amounts: { "2026": "9.00" } } as const
    Ledger.append(history, { event, time: "" })
    expect(PlanRemarks.of(history)).toEqual([
      { position: 4, code: "RuleBehind", facts: { _tag: "RuleBehind", rule: "overhead", subject: "A9" } },
    ])
  })
})
