/**
 * Published tables, cell by cell: the printed forms, the objectives with their amounts, a synthesis per action. Which
 * table it is, its header tells.
 */
import type { Reconcile } from "@grootboek/core"
import type { Dialect } from "../text/Dialect.ts"
import type { Facts } from "../fault/Facts.ts"
import type { Fault } from "../fault/Fault.ts"
import type { File } from "../text/File.ts"
import { plain } from "../header/Layout.ts"
import * as Numbers from "../cell/Numbers.ts"
import * as Pivot from "./Pivot.ts"
import * as Records from "../text/Records.ts"
import * as Survey from "./Survey.ts"

/** A printed figure, addressed as a statement addresses it. Expenditure that is printed negative is turned. */
export interface Cell extends Reconcile.PublishedCell {
  /** As printed. */
  readonly text: string
  /** How many decimals were printed. */
  readonly decimals: number
}

/** A published table. */
export interface Published {
  readonly table: string
  readonly dialect: Dialect
  readonly cells: ReadonlyArray<Cell>
  readonly faults: ReadonlyArray<Fault>
}

/** Which statement row a printed row is; `turn` when it is printed with the opposite sign. */
interface Address {
  readonly section: string
  readonly code: string
  readonly turn?: boolean
}

/** A kind of table: the columns that tell it, and the address of a row in a column. */
interface Table {
  readonly name: string
  readonly columns: ReadonlyArray<string>
  readonly address: (row: ReadonlyMap<string, string>, header: string) => Address | undefined
}

/** Reads a published table. */
export const read = (file: File, declared: Survey.Declared = {}): Published => {
  const { dialect, fault } = Survey.look(amountsOf, file.bytes, declared)
  const cells: Array<Cell> = []
  const faults: Array<Fault> = []
  let table: Table | undefined
  let header: ReadonlyArray<string> | undefined
  const pivot: Array<Pivot.PivotRow> = []
  const tell = (facts: Facts, line: number, column?: string): void => {
    faults.push({
      ...facts,
      file: file.name,
      line,
      ...scanner.where(),
      ...(column === undefined ? {} : { column }),
    })
  }
  const readRow = (
    row: ReadonlyArray<string>,
    line: number,
    columns: ReadonlyArray<string>,
    table: Table,
  ): void => {
    if (row.length !== columns.length) {
      tell({ _tag: "RaggedRow", found: row.length, expected: columns.length }, line)
      return
    }
    const facts = new Map(columns.map((column, index) => [plain(column), (row[index] ?? "").trim()]))
    columns.forEach((column, index) => {
      const year = yearOf(column)
      if (year === undefined) return
      const address = table.address(facts, column)
      const text = (row[index] ?? "").trim()
      const number = Numbers.read(text, dialect.numbers)
      if (address === undefined)
        tell({ _tag: "UnknownDirection", value: facts.get("direction") ?? facts.get("row") ?? "" }, line)
      else if (number === undefined) return
      else if (!Numbers.isDigits(number)) tell(number, line, column)
      else {
        const { turn = false, ...place } = address
        const digits = { ...number, negative: number.negative !== turn }
        const amount = Numbers.rounded(digits, 6)
        if (amount === undefined) tell({ _tag: "AmountTooLarge", value: text }, line, column)
        else
          cells.push({
            ...place,
            year,
            amount,
            line,
            column: column.trim(),
            text,
            decimals: number.fraction.length,
          })
      }
    })
  }
  const scanner = Records.scan(dialect, {
    row: (row, line) => {
      if (header !== undefined) {
        if (Pivot.isPivot(header)) pivot.push({ line, cells: row, ...scanner.where() })
        else if (table !== undefined) readRow(row, line, header, table)
        return
      }
      header = row
      if (Pivot.isPivot(row)) return
      const present = new Set(row.map(plain))
      table = tables.find(({ columns }) => columns.every((column) => present.has(column)))
      if (table === undefined)
        tell({ _tag: "UnknownTable", known: tables.map(({ columns }) => columns.join(",")) }, line)
      else if (!row.some((column) => yearOf(column) !== undefined)) tell({ _tag: "NoYears" }, line)
    },
    blank: () => {},
    broken: (facts, line) => {
      header ??= []
      tell(facts, line)
    },
  })
  if (fault === undefined) {
    scanner.push(file.bytes)
    scanner.end()
    if (header === undefined) tell({ _tag: "EmptyFile" }, 1)
    else if (Pivot.isPivot(header)) {
      const columns = header.flatMap((column, index) => {
        const year = yearOf(column)
        return year === undefined ? [] : [{ header: column, index, year }]
      })
      const hear = (facts: Facts, { line, offset, text }: Pivot.PivotRow, column?: string): void => {
        faults.push({
          ...facts,
          file: file.name,
          line,
          offset,
          text,
          ...(column === undefined ? {} : { column }),
        })
      }
      cells.push(...Pivot.read(pivot, columns, dialect.numbers, hear))
    }
    if (header !== undefined && cells.length === 0 && faults.length === 0) tell({ _tag: "HeaderOnly" }, 1)
  } else tell(fault, 1)
  return {
    table: table?.name ?? (Pivot.isPivot(header ?? []) ? "synthesis" : ""),
    dialect: { ...dialect, shape: "wide" },
    cells,
    faults,
  }
}

/** `2026`, `Uitgaven 2026`, `Raming aanpassing 2025`, `Som van 2026 DT`. */
const yearOf = (header: string): number | undefined => {
  const match = /(?:^|\s)((?:19|20|21)\d\d)(?: DT)?$/i.exec(header.trim())
  return match === null ? undefined : Number(match[1])
}

const amountsOf = (header: ReadonlyArray<string>): ReadonlyArray<number> =>
  header.flatMap((column, index) => (yearOf(column) === undefined ? [] : [index]))

const directionOf = (text: string | undefined): "U" | "O" | undefined =>
  directions.get(plain(text ?? "").split(" ")[0] ?? "")

const directions: ReadonlyMap<string, "U" | "O"> = new Map([
  ["u", "U"],
  ["uitgave", "U"],
  ["uitgaven", "U"],
  ["o", "O"],
  ["ontvangst", "O"],
  ["ontvangsten", "O"],
])

const inDirection = (
  section: string,
  code: (direction: "U" | "O") => string,
  text: string | undefined,
): Address | undefined => {
  const direction = directionOf(text)
  return direction === undefined ? undefined : { section, code: code(direction) }
}

// The narrower table first: the columns of T3 are also columns of M2.
const tables: ReadonlyArray<Table> = [
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

// The synthesis prints expenditure negative; a statement has it positive in its own direction.
const synthesis = (action: string, row: string): Address | undefined => {
  const name = plain(row)
  if (name === "reserve") return { section: "", code: "reserve" }
  const code = name === "net" ? "net" : directionOf(row)
  if (code === undefined) return undefined
  return { section: "", code: `${action === "" ? "total" : action}/${code}`, turn: code === "U" }
}
