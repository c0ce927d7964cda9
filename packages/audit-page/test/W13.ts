/** The real plan of the example as sealed entries, with two adjustments that are made up for these tests. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import {
  Adjustment,
  Adoption,
  type BudgetEvent,
  type BudgetLine,
  type Decision,
  Estimate,
  Intake,
  Journal,
  Ledger,
  Money,
  Overhead,
  PassThrough,
  type Structure,
  type Wish,
} from "@grootboek/core"
import { parse } from "csv-parse/sync"

const data = new URL("../../../examples/w13/data/", import.meta.url)

type Row = Readonly<Record<string, string>>

const rows = (file: string, delimiter: string): ReadonlyArray<Row> =>
  parse(readFileSync(new URL(file, data)), { delimiter, columns: true, bom: true, relax_quotes: true })

const fileHash = (file: string): string =>
  createHash("sha256")
    .update(readFileSync(new URL(file, data)))
    .digest("hex")

export const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const years = ["2026", "2027", "2028", "2029", "2030", "2031"]
const amount = (belgian: string): string =>
  Money.format(Money.from(belgian.replaceAll(".", "").replace(",", ".")))
const told = (key: string, value: string | undefined): Row =>
  value === undefined || value === "" ? {} : { [key]: value }

const levels: Readonly<Record<string, Structure.GoalLevel>> = {
  SD: "strategicObjective",
  BD: "policyObjective",
  AP: "actionPlan",
  A: "action",
}
const sections = {
  exploitatie: "operating",
  investeringen: "investment",
  financiering: "financing",
  "budgettaire resultaten": "result",
} as const
const sectionOf = (kind: string | undefined) =>
  Object.entries(sections).find(([dutch]) => dutch === kind)?.[1] ?? "operating"
const directionOf = (text: string | undefined): BudgetLine.Direction => (text === "O" ? "O" : "U")

const declarations = (): Structure.Declarations => ({
  goals: rows("published/goals-tree.csv", ",").map((row) => ({
    code: row.code ?? "",
    level: levels[row.level ?? ""] ?? "action",
    ...told("parent", row.parent),
    name: row.name ?? "",
    priority: row.priority === "prioritair",
  })),
  policyItems: rows("policy-items.csv", ",").map((row) => ({
    code: row.beleidsitem ?? "",
    name: row.beleidsitem_naam ?? "",
    field: row.beleidsveld ?? "",
    fieldName: row.beleidsveld_naam ?? "",
    domain: row.beleidsdomein ?? "",
  })),
  sectors: rows("sectors.csv", ",").map((row) => ({
    code: row.sectorcode ?? "",
    counterparty: row.tegenpartij ?? "",
    origin: Number(row.herkomst),
    operatingGrant: Number(row.werkingssubsidie),
    investmentGrant: Number(row.investeringssubsidie),
    loan: Number(row.lening),
    interest: Number(row.rente),
  })),
  accounts: rows("account-map.csv", ";")
    .filter((row) => row.direction !== "")
    .map((row) => ({
      section: sectionOf(row.kind),
      direction: directionOf(row.direction),
      ...told("row", row.t2_row?.replace(/\.$/, "")),
      prefixes: (row.prefixes ?? "").split(" "),
    })),
})

const lineOf = (row: Row): BudgetLine.BudgetLine => ({
  direction: directionOf(row["U/O"]),
  account: row["Algemene rekening"] ?? "",
  policyItem: row.Beleidsitem ?? "",
  ...told("action", row.Actie),
  ...told("sector", row["Economische sectorcode"]),
  ...told("envelope", row.Investeringsenveloppe),
})

const wish = (id: string, decide: Decision.Decision, source?: Journal.Source): Wish.Wish => ({
  id,
  decide,
  ...(source === undefined ? {} : { source }),
})

const adopted = (name: string): ReadonlyArray<Wish.Wish> => {
  const file = "budget-lines.csv"
  const hash = fileHash(file)
  return [
    wish(
      "adopt",
      Adoption.adopt({
        entity: { name, type: "welzijnsvereniging" },
        plan: "2026/0",
        edition: "bbc-3.0",
        years: { first: 2026, last: 2031 },
        creditYears: [2026],
      }),
    ),
    wish("structure", Adoption.declare(declarations())),
    ...rows(file, ";").map((row, index) =>
      wish(
        `line-${index}`,
        Estimate.post({
          line: lineOf(row),
          amounts: Object.fromEntries(
            years.filter((year) => row[year]).map((year) => [year, amount(row[year] ?? "")]),
          ),
          ...told("description", row.Omschrijving),
        }),
        { name: file, sha256: hash, line: index + 2 },
      ),
    ),
    wish(
      "overhead",
      Overhead.reallocate({
        target: "A50111",
        percent: "15",
        baseAccounts: ["62"],
        chargeAccount: "6170000",
        creditAccount: "7470000",
        creditPolicyItem: "1100",
        excluded: ["A50111"],
      }),
    ),
    wish(
      "passthrough",
      PassThrough.passOn("A10203", [
        { partner: "Partner 1 (verzonnen)", percent: "50" },
        { partner: "Partner 2 (verzonnen)", percent: "30" },
        { partner: "Partner 3 (verzonnen)", percent: "20" },
      ]),
    ),
    wish("opening", Estimate.carryResult({ account: "0930000", year: 2026, adopted: "404701.70" })),
  ]
}

/** A change of the line that stands on a row of the file. */
const change = (
  row: number,
  amounts: Readonly<Record<string, string>>,
  reason: BudgetEvent.Reason | undefined,
  at: number,
): BudgetEvent.Change => {
  const found = rows("budget-lines.csv", ";")[row - 2]
  if (found === undefined) throw new RangeError(`no line ${row}`)
  return {
    line: lineOf(found),
    amounts,
    ...(reason === undefined ? {} : { reason }),
    ...told("description", found.Omschrijving),
    row: at,
  }
}

