/** A small board that an accountant can read: two actions, an overhead action, three years. */
import { createHash } from "node:crypto"
import {
  Adoption,
  Balances,
  type BudgetLine,
  type Decision,
  Estimate,
  Intake,
  Ledger,
  Money,
} from "@grootboek/core"
import * as Result from "effect/Result"
import { rule as common } from "./Given.ts"

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

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

/** What a year is closed for in the tests. */
export const budget: ReadonlyArray<readonly [BudgetLine.BudgetLine, ReadonlyArray<string>]> = [
  [wages, ["1000.00", "1020.00", "1040.40"]],
  [goods, ["400.00", "400.00", "400.00"]],
  [subsidy, ["1400.00", "1420.00", "1440.40"]],
  [contribution, ["100.10", "0.00", "0.00"]],
  [van, ["300.00", "0.00", "0.00"]],
]

/** A board with its plan of 2026–2028 adopted, its structure declared and its budget posted. */
export const board = (): Ledger.Ledger => {
  const ledger = Ledger.empty()
  given(
    ledger,
    Adoption.adopt({
      entity: { name: "Vereniging", type: "welzijnsvereniging" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2028 },
      creditYears: [2026],
    }),
    Adoption.declare({
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
    }),
    ...budget.map(([line, amounts]) => Estimate.post({ line, amounts: perYear(amounts) })),
  )
  return ledger
}

/** Amounts of 2026, 2027 and 2028. */
export const perYear = (amounts: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    amounts.flatMap((amount, at) => (amount === "0.00" ? [] : [[String(2026 + at), amount]])),
  )

/** Records decisions; none may be refused. */
export const given = (ledger: Ledger.Ledger, ...decisions: ReadonlyArray<Decision.Decision>): void => {
  for (const decide of decisions) {
    const outcome = Intake.decide(ledger, [{ id: String(Ledger.position(ledger)), decide }], {
      actor: "test",
      sha256,
      recorded: new Map(),
    })
    const [refused] = outcome.refused
    if (refused !== undefined) throw new Error(JSON.stringify(refused.refusal))
  }
}

/** The names of the reasons to refuse a decision; none when it is granted. */
export const refuses = (ledger: Ledger.Ledger, decide: Decision.Decision): ReadonlyArray<string> => {
  const decided = decide(Ledger.state(ledger))
  return Result.isFailure(decided) ? decided.failure.map(({ _tag }) => _tag) : []
}

/** What a line holds in 2026, 2027 and 2028, over all its parts. */
export const holds = (ledger: Ledger.Ledger, line: BudgetLine.BudgetLine): ReadonlyArray<string> =>
  [2026, 2027, 2028].map((year) =>
    Money.format(Balances.ofLine(Balances.of(ledger.columns), "estimate", line, year)),
  )

/** The plan at the end of a ledger. */
export const planOf = (ledger: Ledger.Ledger) => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) throw new Error("the plan is adopted")
  return plan
}
