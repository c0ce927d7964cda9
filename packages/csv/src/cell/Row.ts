/** A row under a header, decoded field by field to codes, accounts, words and days. */
import { Formula, LookAlike } from "@grootboek/cells"
import { BudgetLine, Spelling, type Year } from "@grootboek/core"
import * as Schema from "effect/Schema"
import type { Problem } from "../fault/Fault.ts"
import { nameOf } from "../header/Column.ts"
import type { Header } from "../header/Header.ts"
import type { FileNumbers } from "../text/Dialect.ts"
import * as Day from "./Day.ts"
import * as Numbers from "./Numbers.ts"

/** A row and its context. Every function below returns `undefined` after it has reported a problem. */
export interface DecodedRow {
  readonly header: Header
  readonly cells: ReadonlyArray<string>
  readonly line: number
  readonly numbers: FileNumbers
  /** Decimals to round to, if the user asked for it. */
  readonly round: number | undefined
  /** The years of the plan, where amounts of other years are refused. */
  readonly years: Year.Years | undefined
  /** Values that the mapping declares blank. */
  readonly nothing: ReadonlySet<string>
  /** Returns a code as the ledger declares it; undefined when it does not. */
  readonly declared: (code: string) => string | undefined
  readonly report: (problem: Problem, column?: string) => undefined
  readonly rounded: () => void
}

/** Returns the cell of a field as written; empty when there is no column. */
export const raw = (row: DecodedRow, field: string): string => {
  const index = row.header.fields.get(field)
  const cell = index === undefined ? "" : (row.cells[index] ?? "")
  return row.nothing.size > 0 && row.nothing.has(cell.trim()) ? "" : cell
}

/** Returns the header of a field in the file, or the one that it should have. */
export const columnOf = (row: DecodedRow, field: string): string => {
  const index = row.header.fields.get(field)
  const column = row.header.layout.columns.find((column) => column.field === field)
  return (
    (index === undefined ? undefined : row.header.cells[index]?.trim()) ??
    (column === undefined ? field : nameOf(column))
  )
}

/** Returns the cell of a field without the blanks around it. */
export const value = (row: DecodedRow, field: string): string => raw(row, field).trim()

/** Reports a blank cell that needs a value. */
export const empty = (row: DecodedRow, field: string): undefined =>
  row.report({ _tag: "EmptyCell" }, columnOf(row, field))

const isCode = Schema.is(BudgetLine.Code)
const simpleCode = /^[\w.-]{1,200}$/

/** Returns a required code: as the ledger spells it, else as written. */
export const code = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  return text === "" ? empty(row, field) : checked(row, field, text)
}

/** Returns an optional code, `""` when blank. */
export const codeOrBlank = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  return text === "" ? "" : checked(row, field, text)
}

/** Returns a required name as written, without the blanks around it. */
export const name = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  return text === "" ? empty(row, field) : named(row, field, text)
}

/** Returns an optional name, `""` when blank. */
export const nameOrBlank = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  return text === "" ? "" : named(row, field, text)
}

const named = (row: DecodedRow, field: string, text: string): string | undefined => {
  const name = Formula.restore(text)
  return isCode(name) ? name : row.report({ _tag: "NotACode", value: text }, columnOf(row, field))
}

const checked = (row: DecodedRow, field: string, text: string): string | undefined => {
  if (simpleCode.test(text) && text.charCodeAt(0) !== 45) return text
  const written = Formula.restore(text)
  // A ledger of an earlier version may hold a code that is refused here; its lines must stay reachable.
  const declared = row.declared(written)
  if (declared === written) return declared
  const other = LookAlike.of(written)
  if (other !== undefined) return misleading(row, field, { ...other, value: text })
  if (declared !== undefined) return declared
  return isCode(written) ? written : row.report({ _tag: "NotACode", value: text }, columnOf(row, field))
}

const misleading = (
  row: DecodedRow,
  field: string,
  found: LookAlike.LookAlike & { readonly value: string },
): undefined => row.report({ _tag: "LookAlike", ...found }, columnOf(row, field))

