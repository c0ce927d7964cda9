/** Reversing an entry that was reversed before, and an entry that the journal has twice. */
import { type BudgetEvent, Credit, Estimate, Ledger, Overhead, Reversal } from "@grootboek/core"
import { given, ledger, on, record } from "@grootboek/testing/Given"
import { test } from "vitest"
import { adopted, declared, rule, wages } from "../SmallPlan.ts"

const reason = { class: "correction" } as const

const paid = (amount: string, year: number) => Estimate.post({ line: wages, amounts: { [year]: amount } })

test("of: refuses a reversed entry for its closed year as well", () => {
  const event = { _tag: "EstimatePosted", line: wages, amounts: { "2026": "5.00" } } as const
  const reverse = Reversal.of({ position: 3, event }, reason)
  given(adopted, declared, paid("5.00", 2026), reverse, Credit.close({ year: 2026 }))
    .when(reverse)
    .refuses({ _tag: "AlreadyReversed", position: 3, by: 4 }, { _tag: "YearIsClosed", year: 2026 })
})

test("of: refuses a reversed rule for the years of that entry, not of a later application", () => {
  const made = ledger(adopted, declared, paid("100.00", 2026), Overhead.reallocate(rule))
  const event = made.traces.events.get(4) as BudgetEvent.BudgetEvent
  const reverse = Reversal.of({ position: 4, event }, reason)
  record(made, reverse, paid("-100.00", 2026), paid("100.00", 2027), Overhead.reallocate(rule))
  record(made, Credit.close({ year: 2027 }))
  on(made).when(reverse).refuses({ _tag: "AlreadyReversed", position: 4, by: 5 })
})

test("of: reverses one of two stops of an action, which only an edited journal has", () => {
  const made = ledger(adopted, declared)
  const stop = { _tag: "ActionStopped", action: "A1", lastDay: "2026-06-30", reason, taken: [] } as const
  const later = { ...stop, lastDay: "2027-06-30" } as const
  for (const event of [stop, later]) Ledger.append(made, { event, time: "" })
  on(made)
    .when(Reversal.of({ position: 4, event: later }, reason))
    .records({ _tag: "Reversed", entry: 4, reason, turned: [] })
})
