/** Columns as data: the headers a field goes by, and those that every file of amounts has. */

/** A column that a layout knows. The first header is the one that messages name. */
export interface Column {
  readonly field: string
  readonly headers: ReadonlyArray<string>
  /** Without it nothing can be read, unless a mapping says that the file has none. */
  readonly isRequired: boolean
}

/** A column without which nothing can be read. */
export const must = (field: string, ...headers: ReadonlyArray<string>): Column => ({
  field,
  headers,
  isRequired: true,
})
/** A column that may be missing. */
export const may = (field: string, ...headers: ReadonlyArray<string>): Column => ({
  field,
  headers,
  isRequired: false,
})

/** The columns that say where an amount stands. */
export const line: ReadonlyArray<Column> = [
  must("action", "Actie", "Actiecode", "Actie code"),
  must("policyItem", "Beleidsitem", "Beleidsitemcode", "Beleidsitem code"),
  must("account", "Algemene rekening", "Rekening", "MAR", "Algemene rekening code"),
  must("sector", "Economische sectorcode", "Sectorcode"),
  must("envelope", "Investeringsenveloppe", "Investeringsenveloppe code"),
  must("direction", "U/O", "O/U", "Uitgave/Ontvangst"),
  must("description", "Omschrijving", "Eerste omschrijving"),
]

/** One amount per row, instead of years as columns. */
export const oneAmount: ReadonlyArray<Column> = [
  may("year", "Jaar", "Boekjaar"),
  may("amount", "Bedrag", "Raming"),
  // A vendor's compound key, whose last part is the direction: …/6143007/…/U
  may("key", "Code"),
]
