/** Open statements show what the forms show when they are read anew, after every entry. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Live from "../../src/answer/Live.ts"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import * as Balances from "../../src/fold/Balances.ts"
import { formIds } from "../../src/form/bbc3/index.ts"
import * as Ledger from "../../src/ledger/Ledger.ts"
import * as Statement from "../../src/ledger/Statement.ts"
import * as Year from "../../src/value/Year.ts"
import { runs } from "../Runs.ts"

const opening: ReadonlyArray<BudgetEvent> = [
  {
    _tag: "PlanAdopted",
    entity: { name: "Voorbeeld", type: "gemeente" },
    plan: "2026/0",
    edition: "bbc-3.0",
    years: { first: 2026, last: 2031 },
    creditYears: [2026],
  },
  {
    _tag: "StructureDeclared",
    declarations: {
      goals: [
        { code: "P1", level: "policyObjective", name: "Doel", priority: false },
        { code: "A1", level: "action", parent: "P1", name: "Actie", priority: true },
      ],
      policyItems: [{ code: "0100", name: "Item", field: "010", fieldName: "Veld", domain: "Domein" }],
      accounts: [
        { section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] },
        { section: "operating", direction: "O", row: "II.A.1", prefixes: ["70"] },
        { section: "investment", direction: "U", row: "I.B.1.a", prefixes: ["22"] },
        { section: "financing", direction: "U", row: "I.A.1", prefixes: ["42"] },
      ],
    },
  },
]

const line = fc.record(
  {
    direction: fc.constantFrom("U" as const, "O" as const),
    account: fc.constantFrom("610000", "700000", "220000", "420000", "990000"),
    policyItem: fc.constant("0100"),
    action: fc.constantFrom("A1", "A2"),
  },
  { requiredKeys: ["direction", "account", "policyItem"] },
)

const change = fc.record({
  line,
  amounts: fc.dictionary(
    fc.integer({ min: 2024, max: 2033 }).map(String),
    fc.integer({ min: -99_999, max: 99_999 }).map((euro) => `${euro}.50`),
    { maxKeys: 6 },
  ),
})

const event: fc.Arbitrary<BudgetEvent> = fc.oneof(
  { weight: 8, arbitrary: change.map((one): BudgetEvent => ({ _tag: "EstimatePosted", ...one })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(change, { maxLength: 3 }), fc.boolean()).map(
      ([changes, isNew]): BudgetEvent => ({
        _tag: "PlanAdjusted",
        plan: "2026/1",
        creditYears: [2027],
        changes,
        ...(isNew
          ? {
              structure: {
                goals: [{ code: "A2", level: "action", parent: "P1", name: "Nieuw", priority: false }],
                accounts: [{ section: "operating", direction: "U", row: "I.A.2", prefixes: ["99"] }],
              },
            }
          : {}),
      }),
    ),
  },
)

test("open statements hold sums that no 64 bits hold, from the entry on that makes them", () => {
  const ledger = Ledger.empty()
  const append = (one: BudgetEvent) =>
    Result.getOrThrow(Ledger.append(ledger, { event: one, time: "2026-01-05T09:00:00.000Z" }))
  for (const one of opening) append(one)
  const live = Live.open(ledger, ["M2", "T2"])
  for (let account = 0; account < 24; account++) {
    append({
      _tag: "EstimatePosted",
      line: { direction: "U", account: `${610000 + account}`, policyItem: "0100" },
      amounts: { "2026": "999999999999.99" },
    })
    live.follow()
    const plan = Ledger.planAt(ledger)
    for (const form of ["M2", "T2"] as const) {
      const layout = Ledger.layout(ledger, form, plan as NonNullable<typeof plan>)
      const span = Year.list({ first: 2026, last: 2031 })
      expect(live.amounts(form)).toEqual(Statement.amounts(layout, Balances.of(ledger.columns), span))
    }
  }
  expect(
    live
      .amounts("M2")
      ?.flat()
      .some((amount) => amount < -(2n ** 63n)),
  ).toBe(true)
})

test("open statements show after every entry what a form read anew shows", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const ledger = Ledger.empty()
      const live = Live.open(ledger, formIds)
      expect(live.amounts("M2")).toBeUndefined()
      for (const one of [...opening, ...events]) {
        Result.getOrThrow(Ledger.append(ledger, { event: one, time: "2026-01-05T09:00:00.000Z" }))
        live.follow()
        const plan = Ledger.planAt(ledger)
        if (plan === undefined) throw new Error("no plan")
        for (const form of formIds) {
          const layout = Ledger.layout(ledger, form, plan)
          const anew = Statement.amounts(layout, Balances.of(ledger.columns), Year.list(plan.years))
          expect(live.amounts(form)).toEqual(anew)
        }
      }
    }),
    { numRuns: runs(50) },
  )
})
