/** What a mapping does to each row of a file before its fields are decoded: leave it out, translate values, add constants. */
import type { MappingProblem } from "../fault/MappingProblem.ts"
import { plain } from "./Layout.ts"
import type { Mapping } from "./Mapping.ts"

/** The edit of every row. `apply` returns `undefined` for a row that is left out. */
export interface RowEdit {
  readonly apply: (cells: ReadonlyArray<string>) => ReadonlyArray<string> | undefined
  readonly faults: ReadonlyArray<MappingProblem>
}

/** The columns of a file by plain header, their number, and the constants that follow them. */
export interface EditedColumns {
  readonly places: ReadonlyMap<string, number>
  readonly width: number
  readonly constants: ReadonlyArray<string>
}

/** Returns the edit of a mapping, `undefined` when it leaves rows as they are. */
export const of = (
  { rows, values }: Mapping,
  fields: ReadonlyMap<string, number>,
  { places, width, constants }: EditedColumns,
): RowEdit | undefined => {
  const faults: Array<MappingProblem> = []
  const filters = [
    ...Object.entries(rows?.keep ?? {}).map((one) => [...one, true] as const),
    ...Object.entries(rows?.leaveOut ?? {}).map((one) => [...one, false] as const),
  ].flatMap(([header, list, keeps]) => {
    const index = places.get(plain(header))
    if (index === undefined) faults.push({ _tag: "FilterNotRead", header })
    return index === undefined ? [] : [{ index, isListed: matcher(list), keeps }]
  })
  const translations = Object.entries(values ?? {}).flatMap(([field, translated]) => {
    const index = fields.get(field)
    const meanings = new Map(Object.entries(translated).map(([own, meaning]) => [plain(own), meaning]))
    return index === undefined ? [] : [{ index, meanings }]
  })
  if (faults.length + filters.length + translations.length + constants.length === 0) return undefined
  return {
    faults,
    apply: (cells) => {
      if (filters.some(({ index, isListed, keeps }) => isListed(cells[index] ?? "") !== keeps))
        return undefined
      const edited = [...cells.slice(0, width), ...constants]
      for (const { index, meanings } of translations) {
        const meaning = meanings.get(plain(edited[index] ?? ""))
        if (meaning !== undefined) edited[index] = meaning
      }
      return edited
    },
  }
}

const matcher = (list: ReadonlyArray<string>): ((cell: string) => boolean) => {
  const exact = new Set(list.filter((value) => !value.endsWith("*")).map(plain))
  const beginnings = list.filter((value) => value.endsWith("*")).map((value) => plain(value.slice(0, -1)))
  return (cell) => {
    const value = plain(cell)
    return exact.has(value) || beginnings.some((beginning) => value.startsWith(beginning))
  }
}