/** The made-up adjustments: `first` has reasons of many classes and one change without; `second` promises to be neutral. */
const adjusted = (): ReadonlyArray<Wish.Wish> => {
  const source = (name: string, line: number): Journal.Source => ({
    name,
    sha256: sha256(new TextEncoder().encode(name)),
    line,
  })
  return [
    wish(
      "adjust-1",
      Adjustment.adopt({
        plan: "2026/1",
        resolution: { body: "Algemene vergadering", date: "2026-06-18", reference: "2026/AV/12" },
        motivation:
          "Halfjaarlijkse aanpassing: de loonindex viel vroeger, een projectsubsidie werd toegekend en een aankoop schuift op. (Verzonnen voorbeeld.)",
        assumptions: ["Loonindexering met 2 % vanaf juli 2026", "Subsidie toegekend tot en met 2028"],
        creditYears: [2026],
        changes: firstChanges(),
      }),
      source("aanpassing-2026-1.csv", 2),
    ),
    wish(
      "result-2025",
      Estimate.carryResult({
        account: "0930000",
        year: 2026,
        unprocessed: { operating: "18250.40", investment: "-2100.00" },
      }),
    ),
    wish(
      "adjust-2",
      Adjustment.adopt({
        plan: "2026/2",
        resolution: { body: "Algemene vergadering", date: "2026-12-10", reference: "2026/AV/31" },
        motivation: "Verschuivingen binnen het jaar, zonder invloed op het resultaat. (Verzonnen voorbeeld.)",
        creditYears: [2026, 2027],
        neutrality: "year",
        changes: secondChanges(),
      }),
      source("aanpassing-2026-2.csv", 2),
    ),
  ]
}

const firstChanges = (): ReadonlyArray<BudgetEvent.Change> => [
  change(5, { "2026": "400.60", "2027": "238.82" }, { class: "index", text: "Loonindex van juli 2026" }, 2),
  change(
    2,
    { "2026": "-1500.00", "2027": "1500.00" },
    { class: "timing", text: "Levering schuift naar 2027" },
    3,
  ),
  change(
    3,
    { "2027": "12500.00", "2028": "12500.00" },
    { class: "subsidy", text: "Projectsubsidie toegekend" },
    4,
  ),
  change(4, { "2026": "-95.324" }, { class: "correction", text: "Bedrag stond te fijn in het plan" }, 5),
  change(4, { "2028": "750.00" }, undefined, 6),
]

const secondChanges = (): ReadonlyArray<BudgetEvent.Change> => [
  change(
    2,
    { "2026": "2400.00", "2027": "1200.00" },
    { class: "transfer", text: "Naar werking van dezelfde actie" },
    2,
  ),
  change(4, { "2026": "-2400.00" }, { class: "transfer", text: "Van werking van A10102" }, 3),
  change(3, { "2027": "1200.00" }, { class: "transfer", text: "Gedekt door andere ontvangsten" }, 4),
]

/** Seals the events that wishes become, each version at its own time. */
export const sealed = (name = "W13"): ReadonlyArray<Journal.Sealed> => {
  const working = Ledger.empty()
  const out: Array<Journal.Sealed> = []
  let head = Journal.genesis
  const [first, ...later] = adjusted()
  const batches = [
    [adopted(name), "2025-12-18T19:30:00.000Z"],
    [[first, later[0]].flatMap((one) => (one === undefined ? [] : [one])), "2026-06-18T20:05:00.000Z"],
    [later.slice(1), "2026-12-10T20:40:00.000Z"],
  ] as const
  for (const [wishes, time] of batches) {
    const outcome = Intake.decide(working, wishes, { actor: "import", sha256, recorded: new Map() })
    if (outcome.refused.length > 0) throw new Error(JSON.stringify(outcome.refused[0]?.refusal))
    for (const proposal of outcome.proposals) {
      const next = Journal.seal(proposal, head, time, sha256)
      head = next.head
      out.push({ position: next.position, hash: next.hash, body: next.body })
    }
  }
  return out
}