/** Reports a value that a word, an account, a year or a day cannot be; the cause may be a look-alike character. */
export const unfit = (
  row: DecodedRow,
  field: string,
  problem: Problem & { readonly value: string },
): undefined => {
  const other = LookAlike.of(problem.value)
  if (other === undefined) return row.report(problem, columnOf(row, field))
  return misleading(row, field, { ...other, value: problem.value })
}

/** Returns codes separated by blanks, commas or `|`. */
export const codes = (row: DecodedRow, field: string): ReadonlyArray<string> => [
  ...new Set(
    value(row, field)
      .split(/[\s,|]+/)
      .filter((text) => text !== "")
      .map((text) => checked(row, field, text) ?? ""),
  ),
]

/** Returns a general account: digits, as text. */
export const account = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return empty(row, field)
  return isAccount(text) ? text : unfit(row, field, { _tag: "AccountNotDigits", value: text })
}

export const isAccount = (text: string): boolean => /^\d{2,10}$/.test(text)

/** Returns one or more accounts, or beginnings of accounts, separated as codes are. */
export const accounts = (row: DecodedRow, field: string): ReadonlyArray<string> => {
  const found = codes(row, field)
  if (found.length === 0) empty(row, field)
  for (const value of found)
    if (value !== "" && !isAccount(value)) unfit(row, field, { _tag: "AccountNotDigits", value })
  return found
}

/** Returns free text as written, `undefined` when blank. */
export const text = (row: DecodedRow, field: string): string | undefined => {
  const cell = raw(row, field)
  if (cell === "" || cell.trim() === "") return undefined
  if (simpleText.test(cell)) return cell
  const text = Formula.restore(cell)
  return allowedText.test(text)
    ? text
    : row.report({ _tag: "TextNotAllowed", length: text.length }, columnOf(row, field))
}

const simpleText = /^[A-Za-z0-9][ -~\u00a1-\u02af]{0,999}$/
const allowedText = /^(?:[^\p{Cc}\p{Cs}]|[\n\t]){1,4000}$/u

/** Returns the meaning of one of a list of words; a blank is a fault unless the list has it. */
export const word = <A>(row: DecodedRow, field: string, words: ReadonlyMap<string, A>): A | undefined => {
  const text = value(row, field)
  const found = words.get(text.toLowerCase()) ?? inAnyCase(words, text)
  if (found !== undefined) return found
  const known = [...words.keys()].filter((name) => name !== "")
  return text === "" ? empty(row, field) : unfit(row, field, { _tag: "UnknownWord", value: text, known })
}

// A word may be listed as it is printed, with capitals: `B.1`.
const inAnyCase = <A>(words: ReadonlyMap<string, A>, text: string): A | undefined => {
  const lower = Spelling.normal(text).toLowerCase()
  return [...words].find(([name]) => name.toLowerCase() === lower)?.[1]
}

export const year = (row: DecodedRow, field: string): number | undefined => {
  const text = value(row, field)
  if (text === "") return empty(row, field)
  return /^(?:19|20|21)\d\d$/.test(text) ? Number(text) : unfit(row, field, { _tag: "NotAYear", value: text })
}

/** Returns a day as `2026-06-30`; `30/06/2026` is accepted as well, day before month unless the mapping says otherwise. */
export const day = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return empty(row, field)
  return Day.parse(text, row.header.mapping.dates) ?? unfit(row, field, { _tag: "NotADay", value: text })
}

export const percent = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return empty(row, field)
  return Numbers.percent(text) ?? row.report({ _tag: "NotAPercentage", value: text }, columnOf(row, field))
}

/** Returns a number that is not an amount, as canonical text. */
export const quantity = (row: DecodedRow, field: string): string | undefined => {
  const text = value(row, field)
  if (text === "") return empty(row, field)
  const found = Numbers.quantityIn(text, row.numbers)
  return typeof found === "string" ? found : row.report(found, columnOf(row, field))
}
