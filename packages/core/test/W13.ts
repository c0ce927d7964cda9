/** The W13 plan as a journal, read from the example's own files by a reader that knows just these. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import {
  Adoption,
  type BudgetEvent,
  type Decision,
  Estimate,
  Intake,
  Ledger,
  Money,
  Overhead,
  PassThrough,
  type Reconcile,
  Section,
  type Structure,
} from "@grootboek/core"
import { digest } from "./Digest.ts"

const data = fileURLToPath(new URL("../../../examples/w13/data/", import.meta.url))

/** One row of a file, by its headers, with its line. */
type Row = ReadonlyMap<string, string> & { readonly line: number }

const rows = (file: string, delimiter: ";" | ","): ReadonlyArray<Row> => {
  const [head = "", ...lines] = readFileSync(`${data}${file}`, "utf8").trimEnd().split(/\r?\n/)
  const names = cells(head, delimiter)
  return lines.map((text, at) =>
    Object.assign(new Map(cells(text, delimiter).map((cell, column) => [names[column] ?? "", cell])), {
      line: at + 2,
    }),
  )
}

const cells = (line: string, delimiter: string): ReadonlyArray<string> => {
  const found = line.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${delimiter}]*)(?:${delimiter}|$)`, "g"))
  return [...found].slice(0, -1).map(([, cell = ""]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'))
}

const amount = (text: string): string => Money.format(Money.from(text.replaceAll(".", "").replace(",", ".")))

const years = ["2026", "2027", "2028", "2029", "2030", "2031"]

const text = (row: Row, name: string): string => row.get(name) ?? ""

/** A field that is left out when the file leaves it blank. */
const given = <K extends string>(key: K, value: string): { readonly [P in K]?: string } =>
  value === "" ? {} : ({ [key]: value } as { readonly [P in K]?: string })

const levels: Readonly<Record<string, Structure.GoalLevel>> = {
  SD: "strategicObjective",
  BD: "policyObjective",
  AP: "actionPlan",
  A: "action",
}

/** What the plan declares. */
export const declarations = (): Structure.Declarations => {
  const rules = new Map<string, { -readonly [K in keyof Structure.AccountRule]: Structure.AccountRule[K] }>()
  for (const row of rows("account-map.csv", ";")) {
    const section = (Object.keys(Section.dutch) as ReadonlyArray<Section.Section>).find(
      (one) => Section.dutch[one] === text(row, "kind"),
    )
    const direction = text(row, "direction")
    if (section === undefined || (direction !== "O" && direction !== "U")) continue
    const t2 = text(row, "t2_row").replace(/\.$/, "")
    const id = `${section} ${direction} ${t2} ${text(row, "code")}`
    rules.set(id, { section, direction, ...given("row", t2), prefixes: text(row, "prefixes").split(" ") })
  }
  const number = (row: Row, name: string) => Number(text(row, name))
  return {
    goals: rows("published/goals-tree.csv", ",").map((row) => ({
      code: text(row, "code"),
      level: levels[text(row, "level")] ?? "action",
      ...given("parent", text(row, "parent")),
      name: text(row, "name"),
      priority: text(row, "priority") === "prioritair",
    })),
    policyItems: rows("policy-items.csv", ",").map((row) => ({
      code: text(row, "beleidsitem"),
      name: text(row, "beleidsitem_naam"),
      field: text(row, "beleidsveld"),
      fieldName: text(row, "beleidsveld_naam"),
      domain: text(row, "beleidsdomein"),
    })),
    sectors: rows("sectors.csv", ",").map((row) => ({
      code: text(row, "sectorcode"),
      counterparty: text(row, "tegenpartij"),
      origin: number(row, "herkomst"),
      operatingGrant: number(row, "werkingssubsidie"),
      investmentGrant: number(row, "investeringssubsidie"),
      loan: number(row, "lening"),
      interest: number(row, "rente"),
    })),
    accounts: [...rules.values()],
  }
}

const overhead: BudgetEvent.OverheadRule = {
  target: "A50111",
  percent: "15",
  baseAccounts: ["62"],
  chargeAccount: "6170000",
  creditAccount: "7470000",
  creditPolicyItem: "1100",
  excluded: ["A50111"],
}

/** The ledger of the plan: adopted, declared, its lines, the overhead rule, the pass-through and the opening result. */
export const ledger = (): Ledger.Ledger => {
  const wish = (id: string, decide: Decision.Decision, line = 1) => ({
    id,
    decide,
    source: { name: "budget-lines.csv", sha256: "0".repeat(64), line },
  })
  const lines = rows("budget-lines.csv", ";").map((row) => {
    const direction = text(row, "U/O") === "U" ? "U" : "O"
    const line = {
      direction,
      account: text(row, "Algemene rekening"),
      policyItem: text(row, "Beleidsitem"),
      ...given("action", text(row, "Actie")),
      ...given("sector", text(row, "Economische sectorcode")),
      ...given("envelope", text(row, "Investeringsenveloppe")),
    } as const
    const amounts = Object.fromEntries(
      years.filter((year) => text(row, year) !== "").map((year) => [year, amount(text(row, year))]),
    )
    return wish(`line:${row.line}`, Estimate.post({ line, amounts }), row.line)
  })
  const working = Ledger.empty()
  const outcome = Intake.decide(
    working,
    [
      wish(
        "plan",
        Adoption.adopt({
          entity: { name: "W13", type: "welzijnsvereniging" },
          plan: "2026/0",
          edition: "bbc-3.0",
          years: { first: 2026, last: 2031 },
          creditYears: [2026],
        }),
      ),
      wish("structure", Adoption.declare(declarations())),
      ...lines,
      wish("overhead", Overhead.reallocate(overhead)),
      wish(
        "partners",
        PassThrough.passOn("A10203", [
          { partner: "Partner 1", percent: "50" },
          { partner: "Partner 2", percent: "30" },
          { partner: "Partner 3", percent: "20" },
        ]),
      ),
      wish("opening", Estimate.carryResult({ account: "0930000", year: 2026, adopted: "404701.70" })),
    ],
    { actor: "tests", sha256: digest, recorded: new Map() },
  )
  if (outcome.refused.length > 0)
    throw new Error(JSON.stringify(outcome.refused.map(({ refusal }) => refusal)))
  const told = Ledger.empty()
  outcome.proposals.forEach(({ event, source }, at) => {
    const time = new Date(Date.UTC(2026, 0, 1) + at * 1_000).toISOString()
    Ledger.append(told, { event, time, ...(source === undefined ? {} : { source }) })
  })
  return told
}

/** The cells of a published file, addressed as its form addresses them. */
export const published = (file: string): ReadonlyArray<Reconcile.PublishedCell> =>
  rows(`published/${file}.csv`, ",").flatMap((row) => {
    const side = text(row, "direction").startsWith("U") ? "U" : "O"
    const figures = [...row].filter(([name]) => /\d{4}$/.test(name))
    return figures.map(([name, figure]): Reconcile.PublishedCell => {
      const of = (section: string, code: string, sign = "") => ({
        section,
        code,
        year: Number(name.slice(-4)),
        amount: Money.from(sign === "-" ? Money.format(Money.negate(Money.from(figure))) : figure),
        line: row.line,
        column: name,
      })
      switch (file) {
        case "M1":
        case "T1":
          return of(text(row, "group"), side)
        case "M3":
          return of(text(row, "row"), name.startsWith("U") ? "U" : "O")
        case "goals-amounts":
          return of(text(row, "section"), `${text(row, "code")}/${side}`)
        case "synthese": {
          const [action, code] = [text(row, "action"), text(row, "row")]
          if (code === "reserve") return of("", "reserve")
          return of("", `${action === "" ? "total" : action}/${code}`, code === "U" ? "-" : "")
        }
        default:
          return of(text(row, "section"), text(row, "code"))
      }
    })
  })
