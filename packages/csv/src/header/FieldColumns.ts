/** The column of each field of a layout, by its own headers or those of a mapping. */
import type { Problem } from "../fault/Fault.ts"
import { type LayoutColumn, nameOf } from "./Column.ts"
import { type FileLayout, plain } from "./Layout.ts"
import { constantOf, headerOf, type Mapping } from "./Mapping.ts"

/** The column of each field, the constants that follow the columns, and the usual columns that are absent. */
export interface FieldColumns {
  readonly fields: Map<string, number>
  readonly constants: ReadonlyArray<readonly [field: string, value: string]>
  readonly absent: ReadonlyArray<LayoutColumn>
}

/** The columns of a file by plain header, and where to report faults. */
export interface FileColumns {
  readonly places: ReadonlyMap<string, number>
  readonly width: number
  readonly faults: Array<Problem>
}

export const of = (
  layout: FileLayout,
  mapping: Mapping,
  { places, width, faults }: FileColumns,
): FieldColumns => {
  const fields = new Map<string, number>()
  const constants: Array<readonly [string, string]> = []
  const lacking: Array<LayoutColumn> = []
  for (const column of layout.columns) {
    const { field, headers } = column
    const mapped = headerOf(mapping, field)
    const constant = constantOf(mapping, field)
    if (constant !== undefined) {
      if (typeof mapped === "string") faults.push({ _tag: "MappedTwice", field, header: mapped })
      fields.set(field, width + constants.length)
      constants.push([field, constant])
      continue
    }
    const candidates = mapped === undefined ? headers : mapped === null ? [] : [mapped]
    const index = candidates.map((name) => places.get(plain(name))).find((place) => place !== undefined)
    if (index !== undefined) fields.set(field, index)
    else if (typeof mapped === "string") faults.push({ _tag: "MissingColumn", field, missing: mapped })
    else lacking.push(column)
  }
  for (const column of lacking) {
    const { field, presence } = column
    if (presence !== "required" || isSpared(field, { places, fields, mapping })) continue
    if (headerOf(mapping, field) === null) faults.push({ _tag: "FieldNotGiven", field })
    else faults.push({ _tag: "MissingColumn", field, missing: nameOf(column) })
  }
  const absent = lacking.filter(
    ({ field, presence }) => presence === "usual" && headerOf(mapping, field) === undefined,
  )
  return { fields, constants, absent }
}

// A compound key replaces the direction; so do two columns of amounts, when the mapping says that none is in the file.
const isSpared = (
  field: string,
  {
    places,
    fields,
    mapping,
  }: {
    readonly places: ReadonlyMap<string, number>
    readonly fields: ReadonlyMap<string, number>
    readonly mapping: Mapping
  },
): boolean =>
  field === "direction"
    ? places.has("code") || fields.has("key") || (headerOf(mapping, field) === null && hasSides(fields))
    : field === "amount" && hasSides(fields)

const hasSides = (fields: ReadonlyMap<string, number>): boolean => fields.has("debit") && fields.has("credit")

/** Returns whether a column, or two, give an amount. */
export const hasAmount = (fields: ReadonlyMap<string, number>): boolean =>
  fields.has("amount") || hasSides(fields)
