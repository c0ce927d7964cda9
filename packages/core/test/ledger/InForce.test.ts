/** Whether a recorded declaration or rule was replaced or reversed by a later entry. */
import {
  Adoption,
  type BudgetEvent,
  Estimate,
  Indexation,
  Ledger,
  Overhead,
  Reversal,
  Stop,
} from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as InForce from "../../src/ledger/InForce.ts"
import { adopted, declarations, declared, goods, rule, wages } from "../SmallPlan.ts"

const reason = { class: "correction" } as const
const eventAt = (made: Ledger.Ledger, position: number): BudgetEvent.BudgetEvent => {
  const event = made.traces.events.get(position)
  if (event === undefined) throw new Error(`no entry ${position}`)
  return event
}
const reverse = (made: Ledger.Ledger, position: number): void =>
  record(made, Reversal.of({ position, event: eventAt(made, position) }, reason))

describe("InForce.isReversed", () => {
  const paid = [Estimate.post({ line: wages, amounts: { "2026": "100.00", "2027": "100.00" } })]

  test("is whether all equal applications of a rule are reversed", () => {
    const made = ledger(adopted, declared, ...paid, Overhead.reallocate(rule))
    const applied = eventAt(made, 4)
    const other = { ...applied, charges: [] } as BudgetEvent.BudgetEvent
    expect(InForce.isReversed(made, applied)).toBe(false)
    reverse(made, 4)
    expect([InForce.isReversed(made, applied), InForce.isReversed(made, other)]).toEqual([true, false])
    record(made, Overhead.reallocate(rule))
    expect(InForce.isReversed(made, applied)).toBe(false)
    reverse(made, 6)
    expect(InForce.isReversed(made, applied)).toBe(true)
  })

  test("is false of a posting, of a rule that was not recorded, and without a plan", () => {
    const made = ledger(adopted, declared, ...paid)
    const posting = {
      _tag: "EstimatePosted",
      line: wages,
      amounts: { "2026": "100.00", "2027": "100.00" },
    } as const
    const earmarked = { _tag: "FundsEarmarked", account: "0900000", amounts: { "2026": "1.00" } } as const
    record(made, () => Result.succeed([earmarked]))
    record(made, Reversal.of({ position: 3, event: posting }, reason))
    reverse(made, 4)
    expect([posting, earmarked].map((event) => InForce.isReversed(made, event))).toEqual([false, false])
    expect(InForce.isReversed(made, { _tag: "OverheadReallocated", rule, charges: [] })).toBe(false)
    expect(InForce.isReversed(Ledger.empty(), { _tag: "OverheadReallocated", rule, charges: [] })).toBe(false)
  })

  test("is true of an indexation and a stop that were reversed", () => {
    const made = ledger(adopted, declared, ...paid)
    record(
      made,
      Indexation.apply({
        rule: { _tag: "FixedRate", percent: "2", baseYear: 2026 },
        lines: { accounts: ["62"] },
      }),
      Stop.after("A1", "2026-12-31", reason),
    )
    const [indexed, stopped] = [eventAt(made, 4), eventAt(made, 5)]
    expect([InForce.isReversed(made, indexed), InForce.isReversed(made, stopped)]).toEqual([false, false])
    reverse(made, 5)
    expect([InForce.isReversed(made, indexed), InForce.isReversed(made, stopped)]).toEqual([false, true])
    reverse(made, 4)
    expect(InForce.isReversed(made, indexed)).toBe(true)
    // The same day again: the stop is in force, although the entry of the first is reversed.
    record(made, Stop.after("A1", "2026-12-31", reason))
    expect(InForce.isReversed(made, stopped)).toBe(false)
  })
})

describe("InForce.isReplaced", () => {
  const request = (declares: typeof declarations | object) => ({
    id: "rows",
    decide: Adoption.declare(declares),
    event: { _tag: "StructureDeclared", declarations: declares } as const,
  })
  const recorded = { _tag: "StructureDeclared", declarations } as const

  test("of declarations is whether declaring them again changes anything", () => {
    const made = ledger(adopted, declared)
    expect(InForce.isReplaced(made, request(declarations), recorded)).toBe(false)
    record(made, Adoption.declare({ goals: [{ ...declarations.goals[2], name: "Loket" }] }))
    expect(InForce.isReplaced(made, request(declarations), recorded)).toBe(true)
    record(made, Adoption.declare({ goals: [{ ...declarations.goals[2] }] }))
    expect(InForce.isReplaced(made, request(declarations), recorded)).toBe(false)
    const more = { members: [{ code: "M1", name: "Dorp" }] }
    expect(InForce.isReplaced(made, request(more), recorded)).toBe(true)
  })

  test("of declarations that are decided is whether anything is decided", () => {
    const made = ledger(adopted, declared)
    const decide = (events: number) => ({
      id: "rows",
      decide: () => Result.succeed(Array.from({ length: events }, () => recorded)),
    })
    expect([0, 1].map((events) => InForce.isReplaced(made, decide(events), recorded))).toEqual([false, true])
    const refused = { id: "rows", decide: () => Result.fail([{ _tag: "PlanNotAdopted" } as const]) }
    expect(InForce.isReplaced(made, refused, recorded)).toBe(false)
  })

  test("is false of a posting and without a plan, and true of a rule with other terms", () => {
    const made = ledger(adopted, declared, Overhead.reallocate(rule))
    const overhead = { _tag: "OverheadReallocated", rule, charges: [] } as const
    const posting = { _tag: "EstimatePosted", line: goods, amounts: {} } as const
    const of = (event: BudgetEvent.BudgetEvent, on = made) =>
      InForce.isReplaced(on, request(declarations), event)
    expect([of(posting), of(overhead), of({ ...overhead, rule: { ...rule, percent: "16" } })]).toEqual([
      ...[false, false, true],
    ])
    expect([of(overhead, Ledger.empty()), of(recorded, Ledger.empty())]).toEqual([false, false])
  })
})
