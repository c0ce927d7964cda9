/** Columns as data: the headers of each field, and the columns that every file of amounts has. */

/** A column of a layout. Messages name the first header. */
export interface LayoutColumn {
  readonly field: string
  readonly headers: ReadonlyArray<string>
  /** Whether the file must have it, unless a mapping says otherwise. */
  readonly isRequired: boolean
}

/** A required column. */
export const must = (field: string, ...headers: ReadonlyArray<string>): LayoutColumn => ({
  field,
  headers,
  isRequired: true,
})
/** An optional column. */
export const may = (field: string, ...headers: ReadonlyArray<string>): LayoutColumn => ({
  field,
  headers,
  isRequired: false,
})

/** The columns of a budget line and its description. */
export const line: ReadonlyArray<LayoutColumn> = [
  must("action", "Actie", "Actiecode", "Actie code"),
  must("policyItem", "Beleidsitem", "Beleidsitemcode", "Beleidsitem code"),
  must("account", "Algemene rekening", "Rekening", "MAR", "Algemene rekening code"),
  must("sector", "Economische sectorcode", "Sectorcode"),
  must("envelope", "Investeringsenveloppe", "Investeringsenveloppe code"),
  must("direction", "U/O", "O/U", "Uitgave/Ontvangst"),
  must("description", "Omschrijving", "Eerste omschrijving"),
]

/** One amount per row, instead of years as columns. */
export const oneAmount: ReadonlyArray<LayoutColumn> = [
  may("year", "Jaar", "Boekjaar"),
  may("amount", "Bedrag", "Raming"),
  // The compound key of a vendor, whose last part is the direction: …/6143007/…/U
  may("key", "Code"),
]
