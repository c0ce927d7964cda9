/** The W13 plan as requests, read from the files of the example without an importer. */
import { readFileSync } from "node:fs"
import {
  Adoption,
  type BudgetLine,
  type Decision,
  Estimate,
  Money,
  Overhead,
  PassThrough,
  type Structure,
} from "@grootboek/core"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { sha256 } from "./Ledgers.ts"

export { sha256 } from "./Ledgers.ts"

export type FileRecord = Readonly<Record<string, string>>

export const years = ["2026", "2027", "2028", "2029", "2030", "2031"] as const

/** Returns the plan 2026/0 as requests: its adoption, its structure, its lines, its overhead, its pass-through and its opening result. */
export const plan = (entity = "W13"): ReadonlyArray<Decision.Request> => [
  {
    id: "adopt",
    decide: Adoption.adopt({
      entity: { name: entity, type: "welzijnsvereniging" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2031 },
      creditYears: [2026],
    }),
  },
  { id: "structure", decide: Adoption.declare(structure()) },
  ...lines(),
  {
    id: "overhead",
    source: source("overhead.csv", 2),
    decide: Overhead.reallocate({
      target: "A50111",
      percent: "15",
      baseAccounts: ["62"],
      chargeAccount: "6170000",
      creditAccount: "7470000",
      creditPolicyItem: "1100",
      excluded: ["A50111"],
    }),
  },
  {
    id: "pass",
    source: source("passthrough.csv", 2),
    decide: PassThrough.passOn("A10203", [
      { partner: "RenovatieCoach Leiedal", percent: "60" },
      { partner: "Kortrijks Renovatieteam", percent: "40" },
    ]),
  },
  {
    id: "result",
    source: source("opening.csv", 2),
    decide: Estimate.carryResult({ account: "0930000", year: 2026, adopted: "404701.70" }),
  },
]

/** Returns the records of a file of the example. */
export const table = (name: string, delimiter: ";" | ","): ReadonlyArray<FileRecord> =>
  parse(bytesOf(name), { delimiter, columns: true, bom: true, relax_quotes: true })

/** Returns the budget line of a record of `budget-lines.csv`. */
export const lineOf = (row: FileRecord): BudgetLine.BudgetLine => ({
  direction: directionOf(row["U/O"]),
  account: row["Algemene rekening"] ?? "",
  policyItem: row.Beleidsitem ?? "",
  ...given("action", row.Actie),
  ...given("sector", row["Economische sectorcode"]),
  ...given("envelope", row.Investeringsenveloppe),
})

/** Returns a field, or nothing when it is blank in the file. */
export const given = <K extends string>(key: K, value: string | undefined): { readonly [k in K]?: string } =>
  value === undefined || value === "" ? {} : ({ [key]: value } as { readonly [k in K]?: string })

const lines = (): ReadonlyArray<Decision.Request> => {
  const { name, sha256 } = source("budget-lines.csv", 1)
  return table(name, ";").map((row, index) => ({
    id: `line:${index + 2}`,
    source: { name, sha256, line: index + 2 },
    decide: Estimate.post({
      line: lineOf(row),
      amounts: Object.fromEntries(
        years.filter((year) => row[year]).map((year) => [year, amount(row[year] ?? "")]),
      ),
      ...given("description", row.Omschrijving),
    }),
  }))
}

const structure = (): Structure.Declarations => ({
  goals: table("published/goals-tree.csv", ",").map((row) => ({
    code: row.code ?? "",
    level: levels[row.level ?? ""] ?? "action",
    ...given("parent", row.parent),
    name: row.name ?? "",
    priority: row.priority === "prioritair",
  })),
  policyItems: table("policy-items.csv", ",").map((row) => ({
    code: row.beleidsitem ?? "",
    name: row.beleidsitem_naam ?? "",
    field: row.beleidsveld ?? "",
    fieldName: row.beleidsveld_naam ?? "",
    domain: row.beleidsdomein ?? "",
  })),
  sectors: table("sectors.csv", ",").map((row) => ({
    code: row.sectorcode ?? "",
    counterparty: row.tegenpartij ?? "",
    origin: Number(row.herkomst),
    operatingGrant: Number(row.werkingssubsidie),
    investmentGrant: Number(row.investeringssubsidie),
    loan: Number(row.lening),
    interest: Number(row.rente),
  })),
  accounts: table("account-map.csv", ";")
    .filter((row) => row.direction !== "")
    .map((row) => ({
      section: sections[row.kind ?? ""] ?? "result",
      direction: directionOf(row.direction),
      ...given("row", row.t2_row?.replace(/\.$/, "")),
      prefixes: (row.prefixes ?? "").split(" "),
    })),
})

const levels: Readonly<Record<string, Structure.GoalLevel>> = {
  SD: "strategicObjective",
  BD: "policyObjective",
  AP: "actionPlan",
  A: "action",
}

const sections: Readonly<Record<string, Structure.AccountRule["section"]>> = {
  exploitatie: "operating",
  investeringen: "investment",
  financiering: "financing",
  "budgettaire resultaten": "result",
}

const directionOf = (text: string | undefined): BudgetLine.Direction => (text === "O" ? "O" : "U")

/** Returns an amount of a file as a decimal text. */
export const amount = (text: string): string => Money.format(Result.getOrThrow(Money.parse(text, "be")))

const bytesOf = (name: string): Buffer =>
  readFileSync(new URL(`../../../examples/w13/data/${name}`, import.meta.url))

const source = (name: string, line: number) => ({ name, sha256: sha256(bytesOf(name)), line })
