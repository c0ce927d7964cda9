/** Replacing the opening of a plan: the file is the new state. */
import { Balances, type BudgetEvent, Estimate, Intake, Ledger, Money } from "@grootboek/core"
import { Replacement } from "@grootboek/core/ledger"
import { ledger } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { adopted, declared } from "../SmallPlan.ts"

const carried = (amount: number, description?: string) => {
  const facts = {
    account: "0930000",
    year: 2026,
    adopted: Money.format(Money.ofMicros(BigInt(amount) * Money.scale)),
    ...(description === undefined ? {} : { description }),
  }
  const event: BudgetEvent.BudgetEvent = { _tag: "ResultCarriedForward", ...facts }
  return { decide: Estimate.carryResult(facts), event }
}

/** Replaces the opening by rows, as an import does; ids depend on the content and its occurrence. */
const replace = (made: Ledger.Ledger, ids: Map<string, number>, amounts: ReadonlyArray<number>) => {
  const seen = new Map<number, number>()
  const rows = amounts.map((amount): Replacement.OpeningRow => {
    const turn = (seen.get(amount) ?? 0) + 1
    seen.set(amount, turn)
    const id = `row:${amount}:${turn}`
    const source = { name: "opening.csv", sha256: "0".repeat(64), line: 2 }
    return { request: { id, source, ...carried(amount) }, recorded: ids.get(id) }
  })
  const start = Ledger.position(made)
  const taken = Replacement.take(made, Intake.begin(made, { actor: "test", sha256 }), rows)
  const proposals = taken.outcomes.flatMap(({ outcome }) => outcome.proposals)
  proposals.forEach(({ id }, at) => {
    expect(ids.has(id)).toBe(false)
    ids.set(id, start + at + 1)
  })
  expect(taken.outcomes.flatMap(({ outcome }) => outcome.refused)).toEqual([])
  return proposals
}

const carriedSum = (made: Ledger.Ledger): number =>
  Number(
    Balances.at(
      Balances.of(made.columns),
      { phase: "estimate", direction: "O", account: "0930000", part: "A" },
      2026,
    ) / Money.scale,
  )

const list = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 3 })

describe("Replacement.take", () => {
  test("leaves the sum of the last file, and records nothing for the same file again", () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (files) => {
        const made = ledger(adopted, declared)
        const ids = new Map<string, number>()
        for (const amounts of files) {
          replace(made, ids, amounts)
          expect(carriedSum(made)).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
          expect(replace(made, ids, amounts)).toEqual([])
        }
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test("names both entries in the reversal", () => {
    const made = ledger(adopted, declared)
    const ids = new Map<string, number>()
    replace(made, ids, [5])
    expect(replace(made, ids, [7]).map(({ event }) => event)).toMatchObject([
      { _tag: "ResultCarriedForward", adopted: "7.00" },
      { _tag: "Reversed", entry: 3, replacedBy: [4] },
    ])
  })
})
