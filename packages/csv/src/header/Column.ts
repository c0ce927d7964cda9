/** Columns as data: the headers of each field, and the columns that every file of amounts has. */

/**
 * Whether a file has a column. `required`: every row needs a value. `usual`: its cells may be blank, so it may be absent;
 * a note says so. `optional`: few files have it.
 */
export type ColumnPresence = "required" | "usual" | "optional"

/** A column of a layout. Messages name the first header. */
export interface LayoutColumn {
  readonly field: string
  readonly headers: ReadonlyArray<string>
  readonly presence: ColumnPresence
}

/** Returns the first header of a column, by which messages name it. */
export const nameOf = ({ headers, field }: LayoutColumn): string => headers[0] ?? field

const column =
  (presence: ColumnPresence) =>
  (field: string, ...headers: ReadonlyArray<string>): LayoutColumn => ({ field, headers, presence })

/** A column that every file must have, unless a mapping gives its value. */
export const must = column("required")

/** A column that most files have. */
export const usual = column("usual")

/** A column that few files have. */
export const may = column("optional")

/** A table of a kind of file. */
export const table = <Kind extends string, Name extends string>(
  kind: Kind,
  name: Name,
  columns: ReadonlyArray<LayoutColumn>,
) => ({ name, kind, hasYears: false, columns })

/** A table in which years are columns too. */
export const yearTable = <Kind extends string, Name extends string>(
  ...facts: Parameters<typeof table<Kind, Name>>
) => ({ ...table(...facts), hasYears: true })

/** The columns of a budget line and its description. */
export const line: ReadonlyArray<LayoutColumn> = [
  usual("action", "Actie", "Actiecode", "Actie code"),
  must("policyItem", "Beleidsitem", "Beleidsitemcode", "Beleidsitem code"),
  must("account", "Algemene rekening", "Rekening", "MAR", "Algemene rekening code"),
  usual("sector", "Economische sectorcode", "Sectorcode"),
  usual("envelope", "Investeringsenveloppe", "Investeringsenveloppe code"),
  must("direction", "U/O", "O/U", "Uitgave/Ontvangst"),
  usual("description", "Omschrijving", "Eerste omschrijving"),
]

/** Two columns of amounts instead of one: their difference is the amount. */
export const sides: ReadonlyArray<LayoutColumn> = [may("debit", "Debet"), may("credit", "Credit")]

/** One amount per row, instead of years as columns. */
export const oneAmount: ReadonlyArray<LayoutColumn> = [
  may("year", "Jaar", "Boekjaar"),
  may("amount", "Bedrag", "Raming"),
  ...sides,
  // The compound key of a vendor, whose last part is the direction: …/6143007/…/U
  may("key", "Code"),
]
