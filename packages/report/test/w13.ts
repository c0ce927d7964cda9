/** The W13 plan as a ledger: read from the example's files, with a small adjustment 2026/1 for those who ask. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import {
  Adjustment,
  Adoption,
  type BudgetLine,
  Estimate,
  Intake,
  Journal,
  Ledger,
  Money,
  Overhead,
  PassThrough,
  type Reconcile,
  type Structure,
  type Wish,
} from "@grootboek/core"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"

/** A ledger with its entries. */
export interface Recorded {
  readonly ledger: Ledger.Ledger
  readonly entries: ReadonlyArray<Journal.Entry>
}

/** SHA-256 for tests. */
export const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

/** The plan 2026/0, with overhead, pass-through and the opening result. */
export const w13 = (): Recorded => record([...opening(), ...lines(), ...rules()])

/** The plan and a first adjustment: a subsidy lost, a purchase put off by a year, and a cent that nobody explains. */
export const adjusted = (): Recorded => record([...opening(), ...lines(), ...rules(), adjustment])

/** A published table of the example, figure by figure. */
export const published = (form: "M2" | "T2"): ReadonlyArray<Reconcile.PublishedCell> =>
  table(`published/${form}.csv`, ",").flatMap((row, index) =>
    years.map((year) => ({
      section: row.section ?? "",
      code: row.code ?? "",
      year: Number(year),
      amount: Money.from(row[year] ?? ""),
      line: index + 2,
      column: year,
    })),
  )

const years = ["2026", "2027", "2028", "2029", "2030", "2031"]

const bytesOf = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../examples/w13/data/${name}`, import.meta.url))

const table = (name: string, delimiter: string): ReadonlyArray<Readonly<Record<string, string>>> =>
  parse(Buffer.from(bytesOf(name)), { delimiter, columns: true, bom: true, relax_quotes: true })

const amount = (text: string): string => Money.format(Money.from(text.replaceAll(".", "").replace(",", ".")))

const given = <K extends string>(key: K, value: string | undefined): { readonly [k in K]?: string } =>
  value === undefined || value === "" ? {} : ({ [key]: value } as { readonly [k in K]?: string })

const record = (wishes: ReadonlyArray<Wish.Wish>): Recorded => {
  const { proposals, refused } = Intake.decide(Ledger.empty(), wishes, {
    actor: "test",
    sha256,
    recorded: new Map(),
  })
  if (refused.length > 0) throw new Error(JSON.stringify(refused.map(({ refusal }) => refusal)))
  const entries: Array<Journal.Entry> = []
  const ledger = Ledger.empty()
  let head = Journal.genesis
  for (const proposal of proposals) {
    const sealed = Journal.seal(proposal, head, "2026-01-05T09:00:00.000Z", sha256)
    const entry = Result.getOrThrow(Journal.open(sealed, head, sha256))
    Result.getOrThrow(Ledger.append(ledger, entry))
    entries.push(entry)
    head = Journal.headOf(entry)
  }
  return { ledger, entries }
}

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
    .filter((row) => row.direction === "O" || row.direction === "U")
    .map((row) => ({
      section: sections[row.kind ?? ""] ?? "result",
      direction: row.direction === "O" ? ("O" as const) : ("U" as const),
      ...given("row", row.t2_row?.replace(/\.$/, "")),
      prefixes: (row.prefixes ?? "").split(" "),
    })),
})

const opening = (): ReadonlyArray<Wish.Wish> => [
  {
    id: "adopt",
    decide: Adoption.adopt({
      entity: { name: "W13", type: "welzijnsvereniging" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2031 },
      creditYears: [2026],
    }),
  },
  { id: "structure", decide: Adoption.declare(structure()) },
]

const lineOf = (row: Readonly<Record<string, string>>): BudgetLine.BudgetLine => ({
  direction: row["U/O"] === "O" ? "O" : "U",
  account: row["Algemene rekening"] ?? "",
  policyItem: row.Beleidsitem ?? "",
  ...given("action", row.Actie),
  ...given("sector", row["Economische sectorcode"]),
  ...given("envelope", row.Investeringsenveloppe),
})

const lines = (): ReadonlyArray<Wish.Wish> => {
  const hash = sha256(bytesOf("budget-lines.csv"))
  return table("budget-lines.csv", ";").map((row, index) => ({
    id: `line:${index + 2}`,
    source: { name: "budget-lines.csv", sha256: hash, line: index + 2 },
    decide: Estimate.post({
      line: lineOf(row),
      amounts: Object.fromEntries(
        years.flatMap((year) => (row[year] === "" ? [] : [[year, amount(row[year] ?? "0")]])),
      ),
    }),
  }))
}

const source = (name: string, line: number) => ({ name, sha256: sha256(bytesOf(name)), line })

const rules = (): ReadonlyArray<Wish.Wish> => [
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
      { partner: "Partner 1", percent: "50" },
      { partner: "Partner 2", percent: "30" },
      { partner: "Partner 3", percent: "20" },
    ]),
  },
  {
    id: "result",
    source: source("opening.csv", 2),
    decide: Estimate.carryResult({ account: "0930000", year: 2026, adopted: "404701.70" }),
  },
]

const adjustment: Wish.Wish = {
  id: "adjust",
  source: { name: "adjustment.csv", sha256: "a".repeat(64), line: 2 },
  decide: Adjustment.adopt({
    plan: "2026/1",
    creditYears: [2026],
    resolution: { body: "Raad van bestuur", date: "2026-06-30", reference: "RvB 2026-06/12" },
    motivation: "Eerste aanpassing: een subsidie valt weg, een aankoop schuift op.",
    changes: [
      {
        line: { direction: "O", account: "7405000", policyItem: "9090", action: "A10102", sector: "VL" },
        amounts: { "2026": "-12500.50" },
        reason: { class: "subsidy", text: "Projectsubsidie Kracht.Wonen niet verlengd" },
        row: 2,
      },
      {
        line: { direction: "U", account: "6203000", policyItem: "9090", action: "A10102" },
        amounts: { "2026": "-4000.00", "2027": "4000.00" },
        reason: { class: "timing", text: "Aanwerving een jaar later" },
        row: 3,
      },
      {
        line: { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
        amounts: { "2026": "0.13" },
        row: 4,
      },
    ],
  }),
}
