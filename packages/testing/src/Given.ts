/** Specifications in three steps: decisions made before, one decision requested, its outcome. */
import {
  Balances,
  type BudgetEvent,
  type BudgetLine,
  type Decision,
  Ledger,
  Money,
  type Refusal,
} from "@grootboek/core"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { ledger } from "./Ledgers.ts"

export { ledger, record } from "./Ledgers.ts"

/** The outcome of the decision that was requested. */
export interface When {
  /** Asserts that the decision becomes these events and no other. */
  readonly records: (...events: ReadonlyArray<BudgetEvent.BudgetEvent>) => void
  /** Asserts that the decision is refused for these reasons and no other: a name, or the name with its facts. */
  readonly refuses: (...refusals: ReadonlyArray<Refusal.Refusal | Refusal.RefusalTag>) => void
}

/** Starts a specification: the decisions that were made before. */
export const given = (...before: ReadonlyArray<Decision.Decision>) => on(ledger(...before))

/** Starts a specification on a ledger. */
export const on = (made: Ledger.Ledger) => ({
  when: (decide: Decision.Decision): When => {
    const outcome = Result.getOrElse(decide(Ledger.state(made)), (reasons) => reasons)
    return {
      records: (...events) => {
        expect(outcome).toStrictEqual(events)
      },
      refuses: (...refusals) => {
        const found = outcome.map((one, at) => (typeof refusals[at] === "string" ? one._tag : one))
        expect(found).toStrictEqual(refusals)
      },
    }
  },
})

/** Returns the names of the reasons to refuse a decision; none when it is accepted. */
export const refusals = (made: Ledger.Ledger, decide: Decision.Decision): ReadonlyArray<Refusal.RefusalTag> =>
  Result.match(decide(Ledger.state(made)), {
    onFailure: (reasons) => reasons.map(({ _tag }) => _tag),
    onSuccess: () => [],
  })

/** Returns the estimates of a line, over all its parts, year by year. */
export const estimates = (
  made: Ledger.Ledger,
  line: BudgetLine.BudgetLine,
  years: ReadonlyArray<number> = [2026, 2027, 2028],
): ReadonlyArray<string> =>
  years.map((year) => Money.format(Balances.ofLine(Balances.of(made.columns), "estimate", line, year)))
