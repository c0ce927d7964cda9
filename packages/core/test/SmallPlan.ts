/** A small plan without amounts: three years, three actions, accounts of every section. */
import { Adoption } from "@grootboek/core"

/** The plan 2026-2028 of a small association. */
export const plan = {
  entity: { name: "Vereniging", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2028 },
  creditYears: [2026],
} as const

/** Adopts the plan. */
export const adopted = Adoption.adopt(plan)

/** Declarations: one objective with a plan, three actions, two items, two sectors, and accounts of every section. */
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

/** The decision that declares them. */
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
