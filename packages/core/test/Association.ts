/** A small association with estimates: two actions, an overhead action, three years. */
import { Adoption, type BudgetLine, Credit, Estimate, Ledger } from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import { adopted, rule as common } from "./SmallPlan.ts"

/** Wages of action A1. */
export const wages = { direction: "U", account: "6203000", policyItem: "9090", action: "A1" } as const
/** Goods of action A1. */
export const goods = { direction: "U", account: "6140000", policyItem: "9090", action: "A1" } as const
/** Subsidy of action A1. */
export const subsidy = { direction: "O", account: "7450000", policyItem: "9090", action: "A1" } as const
/** The members' contribution. */
export const contribution = { direction: "O", account: "7451000", policyItem: "0100", action: "A9" } as const
/** A van, in an envelope. */
export const van = {
  direction: "U",
  account: "2400000",
  policyItem: "9090",
  action: "A2",
  envelope: "IE1",
} as const

/** The overhead rule, credited to the item of the actions. */
export const rule = { ...common, creditPolicyItem: "9090" } as const

/** Estimates of 2026, 2027 and 2028, line by line. */
export const budget: ReadonlyArray<readonly [BudgetLine.BudgetLine, ReadonlyArray<string>]> = [
  [wages, ["1000.00", "1020.00", "1040.40"]],
  [goods, ["400.00", "400.00", "400.00"]],
  [subsidy, ["1400.00", "1420.00", "1440.40"]],
  [contribution, ["100.10", "0.00", "0.00"]],
  [van, ["300.00", "0.00", "0.00"]],
]

/** Declares the structure. */
export const declared = Adoption.declare({
  goals: [
    { code: "D1", level: "policyObjective", name: "Dienstverlening", priority: true },
    {
      code: "A1",
      level: "action",
      parent: "D1",
      name: "Buurthuis",
      priority: true,
      financing: "subsidies; giften.",
    },
    {
      code: "A2",
      level: "action",
      parent: "D1",
      name: "Vervoer",
      priority: true,
      financing: "te financieren.",
    },
    { code: "A9", level: "action", name: "Overhead", priority: false },
  ],
  policyItems: [
    { code: "9090", name: "Dienstverlening", field: "0909", fieldName: "Sociaal beleid", domain: "W" },
    {
      code: "0100",
      name: "Bijdragen",
      field: "0010",
      fieldName: "Overdrachten",
      domain: "Algemene financiering",
    },
  ],
  accounts: [
    { section: "operating", direction: "U", row: "I.A.1", prefixes: ["614", "617"] },
    { section: "operating", direction: "U", row: "I.A.2.c", prefixes: ["620"] },
    { section: "operating", direction: "O", row: "II.A.5", prefixes: ["745", "747"] },
    { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["240"] },
    { section: "result", direction: "O", prefixes: ["093"] },
  ],
  members: [
    { code: "M1", name: "OCMW Eerste" },
    { code: "M2", name: "OCMW Tweede" },
    { code: "M3", name: "OCMW Derde" },
  ],
  conditions: [{ code: "V1", name: "Subsidie voor de wagen" }],
})

/** Returns a ledger with the plan of 2026–2028, its structure and its estimates. */
export const association = (): Ledger.Ledger =>
  ledger(
    adopted,
    declared,
    ...budget.map(([line, amounts]) => Estimate.post({ line, amounts: perYear(amounts) })),
  )

/** Returns amounts of 2026, 2027 and 2028 by year. */
export const perYear = (amounts: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    amounts.flatMap((amount, at) => (amount === "0.00" ? [] : [[String(2026 + at), amount]])),
  )

/** Returns the plan at the end of a ledger. */
export const planOf = (ledger: Ledger.Ledger) => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) throw new Error("the plan is adopted")
  return plan
}

/** Returns the ledger with a budget holder and realisations of 2026. */
export const booked = () => {
  const ledger = association()
  record(
    ledger,
    Adoption.declare({ budgetHolders: [{ code: "B1", name: "Team Diensten", goals: ["D1"] }] }),
    Credit.record({ line: wages, year: 2026, date: "2026-03-31", amount: "500.00", voucher: "V1" }),
    Credit.record({ line: goods, year: 2026, date: "2026-08-01", amount: "350.00", voucher: "V2" }),
    Credit.record({ line: goods, year: 2026, date: "2026-08-02", amount: "-10.00", voucher: "V3" }),
    Credit.record({ line: subsidy, year: 2026, date: "2026-05-01", amount: "700.00", voucher: "V4" }),
  )
  return ledger
}
