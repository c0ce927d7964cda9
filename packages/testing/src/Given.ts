/** Ledgers for tests, and specifications in three steps: decisions made before, one decision requested, its outcome. */
import {
  Balances,
  type BudgetEvent,
  type BudgetLine,
  type Decision,
  Intake,
  type Journal,
  Ledger,
  Money,
  type Refusal,
} from "@grootboek/core"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { sha256 } from "./W13.ts"

/** The outcome of the decision that was requested. */
export interface When {
  /** Asserts that the decision becomes these events and no other. */
  readonly records: (...events: ReadonlyArray<BudgetEvent.BudgetEvent>) => void
  /** Asserts that the decision is refused for these reasons and no other: a name, or the name with its facts. */
  readonly refuses: (...refusals: ReadonlyArray<Refusal.Refusal | Refusal.Tag>) => void
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

/** Returns a ledger on which decisions were made, each followed by the plan's own rules. */
export const ledger = (...decisions: ReadonlyArray<Decision.Decision>): Ledger.Ledger => {
  const made = Ledger.empty()
  record(made, ...decisions)
  return made
}

/** Records decisions in a ledger; none may be refused. */
export const record = (into: Ledger.Ledger, ...decisions: ReadonlyArray<Decision.Decision>): void => {
  for (const decide of decisions) propose(into, [{ id: `request:${Ledger.position(into)}`, decide }])
}

/** Decides requests on a ledger, which grows by them, and returns what is to be written; none may be refused. */
export const propose = (
  working: Ledger.Ledger,
  requests: ReadonlyArray<Decision.Request>,
): ReadonlyArray<Journal.Proposal> => {
  const context = { actor: "test", sha256, recorded: new Map() }
  const { proposals, refused } = Intake.decide(working, requests, context)
  if (refused.length > 0) throw new Error(JSON.stringify(refused.map(({ refusal }) => refusal)))
  return proposals
}

/** Returns the names of the reasons to refuse a decision; none when it is accepted. */
export const refusals = (made: Ledger.Ledger, decide: Decision.Decision): ReadonlyArray<Refusal.Tag> =>
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
