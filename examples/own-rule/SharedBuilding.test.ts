/** The rule tested with the kit: on generated authorities, with a law of its own and with the laws of every journal. */
import { Balances, type BudgetEvent, type BudgetLine, Ledger, Money } from "@grootboek/core"
import { Authorities, budgetNeutral, Law, Laws, Lines, Scenarios, Sums } from "@grootboek/laws"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { spread, type User } from "./SharedBuilding.ts"

const trial = { runs: 200, seed: 20_260_101 }

/** A generated authority with a building in its plan, its yearly costs, and the floor space of its users. */
const cases = fc.record({
  authority: Authorities.authority,
  costs: fc.array(fc.integer({ min: 1, max: 100_000_00 }), { minLength: 1, maxLength: 6 }),
  space: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
})

interface Case {
  readonly authority: Authorities.Authority
  readonly costs: ReadonlyArray<number>
  readonly space: ReadonlyArray<number>
}

/** The journal before the rule, and the one after it. */
const recorded = ({ authority, costs, space }: Case) => {
  const amounts = costs.map((cents) => Money.ofMicros(BigInt(cents) * 10_000n))
  const first = Scenarios.play({ authority, steps: [{ step: "estimate", line: Lines.first, amounts }] })
  const posted = first.events.find((event) => event._tag === "EstimatePosted")
  const building: BudgetLine.BudgetLine = posted?.line ?? { direction: "U", account: "", policyItem: "" }
  const structure = Ledger.planAt(first.ledger)?.structure
  const actions = structure === undefined ? [] : Lines.actions(structure)
  const users: ReadonlyArray<User> = actions
    .filter((action) => action !== building.action)
    .slice(0, space.length)
    .map((action, at) => ({ action, squareMetres: String(space[at] ?? 1) }))
  const decided = spread(building, users)(Ledger.state(first.ledger))
  const events: ReadonlyArray<BudgetEvent.BudgetEvent> = Result.getOrElse(decided, () => [])
  return { before: first.events, after: [...first.events, ...events], building, users }
}

test("spread: keeps the sum over all actions", () => {
  const neutral = budgetNeutral({ tolerance: 0, after: 3 })
  const report = Laws.check(neutral.on(cases.map((one) => recorded(one).after)), trial)
  expect(Laws.format(report)).toContain("1 passed, 0 failed")
})

test("spread: leaves nothing on the line of the building", () => {
  const law = Law.law("the building is empty", "Its cost is on the lines of its users.", {
    arbitrary: cases,
    breaks: (one) => {
      const { after, building, users } = recorded(one)
      if (users.length === 0) return undefined
      const ledger = Scenarios.fold(after.map((event) => ({ event, time: "2026-01-01T00:00:00.000Z" })))
      const left = Balances.list(Balances.of(ledger.columns)).filter(
        ({ place }) => place.action === building.action && place.account === building.account,
      )
      return left.length === 0 ? undefined : { what: `${left.length} amounts are left` }
    },
  })
  expect(Laws.check(law, trial).failed).toBe(0)
})

test("spread: the ledger agrees with the reference model of the kit", () => {
  const law = Law.law("the fold agrees", "One map, one addition per amount.", {
    arbitrary: cases,
    breaks: (one) => {
      const { after } = recorded(one)
      const ledger = Scenarios.fold(after.map((event) => ({ event, time: "2026-01-01T00:00:00.000Z" })))
      const off = Sums.difference(Sums.ofLedger(ledger), Sums.of(after))
      return off === undefined ? undefined : { what: off.where, found: off.found, expected: off.expected }
    },
  })
  expect(Laws.check(law, trial).failed).toBe(0)
})

test("SharedBuilding: rounding each share alone breaks the law, with the first wrong year as a table", () => {
  // The usual mistake: every share rounded on its own. Three equal users of 100.00 pay 33.33 each.
  const careless = ({ authority, costs, space }: Case): ReadonlyArray<BudgetEvent.BudgetEvent> => {
    const { before, after, users } = recorded({ authority, costs, space })
    return after.map((event, at): BudgetEvent.BudgetEvent => {
      if (at <= before.length || event._tag !== "EstimatePosted" || users.length === 0) return event
      const year = Object.keys(event.amounts)[0] ?? ""
      const share = Math.round((costs[0] ?? 0) / users.length)
      return {
        ...event,
        amounts: { ...event.amounts, [year]: Money.format(Money.ofMicros(BigInt(share) * 10_000n)) },
      }
    })
  }
  const neutral = budgetNeutral({ tolerance: 0, after: 3 })
  const report = Laws.check(neutral.on(cases.map(careless)), trial)
  const [verdict] = report.verdicts
  expect(verdict?.counterexample?.breach.table?.head).toEqual([
    "entry",
    "event",
    "where",
    "received",
    "spent",
  ])
  expect(verdict && Laws.format(report)).toMatchInlineSnapshot(`
    "✗ the budget stays as it was (4 runs, seed 20260101)
        6 entries
        receipts less expenditure of the budget moved in 2020
          expected at most 0
          found    -0.01
        entry  event           where           received  spent
        ─────  ──────────────  ──────────────  ────────  ─────
            4  EstimatePosted  U 613 100 A111            -0.01
            5  EstimatePosted  U 613 100 A112             0.01
            6  EstimatePosted  U 613 100 A0               0.01
                               balance -0.01       0.00   0.01
    0 passed, 1 failed"
  `)
})
