/** The layouts of published tables: how each addresses its cells. */
import * as Direction from "../cell/Direction.ts"
import { plain } from "../header/Layout.ts"

/** The row of a statement; `turn` when it is printed with the opposite sign. */
export interface PrintedAddress {
  readonly section: string
  readonly code: string
  readonly turn?: boolean
}

/** A kind of table: the columns that identify it, and the address of a row in a column. */
export interface PublishedLayout {
  readonly name: string
  readonly columns: ReadonlyArray<string>
  readonly address: (row: ReadonlyMap<string, string>, header: string) => PrintedAddress | undefined
}

export const find = (header: ReadonlyArray<string>): PublishedLayout | undefined => {
  const present = new Set(header.map(nameOf))
  return layouts.find(({ columns }) => columns.every((column) => present.has(column)))
}

/** Returns the name of a column; `sectie` and `omschrijving` are the Dutch names of `section` and `label`. */
export const nameOf = (header: string): string => {
  const name = plain(header)
  return dutch.get(name) ?? name
}

const dutch: ReadonlyMap<string, string> = new Map([
  ["sectie", "section"],
  ["omschrijving", "label"],
])

/**
 * Returns the words of a column beside its year, where other columns have the same year in other words: `JR` of `JR 2022`
 * beside `MJP 2022`. Directions are not such words.
 */
export const seriesOf = (header: ReadonlyArray<string>, index: number): string | undefined => {
  const wordsOf = (text = "") => {
    const words = text
      .trim()
      .replace(/(?:19|20|21)\d\d(?: DT)?$/i, "")
      .trim()
    return directionOf(words) === undefined ? words : ""
  }
  const keyOf = (text = "") => `${yearOf(text)} ${directionOf(text) ?? ""}`
  const columns = amountColumns(header)
  const isTwice = columns.some((one) =>
    columns.some((other) => one !== other && keyOf(header[one]) === keyOf(header[other])),
  )
  const words = wordsOf(header[index])
  return isTwice && words !== "" ? words : undefined
}

/** Returns the year of a column: `2026`, `Uitgaven 2026`, `Raming aanpassing 2025`, `Som van 2026 DT`. */
export const yearOf = (header: string): number | undefined => {
  const match = /(?:^|\s)((?:19|20|21)\d\d)(?: DT)?$/i.exec(header.trim())
  return match === null ? undefined : Number(match[1])
}

export const amountColumns = (header: ReadonlyArray<string>): ReadonlyArray<number> =>
  header.flatMap((column, index) => (yearOf(column) === undefined ? [] : [index]))

const directionOf = (text: string | undefined): "U" | "O" | undefined =>
  Direction.parse(plain(text ?? "").split(" ")[0] ?? "")

const inDirection = (
  section: string,
  code: (direction: "U" | "O") => string,
  text: string | undefined,
): PrintedAddress | undefined => {
  const direction = directionOf(text)
  return direction === undefined ? undefined : { section, code: code(direction) }
}

/** Every layout. The narrower one comes first: the columns of T3 are also columns of M2. */
export const layouts: ReadonlyArray<PublishedLayout> = [
  {
    name: "objectives",
    columns: ["code", "section", "direction"],
    address: (row) =>
      inDirection(
        row.get("section") ?? "",
        (direction) => `${row.get("code")}/${direction}`,
        row.get("direction"),
      ),
  },
  {
    name: "groups",
    columns: ["group", "direction"],
    address: (row) => inDirection(row.get("group") ?? "", (direction) => direction, row.get("direction")),
  },
  {
    name: "synthesis",
    columns: ["action", "row"],
    address: (row) => synthesis(row.get("action") ?? "", row.get("row") ?? ""),
  },
  {
    name: "sections",
    columns: ["section", "code"],
    address: (row) => ({ section: row.get("section") ?? "", code: row.get("code") ?? "" }),
  },
  { name: "codes", columns: ["code"], address: (row) => ({ section: "", code: row.get("code") ?? "" }) },
  {
    name: "credits",
    columns: ["row"],
    address: (row, header) => inDirection(row.get("row") ?? "", (direction) => direction, header),
  },
]

// A synthesis prints expenditure negative; in a statement it is positive.
const synthesis = (action: string, row: string): PrintedAddress | undefined => {
  const name = plain(row)
  if (name === "reserve") return { section: "", code: "reserve" }
  const code = name === "net" ? "net" : directionOf(row)
  if (code === undefined) return undefined
  return { section: "", code: `${action === "" ? "total" : action}/${code}`, turn: code === "U" }
}
