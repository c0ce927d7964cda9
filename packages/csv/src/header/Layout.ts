/** The columns of each kind of file, as data. */
import {
  type LayoutColumn,
  line,
  may,
  must,
  nameOf,
  oneAmount,
  sides,
  table,
  usual,
  yearTable,
} from "./Column.ts"
import { constantOf, headerOf, type Mapping, none } from "./Mapping.ts"
import { indicatorLayouts, textLayouts } from "./PolicyLayouts.ts"
import { ruleLayouts } from "./RuleLayouts.ts"
import { structureLayouts } from "./StructureLayouts.ts"

/** The kinds of file that can be imported. */
export const kinds = [
  "structure",
  "lines",
  "overhead",
  "passthrough",
  "opening",
  "adjustment",
  "commitments",
  "actuals",
  "rules",
  "repayments",
  "state",
  "indicators",
  "texts",
] as const

export type ImportKind = (typeof kinds)[number]

/** The columns of a table, and whether years are columns of it. */
export interface FileLayout {
  /** Columns of which a file must have one. */
  readonly oneOf?: ReadonlyArray<string>
  readonly name: string
  readonly kind: ImportKind
  readonly columns: ReadonlyArray<LayoutColumn>
  readonly hasYears: boolean
}

export const layouts = {
  ...structureLayouts,
  lines: yearTable("lines", "lines", [...line, ...oneAmount]),
  state: yearTable("state", "state", [...line, ...oneAmount]),
  adjustment: yearTable("adjustment", "adjustment", [
    ...line,
    usual("reason", "Reden"),
    usual("explanation", "Toelichting"),
    ...oneAmount,
  ]),
  commitments: table("commitments", "commitments", [
    ...line,
    must("reference", "Vastlegging", "Vastleggingsnummer", "Referentie"),
    must("date", "Datum"),
    must("amount", "Bedrag"),
    ...sides,
    may("year", "Jaar", "Boekjaar"),
    may("thirdParty", "Derde"),
  ]),
  actuals: table("actuals", "actuals", [
    ...line,
    must("date", "Datum"),
    must("voucher", "Stuk"),
    must("amount", "Bedrag"),
    ...sides,
    may("year", "Jaar", "Boekjaar"),
    may("commitment", "Vastlegging"),
  ]),
  overhead: table("overhead", "overhead", [
    must("target", "Doelactie"),
    must("percent", "Percentage"),
    must("baseAccounts", "Grondslag rekeningen"),
    must("chargeAccount", "Rekening last"),
    must("creditAccount", "Rekening opbrengst"),
    must("creditPolicyItem", "Beleidsitem opbrengst"),
    usual("excluded", "Uitgezonderde acties"),
  ]),
  passthrough: table("passthrough", "passthrough", [
    must("action", "Actie"),
    must("partner", "Partner"),
    must("percent", "Aandeel"),
  ]),
  opening: table("opening", "opening", [
    must("account", "Rekening", "Algemene rekening"),
    usual("description", "Omschrijving"),
    must("year", "Jaar", "Boekjaar"),
    may("part", "deel"),
    must("amount", "Bedrag"),
  ]),
  repayments: {
    ...table("repayments", "repayments", [
      must("year", "Jaar", "Boekjaar"),
      usual("amount", "Bedrag"),
      usual("percent", "Percentage"),
      usual("description", "Omschrijving"),
    ]),
    oneOf: ["amount", "percent"],
  },
  ...ruleLayouts,
  ...indicatorLayouts,
  ...textLayouts,
} as const satisfies Readonly<Record<string, FileLayout>>

export type LayoutName = keyof typeof layouts

export const layoutNames = Object.keys(layouts) as ReadonlyArray<LayoutName>

/** Every field of every layout, which a mapping may name. */
export const knownFields: ReadonlySet<string> = new Set(
  Object.values(layouts).flatMap((layout) => layout.columns.map(({ field }) => field)),
)

/** Returns the headers of a layout, as messages name them. */
export const headersOf = (layout: FileLayout): ReadonlyArray<string> =>
  layout.columns.filter(({ presence }) => presence !== "optional").map(nameOf)

const tables: Readonly<Partial<Record<ImportKind, ReadonlyArray<FileLayout>>>> = {
  structure: Object.values(structureLayouts),
  rules: Object.values(ruleLayouts),
  indicators: Object.values(indicatorLayouts),
  texts: Object.values(textLayouts),
}

/** Returns the tables of a kind that has several; undefined for a kind that is a table. */
export const tablesOf = (kind: ImportKind): ReadonlyArray<FileLayout> | undefined => tables[kind]

/** The kinds that have several tables. */
export const kindsWithTables: ReadonlyArray<ImportKind> = kinds.filter((kind) => kind in tables)

/** The column of reasons in a rejects file. The reader ignores it. */
export const reasonColumn = "Afgewezen omdat"

/** Returns whether a header is that of the column of reasons. */
export const isReason = (header: string): boolean => plain(header) === plainReason

/** Fields that are days in every table which has them. */
export const dayFields: ReadonlySet<string> = new Set(["date", "lastDay", "on"])

/** Returns a header without case, extra blanks and accents, for comparison. */
export const plain = (header: string): string =>
  header
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[\s\u00a0_]+/g, " ")
    .trim()
    .toLowerCase()

const plainReason = plain(reasonColumn)

/**
 * Returns the layout of a header. A kind with several tables has the one that explains most of the header, and of which
 * every required column is there, or else half of the columns.
 */
export const find = (
  kind: ImportKind,
  header: ReadonlyArray<string>,
  mapping: Mapping = none,
): FileLayout | undefined => {
  const several = tablesOf(kind)
  if (several === undefined) return tableOf(kind)
  const present = new Set(header.map(plain))
  const has = ({ field, headers }: LayoutColumn): boolean => {
    if (constantOf(mapping, field) !== undefined) return true
    const mapped = headerOf(mapping, field)
    return mapped === undefined
      ? headers.some((name) => present.has(plain(name)))
      : mapped !== null && present.has(plain(mapped))
  }
  const fits = ({ columns, oneOf }: FileLayout): boolean => {
    const expected = columns.filter(({ presence }) => presence !== "optional")
    const found = expected.filter(has)
    return (
      (oneOf === undefined || columns.some((column) => oneOf.includes(column.field) && has(column))) &&
      (found.length * 2 >= expected.length ||
        columns.every((column) => column.presence !== "required" || has(column)))
    )
  }
  const share = ({ columns }: FileLayout): number => {
    const expected = columns.filter(({ presence }) => presence !== "optional")
    return columns.filter(has).length + expected.filter(has).length / expected.length
  }
  const [best] = several.filter(fits).sort((a, b) => share(b) - share(a))
  return best
}

export const tableOf = (kind: ImportKind): FileLayout =>
  Object.values(layouts).find(({ name }) => name === kind) ?? layouts.lines
