/** Specs read given / when / then: a small board, what it did before, what somebody wants, and what comes of it. */
import { Adoption, type BudgetEvent, type Decision, Intake, Ledger, type Refusal } from "@grootboek/core"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { digest } from "./Digest.ts"

/** What is asked after what came before. */
export interface When {
  /** It becomes these events and nothing else. */
  readonly records: (...events: ReadonlyArray<BudgetEvent.BudgetEvent>) => void
  /** It is refused for these reasons and no other. */
  readonly refuses: (...refusals: ReadonlyArray<Refusal.Refusal>) => void
}

/** A ledger on which decisions were made, each followed by the plan's own rules. */
export const ledger = (...before: ReadonlyArray<Decision.Decision>): Ledger.Ledger => {
  const made = Ledger.empty()
  before.forEach((decide, at) => {
    const context = { actor: "tests", sha256: digest, recorded: new Map() }
    const { refused } = Intake.decide(made, [{ id: `request:${at}`, decide }], context)
    if (refused.length > 0) throw new Error(JSON.stringify(refused.map(({ refusal }) => refusal)))
  })
  return made
}

/** What came before, and what is asked then. */
export const given = (...before: ReadonlyArray<Decision.Decision>) => ({
  when: (decide: Decision.Decision): When => {
    const decided = decide(Ledger.state(ledger(...before)))
    return {
      records: (...events) => {
        expect(Result.getOrElse(decided, (refusals) => refusals)).toStrictEqual(events)
      },
      refuses: (...refusals) => {
        expect(Result.match(decided, { onFailure: (all) => all, onSuccess: (all) => all })).toStrictEqual(
          refusals,
        )
      },
    }
  },
})

/** Adopts the plan 2026-2028 of a small board. */
export const adopted = Adoption.adopt({
  entity: { name: "Vereniging", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2028 },
  creditYears: [2026],
})

/** What it declares: one objective with a plan, three actions, two items, two sectors, and accounts of every section. */
export const declarations = {
  goals: [
    { code: "BD1", level: "policyObjective", name: "Dienstverlening", priority: true },
    { code: "AP1", level: "actionPlan", parent: "BD1", name: "Wonen", priority: true },
    { code: "A1", level: "action", parent: "AP1", name: "Woonloket", priority: true },
    { code: "A2", level: "action", parent: "AP1", name: "Energiehuis", priority: true },
    { code: "A9", level: "action", name: "Overhead", priority: false },
  ],
  policyItems: [
    { code: "0900", name: "Zorg", field: "0900", fieldName: "Sociale bijstand", domain: "Zorg" },
    { code: "0110", name: "Bestuur", field: "0110", fieldName: "Secretariaat", domain: "Algemeen" },
  ],
  sectors: [
    { code: "OCMW", counterparty: "OCMW", origin: 5, operatingGrant: 11 },
    { code: "FIN", counterparty: "bank", interest: 1 },
  ],
  accounts: [
    { section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] },
    { section: "operating", direction: "U", row: "I.A.2.c", prefixes: ["62"] },
    { section: "operating", direction: "O", row: "II.A.3.a", prefixes: ["740"] },
    { section: "operating", direction: "O", row: "II.A.5", prefixes: ["745", "747"] },
    { section: "operating", direction: "U", row: "I.B.1", prefixes: ["6500"] },
    { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["24"] },
    { section: "financing", direction: "U", row: "I.A.1", prefixes: ["421"] },
    { section: "result", direction: "O", prefixes: ["093"] },
    { section: "result", direction: "U", prefixes: ["090"] },
  ],
} as const

/** Declares it. */
export const declared = Adoption.declare(declarations)

/** Goods of A1, wages of A1, receipts of A1 and of A2, payments of A2, a van. */
export const goods = { direction: "U", account: "6140000", policyItem: "0900", action: "A1" } as const
export const wages = { direction: "U", account: "6203000", policyItem: "0900", action: "A1" } as const
export const fees = { direction: "O", account: "7450000", policyItem: "0900", action: "A1" } as const
export const grant = { direction: "O", account: "7450000", policyItem: "0900", action: "A2" } as const
export const payment = { direction: "U", account: "6140000", policyItem: "0900", action: "A2" } as const
export const van = { direction: "U", account: "2400000", policyItem: "0900", action: "A1" } as const

/** The overhead rule of the tests: 15 % of the wages of every action but A9, which is credited. */
export const rule = {
  target: "A9",
  percent: "15",
  baseAccounts: ["62"],
  chargeAccount: "6170000",
  creditAccount: "7470000",
  creditPolicyItem: "0110",
  excluded: ["A9"],
} as const
