/** The files that the simulated users import. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { BudgetEvent, BudgetLine, Structure } from "@grootboek/core"

export const years = [2026, 2027, 2028] as const

/** Amounts of one line, in cents, for each year of the plan; zero is left blank. */
export type Cents = readonly [number, number, number]

/** The accounts that lines use, with the section and the row of T2 that they belong to. */
export const accounts = [
  { direction: "U", prefix: "614", section: "operating", row: "I.A.1", kind: "exploitatie" },
  { direction: "U", prefix: "6203", section: "operating", row: "I.A.2.c", kind: "exploitatie" },
  { direction: "O", prefix: "7000", section: "operating", row: "II.A.1.a", kind: "exploitatie" },
  { direction: "U", prefix: "224", section: "investment", row: "I.B.1.b", kind: "investeringen" },
  { direction: "O", prefix: "224", section: "investment", row: "II.B.1.b", kind: "investeringen" },
  { direction: "U", prefix: "171", section: "financing", row: "I.A.1", kind: "financiering" },
  { direction: "O", prefix: "171", section: "financing", row: "II.A.1", kind: "financiering" },
] as const

const goals = [
  ["SD1", "SD", "strategicObjective", "", "Strategie"],
  ["BD1", "BD", "policyObjective", "SD1", "Zorg"],
  ["BD2", "BD", "policyObjective", "SD1", "Wonen"],
  ["AP1", "AP", "actionPlan", "BD1", "Plan een"],
  ["AP2", "AP", "actionPlan", "BD2", "Plan twee"],
  ["A1", "A", "action", "AP1", "Thuiszorg"],
  ["A2", "A", "action", "AP1", "Opvang"],
  ["A3", "A", "action", "AP2", "Renovatie"],
  ["A4", "A", "action", "AP2", "Doorstorting"],
  ["A5", "A", "action", "AP1", "Overhead"],
] as const

const items = [
  ["Zorg en welzijn", "0900", "Sociale bijstand"],
  ["Wonen", "0610", "Huisvesting"],
] as const

/** The actions and policy items that lines use; a line may have no action. */
export const actions = ["A1", "A2", "A3", undefined] as const
/** The action whose receipts a rule pays on to partners. */
export const passingAction = "A4"
/** The action that the overhead rule credits. */
export const overheadAction = "A5"
export const policyItems = items.map(([, code]) => code)

export const structure = (folder: string): ReadonlyArray<string> => [
  write(folder, "goals.csv", [
    "code,level,parent,name,priority,financing",
    ...goals.map(([code, level, , parent, name]) => [code, level, parent, name, "", ""].join(",")),
  ]),
  write(folder, "items.csv", [
    "beleidsdomein,beleidsveld,beleidsveld_naam,beleidsitem,beleidsitem_naam",
    ...items.map(([domain, code, name]) => [domain, code, name, code, name].join(",")),
  ]),
  write(folder, "accounts.csv", [
    "kind;direction;t2_row;t2_title;code;prefixes;omschrijving;voetnoot",
    ...accounts.map(({ kind, direction, row, prefix }) =>
      [kind, direction, `${row}.`, "Titel", prefix, prefix, "Rekening", ""].join(";"),
    ),
    "budgettaire resultaten;O;;;093;093;Resultaat;",
  ]),
]

/** The events of the plan and its structure, written from their description for the model. */
export const opening: ReadonlyArray<BudgetEvent.BudgetEvent> = [
  {
    _tag: "PlanAdopted",
    entity: { name: "Simulatie", type: "gemeente" },
    plan: "2026/0",
    edition: "bbc-3.0",
    years: { first: years[0], last: years[2] },
    creditYears: [years[0]],
  },
  {
    _tag: "StructureDeclared",
    declarations: {
      goals: goals.map(
        ([code, , level, parent, name]): Structure.Goal => ({
          code,
          level,
          name,
          priority: false,
          ...(parent === "" ? {} : { parent }),
        }),
      ),
    },
  },
  {
    _tag: "StructureDeclared",
    declarations: {
      policyItems: items.map(([domain, code, name]) => ({
        code,
        name,
        field: code,
        fieldName: name,
        domain,
      })),
    },
  },
  {
    _tag: "StructureDeclared",
    declarations: {
      accounts: [
        ...accounts.map(({ direction, prefix, section, row }) => ({
          direction,
          prefixes: [prefix],
          section,
          row,
        })),
        { direction: "O", prefixes: ["093"], section: "result" },
      ],
    },
  },
]

/** One row of a file: a line and its amounts. */
export interface FileRow {
  readonly line: BudgetLine.BudgetLine
  readonly cents: Cents
}

const columns =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"

export const lines = (folder: string, name: string, rows: ReadonlyArray<FileRow>): string =>
  write(folder, name, [
    [columns, ...years].join(";"),
    ...rows.map(({ line, cents }) => [...codes(line), ...cents.map(belgian)].join(";")),
  ])

export const adjustment = (folder: string, name: string, rows: ReadonlyArray<FileRow>): string =>
  write(folder, name, [
    [columns, "Reden", "Toelichting", ...years].join(";"),
    ...rows.map(({ line, cents }) =>
      [...codes(line), "correctie", "herzien", ...cents.map(belgian)].join(";"),
    ),
  ])

export const actual = (folder: string, name: string, { line, cents: [first] }: FileRow): string =>
  write(folder, name, [
    `${columns};Datum;Stuk;Bedrag`,
    [...codes(line), `${years[0]}-03-01`, name, belgian(first)].join(";"),
  ])

/** Writes the result of the year before the plan. */
export const result = (folder: string, name: string, cents: number): string =>
  write(folder, name, [
    "Rekening;Omschrijving;Jaar;Bedrag",
    `0930000;Resultaat;${years[0]};${belgian(cents)}`,
  ])

export const overhead = (folder: string, name: string, rule: BudgetEvent.OverheadRule): string =>
  write(folder, name, [
    "Doelactie;Percentage;Grondslag rekeningen;Rekening last;Rekening opbrengst;Beleidsitem opbrengst;Uitgezonderde acties",
    [
      ...[rule.target, rule.percent.replace(".", ","), rule.baseAccounts.join(" ")],
      ...[rule.chargeAccount, rule.creditAccount, rule.creditPolicyItem, rule.excluded.join(" ")],
    ].join(";"),
  ])

export const shares = (folder: string, name: string, rows: ReadonlyArray<BudgetEvent.PartnerShare>): string =>
  write(folder, name, [
    "Actie;Partner;Aandeel",
    ...rows.map(({ partner, percent }) => [passingAction, partner, percent].join(";")),
  ])

export const decimal = (cents: number): string => {
  const digits = `${Math.abs(cents)}`.padStart(3, "0")
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const belgian = (cents: number): string => (cents === 0 ? "" : decimal(cents).replace(".", ","))

const codes = ({ action, policyItem, account, direction }: BudgetLine.BudgetLine): ReadonlyArray<string> => [
  action ?? "",
  policyItem,
  account,
  "",
  "",
  direction,
  "Regel",
]

const write = (folder: string, name: string, rows: ReadonlyArray<string>): string => {
  const path = join(folder, name)
  writeFileSync(path, `${rows.join("\n")}\n`)
  return path
}
