/** The header of a file: the column of each field and of each year. */
import { Year } from "@grootboek/core"
import * as Schema from "effect/Schema"
import type { HeaderProblem } from "../fault/HeaderProblem.ts"
import { type FileLayout, knownFields, plain, reasonColumn } from "./Layout.ts"
import { headerOf, type Mapping } from "./Mapping.ts"

/** A column of a year. */
export interface YearColumn {
  readonly year: number
  readonly index: number
  readonly header: string
}

/** A decoded header. Indexes count from 0. */
export interface Header {
  readonly layout: FileLayout
  readonly cells: ReadonlyArray<string>
  readonly fields: ReadonlyMap<string, number>
  /** In order of years, whatever their order in the file. */
  readonly years: ReadonlyArray<YearColumn>
  /** Columns that nothing reads. */
  readonly unread: ReadonlyArray<string>
  readonly faults: ReadonlyArray<HeaderFault>
}

type HeaderFault = HeaderProblem & { readonly column?: string }

/** Decodes a header. The order of columns is free; a missing or duplicated column is a fault. */
export const read = (layout: FileLayout, cells: ReadonlyArray<string>, mapping: Mapping): Header => {
  const faults: Array<HeaderFault> = []
  const places = new Map<string, number>()
  cells.forEach((cell, index) => {
    const name = plain(cell)
    if (name === "") return
    const first = places.get(name)
    if (first === undefined) places.set(name, index)
    else faults.push({ _tag: "DuplicatedHeader", header: cell.trim(), first: first + 1, second: index + 1 })
  })

  for (const field of Object.keys(mapping.columns ?? {}))
    if (!knownFields.has(field)) faults.push({ _tag: "MappingNotRead", field })

  const fields = new Map<string, number>()
  for (const { field, headers, isRequired } of layout.columns) {
    const mapped = headerOf(mapping, field)
    if (mapped === null) continue
    const candidates = mapped === undefined ? headers : [mapped]
    const index = candidates.map((name) => places.get(plain(name))).find((place) => place !== undefined)
    if (index !== undefined) fields.set(field, index)
    else if ((isRequired && !isSpared(field, places)) || mapped !== undefined)
      faults.push({ _tag: "MissingColumn", field, missing: candidates[0] ?? field })
  }

  const taken = new Set(fields.values())
  const years: Array<YearColumn> = []
  const unread: Array<string> = []
  // A spreadsheet leaves empty columns at the end.
  const lastNamed = cells.findLastIndex((cell) => cell.trim() !== "")
  cells.forEach((cell, index) => {
    if (taken.has(index) || plain(cell) === plain(reasonColumn)) return
    const header = cell.trim()
    const year = layout.hasYears ? yearOf(header, mapping) : undefined
    if (year === undefined) {
      if (layout.hasYears && /^["']?[\dOoIl.,\s]*\d[\dOoIl.,\s]*$/.test(header))
        faults.push({ _tag: "YearColumn", header, column: header })
      else if (header !== "") unread.push(header)
      else if (index < lastNamed) unread.push(`(${index + 1})`)
      return
    }
    const other = years.find((column) => column.year === year)
    if (other === undefined) years.push({ year, index, header })
    else if (plain(other.header) !== plain(header))
      faults.push({
        _tag: "DuplicatedHeader",
        header: String(year),
        first: other.index + 1,
        second: index + 1,
      })
  })
  years.sort((a, b) => a.year - b.year)
  if (years.length > 0) {
    for (const field of ["year", "amount"]) {
      const index = fields.get(field)
      if (index !== undefined) unread.push(cells[index]?.trim() ?? field)
      fields.delete(field)
    }
  }
  const isLong = fields.has("year") && fields.has("amount")
  if (layout.hasYears && years.length === 0 && !isLong && faults.every(({ _tag }) => _tag !== "YearColumn"))
    faults.push({ _tag: "NoYears" })
  return { layout, cells, fields, years, unread, faults }
}

// The compound key of a vendor replaces the direction.
const isSpared = (field: string, places: ReadonlyMap<string, number>): boolean =>
  field === "direction" && places.has("code")

const isYear = Schema.is(Year.Year)

const yearOf = (header: string, mapping: Mapping): number | undefined => {
  if (mapping.years !== undefined && Object.hasOwn(mapping.years, header)) return mapping.years[header]
  const match = /^(?:(?:raming|bedrag|som van) )?(\d{4})(?: dt)?$/i.exec(header)
  const year = Number(match?.[1] ?? Number.NaN)
  return isYear(year) ? year : undefined
}

/** Returns whether there is a column per year, or one amount per row beside its year. */
export const shape = ({ years, fields }: Header): "wide" | "long" | "table" =>
  years.length > 0 ? "wide" : fields.has("year") && fields.has("amount") ? "long" : "table"

/** Returns the columns of amounts. */
export const amountColumns = ({ years, fields }: Header): ReadonlyArray<number> => {
  const amount = fields.get("amount")
  return amount === undefined ? years.map(({ index }) => index) : [...years.map(({ index }) => index), amount]
}

/** Returns the mapping of this header, for `--show-mapping`. */
export const mapping = ({ layout, cells, fields, years }: Header): Mapping => ({
  columns: Object.fromEntries(
    layout.columns.map(({ field }) => [field, cells[fields.get(field) ?? -1]?.trim() ?? null]),
  ),
  ...(years.length === 0
    ? {}
    : { years: Object.fromEntries(years.map(({ header, year }) => [header, year])) }),
})
