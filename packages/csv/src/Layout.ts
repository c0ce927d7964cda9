/** What columns a file of each kind has, as data: a field, the headers it goes by, and whether it may be missing. */

/** What a file can be imported as. */
export const kinds = [
  "structure",
  "lines",
  "overhead",
  "passthrough",
  "opening",
  "adjustment",
  "actuals",
] as const

/** See {@link kinds}. */
export type Kind = (typeof kinds)[number]

/** A column that a layout knows. The first header is the one that messages name. */
export interface Column {
  readonly field: string
  readonly headers: ReadonlyArray<string>
  /** Without it nothing can be read, unless a mapping says that the file has none. */
  readonly isRequired: boolean
}

/** A table: its columns, and whether years are columns of it. */
export interface Layout {
  readonly name: string
  readonly kind: Kind
  readonly columns: ReadonlyArray<Column>
  readonly hasYears: boolean
}

const must = (field: string, ...headers: ReadonlyArray<string>): Column => ({
  field,
  headers,
  isRequired: true,
})
const may = (field: string, ...headers: ReadonlyArray<string>): Column => ({
  field,
  headers,
  isRequired: false,
})

/** The columns that say where an amount stands. */
const line: ReadonlyArray<Column> = [
  must("action", "Actie", "Actiecode", "Actie code"),
  must("policyItem", "Beleidsitem", "Beleidsitemcode", "Beleidsitem code"),
  must("account", "Algemene rekening", "Rekening", "MAR", "Algemene rekening code"),
  must("sector", "Economische sectorcode", "Sectorcode"),
  must("envelope", "Investeringsenveloppe", "Investeringsenveloppe code"),
  must("direction", "U/O", "O/U", "Uitgave/Ontvangst"),
  must("description", "Omschrijving", "Eerste omschrijving"),
]

/** One amount per row, instead of years as columns. */
const oneAmount: ReadonlyArray<Column> = [
  may("year", "Jaar", "Boekjaar"),
  may("amount", "Bedrag", "Raming"),
  // A vendor's compound key, whose last part is the direction: …/6143007/…/U
  may("key", "Code"),
]

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

/** The layout of a kind; the tables of the structure are told apart by their headers. */
export const find = (kind: Kind, header: ReadonlyArray<string>): Layout | undefined => {
  if (kind !== "structure") return layouts[kind]
  const present = new Set(header.map(plain))
  const score = (layout: Layout): number => {
    const required = layout.columns.filter((column) => column.isRequired)
    return (
      required.filter((column) => column.headers.some((name) => present.has(plain(name)))).length /
      required.length
    )
  }
  const [best] = [...tables].sort((a, b) => score(b) - score(a))
  return best !== undefined && score(best) >= 0.5 ? best : undefined
}
