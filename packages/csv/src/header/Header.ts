/** The header of a file: the column of each field and of each year. */
import type { Problem } from "../fault/Fault.ts"
import { nameOf } from "./Column.ts"
import * as FieldColumns from "./FieldColumns.ts"
import { type FileLayout, isReason, knownFields, plain } from "./Layout.ts"
import type { Mapping } from "./Mapping.ts"
import * as Resemblance from "./Resemblance.ts"
import * as RowEdit from "./RowEdit.ts"
import * as YearHeader from "./YearHeader.ts"

export interface YearColumn {
  readonly year: number
  readonly index: number
  readonly header: string
}

/** A decoded header. Indexes count from 0. */
export interface Header {
  readonly layout: FileLayout
  /** The headers of the file, then the constants of the mapping as `constants.FIELD`. */
  readonly cells: ReadonlyArray<string>
  /** Columns of the file, without empty ones at the end. */
  readonly width: number
  readonly fields: ReadonlyMap<string, number>
  /** In order of years, whatever their order in the file. */
  readonly years: ReadonlyArray<YearColumn>
  /** Columns that nothing reads. */
  readonly unread: ReadonlyArray<string>
  /** Columns that most files have and this one lacks; their fields are blank. */
  readonly absent: ReadonlyArray<string>
  readonly mapping: Mapping
  /** What the mapping changes in each row. */
  readonly edit: RowEdit.RowEdit | undefined
  readonly faults: ReadonlyArray<HeaderFault>
}

type HeaderFault = Problem & { readonly column?: string }

/** Decodes a header. The order of columns is free; a missing or duplicated column is a fault. */
export const read = (layout: FileLayout, given: ReadonlyArray<string>, mapping: Mapping): Header => {
  // A spreadsheet leaves empty columns at the end. They are not columns: a row with a text in one of them is refused, not cut.
  const cells = given.slice(0, given.findLastIndex((cell) => cell.trim() !== "") + 1)
  const faults: Array<HeaderFault> = []
  const places = placesOf(cells, faults)
  for (const part of ["columns", "constants", "values"] as const)
    for (const field of Object.keys(mapping[part] ?? {}))
      if (!knownFields.has(field)) faults.push({ _tag: "MappingNotRead", field })
  const { fields, constants, absent } = FieldColumns.of(layout, mapping, {
    places,
    width: cells.length,
    faults,
  })
  const { years, unread } = yearsOf(layout, cells, { taken: new Set(fields.values()), mapping, faults })
  const guessed = absent.map((column) => ({ column, header: Resemblance.among(column, unread) }))
  for (const { column, header } of guessed)
    if (header !== undefined)
      faults.push({ _tag: "ProbableColumn", field: column.field, missing: nameOf(column), header })
  for (const [at, fault] of faults.entries()) {
    if (fault._tag !== "MissingColumn") continue
    const near = Resemblance.among(
      { field: fault.field, headers: [fault.missing], presence: "usual" },
      unread,
    )
    if (near !== undefined) faults[at] = { ...fault, near }
  }
  if (years.length > 0) {
    const amount = fields.get("amount")
    if (amount !== undefined)
      faults.push({ _tag: "YearsAndAmount", header: cells[amount]?.trim() ?? "amount" })
    const year = fields.get("year")
    if (year !== undefined) unread.push(cells[year]?.trim() ?? "year")
    fields.delete("year")
  }
  const isLong = fields.has("year") && FieldColumns.hasAmount(fields)
  if (layout.hasYears && years.length === 0 && !isLong && faults.every(({ _tag }) => _tag !== "YearColumn"))
    faults.push({ _tag: "NoYears" })
  const edit = RowEdit.of(mapping, fields, {
    places,
    width: cells.length,
    constants: constants.map(([, value]) => value),
  })
  return {
    layout,
    cells: [...cells, ...constants.map(([field]) => `constants.${field}`)],
    width: cells.length,
    fields,
    years,
    unread,
    absent: absent.map(nameOf),
    mapping,
    edit,
    faults: [...faults, ...(edit?.faults ?? [])],
  }
}

const placesOf = (cells: ReadonlyArray<string>, faults: Array<HeaderFault>): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  cells.forEach((cell, index) => {
    const name = plain(cell)
    if (name === "") return
    const first = places.get(name)
    if (first === undefined) places.set(name, index)
    else faults.push({ _tag: "DuplicatedHeader", header: cell.trim(), first: first + 1, second: index + 1 })
  })
  return places
}

interface YearColumns {
  readonly years: ReadonlyArray<YearColumn>
  readonly unread: Array<string>
}

const yearsOf = (
  layout: FileLayout,
  cells: ReadonlyArray<string>,
  {
    taken,
    mapping,
    faults,
  }: { readonly taken: ReadonlySet<number>; readonly mapping: Mapping; readonly faults: Array<HeaderFault> },
): YearColumns => {
  const years: Array<YearColumn> = []
  const unread: Array<string> = []
  cells.forEach((cell, index) => {
    if (taken.has(index) || isReason(cell)) return
    const header = cell.trim()
    const found = layout.hasYears ? YearHeader.read(header, mapping) : undefined
    if (found?._tag === "Unclear") faults.push({ _tag: "YearColumn", header, column: header })
    else if (found?._tag === "Year") {
      const { year } = found
      const other = years.find((column) => column.year === year)
      if (other === undefined) years.push({ year, index, header })
      else if (plain(other.header) !== plain(header))
        faults.push({
          _tag: "DuplicatedHeader",
          header: String(year),
          first: other.index + 1,
          second: index + 1,
          other: header,
        })
    } else unread.push(header === "" ? `(${index + 1})` : header)
  })
  return { years: years.sort((a, b) => a.year - b.year), unread }
}

/** Returns whether there is a column per year, or one amount per row beside its year. */
export const shape = ({ years, fields }: Header): "wide" | "long" | "table" =>
  years.length > 0 ? "wide" : fields.has("year") && FieldColumns.hasAmount(fields) ? "long" : "table"

/** Returns whether the rows have amounts in euro. */
export const hasAmounts = ({ years, fields }: Header): boolean =>
  years.length > 0 || FieldColumns.hasAmount(fields)

/** Returns the columns of amounts and other numbers, which prove the number format. */
export const amountColumns = ({ years, fields }: Header): ReadonlyArray<number> => [
  ...years.map(({ index }) => index),
  ...["amount", "debit", "credit", "weight"].flatMap((field) => fields.get(field) ?? []),
]

/** Returns the columns whose numbers prove the format of a file: amounts, and the values of indicators. */
export const numberColumns = (header: Header): ReadonlyArray<number> => {
  const value = header.layout.kind === "indicators" ? header.fields.get("value") : undefined
  return [...amountColumns(header), ...(value === undefined ? [] : [value])]
}

/** Returns the mapping of this header, for `--show-mapping`. */
export const mapping = ({ layout, cells, fields, years, width, mapping }: Header): Mapping => ({
  ...mapping,
  columns: Object.fromEntries(
    layout.columns
      .filter(({ presence, field }) => !(presence === "optional" && sides.has(field) && !fields.has(field)))
      .filter(({ field }) => (fields.get(field) ?? 0) < width)
      .map(({ field }) => [field, cells[fields.get(field) ?? -1]?.trim() ?? null]),
  ),
  ...(years.length === 0 && mapping.years === undefined
    ? {}
    : {
        years: { ...mapping.years, ...Object.fromEntries(years.map(({ header, year }) => [header, year])) },
      }),
})

const sides: ReadonlySet<string> = new Set(["debit", "credit"])
