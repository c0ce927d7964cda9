/** What columns a file of each kind has, as data: a field, the headers it goes by, and whether it may be missing. */

import { type Column, line, may, must, oneAmount } from "./Column.ts"
import { ruleLayouts } from "./RuleLayouts.ts"

export type { Column } from "./Column.ts"

/** What a file can be imported as. */
export const kinds = [
  "structure",
  "lines",
  "overhead",
  "passthrough",
  "opening",
  "adjustment",
  "actuals",
  "rules",
] as const

/** See {@link kinds}. */
export type Kind = (typeof kinds)[number]

/** A table: its columns, and whether years are columns of it. */
export interface Layout {
  readonly name: string
  readonly kind: Kind
  readonly columns: ReadonlyArray<Column>
  readonly hasYears: boolean
}

/** Every layout, by name. */
export const layouts = {
  goals: {
    name: "goals",
    kind: "structure",
    hasYears: false,
    columns: [
      must("code", "code"),
      must("level", "level", "niveau"),
      must("parent", "parent", "bovenliggend"),
      must("name", "name", "naam"),
      must("priority", "priority", "prioriteit"),
      must("financing", "financing", "financiering"),
    ],
  },
  policyItems: {
    name: "policyItems",
    kind: "structure",
    hasYears: false,
    columns: [
      must("domain", "beleidsdomein"),
      must("field", "beleidsveld"),
      must("fieldName", "beleidsveld_naam"),
      must("code", "beleidsitem"),
      must("name", "beleidsitem_naam"),
    ],
  },
  sectors: {
    name: "sectors",
    kind: "structure",
    hasYears: false,
    columns: [
      must("code", "sectorcode"),
      must("counterparty", "tegenpartij"),
      must("origin", "herkomst"),
      must("operatingGrant", "werkingssubsidie"),
      must("investmentGrant", "investeringssubsidie"),
      must("loan", "lening"),
      must("interest", "rente"),
    ],
  },
  accounts: {
    name: "accounts",
    kind: "structure",
    hasYears: false,
    columns: [
      must("section", "kind"),
      must("direction", "direction"),
      must("row", "t2_row"),
      must("title", "t2_title"),
      may("code", "code"),
      must("prefixes", "prefixes"),
      must("description", "omschrijving"),
      may("footnote", "voetnoot"),
    ],
  },
  lines: { name: "lines", kind: "lines", hasYears: true, columns: [...line, ...oneAmount] },
  adjustment: {
    name: "adjustment",
    kind: "adjustment",
    hasYears: true,
    columns: [...line, must("reason", "Reden"), must("explanation", "Toelichting"), ...oneAmount],
  },
  actuals: {
    name: "actuals",
    kind: "actuals",
    hasYears: false,
    columns: [
      ...line,
      must("date", "Datum"),
      must("voucher", "Stuk"),
      must("amount", "Bedrag"),
      may("year", "Jaar", "Boekjaar"),
    ],
  },
  overhead: {
    name: "overhead",
    kind: "overhead",
    hasYears: false,
    columns: [
      must("target", "Doelactie"),
      must("percent", "Percentage"),
      must("baseAccounts", "Grondslag rekeningen"),
      must("chargeAccount", "Rekening last"),
      must("creditAccount", "Rekening opbrengst"),
      must("creditPolicyItem", "Beleidsitem opbrengst"),
      must("excluded", "Uitgezonderde acties"),
    ],
  },
  passthrough: {
    name: "passthrough",
    kind: "passthrough",
    hasYears: false,
    columns: [must("action", "Actie"), must("partner", "Partner"), must("percent", "Aandeel")],
  },
  opening: {
    name: "opening",
    kind: "opening",
    hasYears: false,
    columns: [
      must("account", "Rekening", "Algemene rekening"),
      must("description", "Omschrijving"),
      must("year", "Jaar", "Boekjaar"),
      must("amount", "Bedrag"),
    ],
  },
  ...ruleLayouts,
} as const satisfies Readonly<Record<string, Layout>>

/** The name of a layout. */
export type Name = keyof typeof layouts

/** Every field of every layout: what a mapping may name. */
export const knownFields: ReadonlySet<string> = new Set(
  Object.values(layouts).flatMap((layout) => layout.columns.map(({ field }) => field)),
)

/** The headers of a layout, as messages name them. */
export const headersOf = (layout: Layout): ReadonlyArray<string> =>
  layout.columns.filter((column) => column.isRequired).map(({ field, headers }) => headers[0] ?? field)

/** The tables of the structure. */
export const tables: ReadonlyArray<Layout> = [
  layouts.goals,
  layouts.policyItems,
  layouts.sectors,
  layouts.accounts,
]

/** The tables of the plan's own rules. */
const rules: ReadonlyArray<Layout> = Object.values(ruleLayouts)

/** The tables of a kind that has several. */
export const tablesOf = (kind: Kind): ReadonlyArray<Layout> => (kind === "rules" ? rules : tables)

/** The column in which a rejects file says why. Readers pass over it. */
export const reasonColumn = "Afgewezen omdat"

/** Two headers are one when only case, blanks or accents tell them apart. */
export const plain = (header: string): string =>
  header
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[\s\u00a0_]+/g, " ")
    .trim()
    .toLowerCase()

/** The layout of a kind; the tables of the structure, and those of the rules, are told apart by their headers. */
export const find = (kind: Kind, header: ReadonlyArray<string>): Layout | undefined => {
  if (kind !== "structure" && kind !== "rules") return layouts[kind]
  const present = new Set(header.map(plain))
  const score = (layout: Layout): number => {
    const required = layout.columns.filter((column) => column.isRequired)
    return (
      required.filter((column) => column.headers.some((name) => present.has(plain(name)))).length /
      required.length
    )
  }
  const [best] = [...tablesOf(kind)].sort((a, b) => score(b) - score(a))
  return best !== undefined && score(best) >= 0.5 ? best : undefined
}
