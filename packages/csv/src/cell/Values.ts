/** Cells that only the tables of rules have: quantities, months, index figures, words of the law. */
import type { BudgetEvent } from "@grootboek/core"
import * as Row from "./Row.ts"

/** A number that is no amount: one decimal mark of either kind, perhaps negative. */
export const quantity = (row: Row.Row, field: string): string | undefined => {
  const text = Row.value(row, field)
  if (text === "") return row.fault({ _tag: "EmptyCell" }, Row.columnOf(row, field))
  return plain(text) ?? row.fault({ _tag: "NotANumber", value: text }, Row.columnOf(row, field))
}

/** A quantity as canonical text; `undefined` when it is none. */
export const plain = (text: string): string | undefined => {
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(text)
  if (match === null) return undefined
  const whole = (match[2] ?? "").replace(/^0+(?=\d)/, "")
  const fraction = (match[3] ?? "").replace(/0+$/, "")
  return `${match[1] ?? ""}${whole}${fraction === "" ? "" : `.${fraction}`}`
}

/** A month, `2025-12`. */
export const month = (row: Row.Row, field: string): string | undefined => {
  const text = Row.value(row, field)
  return isMonth(text) ? text : row.fault({ _tag: "NotADay", value: text }, Row.columnOf(row, field))
}

/** Index figures, `2025-12=135,20 2026-12=138,10`. */
export const indexFigures = (row: Row.Row, field: string): Readonly<Record<string, string>> => {
  const out: Record<string, string> = {}
  for (const pair of Row.value(row, field).split(/\s+/)) {
    if (pair === "") continue
    const [at = "", figure = ""] = pair.split("=")
    const value = plain(figure)
    if (isMonth(at) && value !== undefined) out[at] = value
    else row.fault({ _tag: "NotANumber", value: pair }, Row.columnOf(row, field))
  }
  return out
}

/** Accounts or beginnings of accounts, separated by blanks; at least one. */
export const accounts = (row: Row.Row, field: string): ReadonlyArray<string> => {
  const codes = Row.codes(row, field)
  const column = Row.columnOf(row, field)
  if (codes.length === 0) row.fault({ _tag: "EmptyCell" }, column)
  for (const value of codes) if (!Row.isAccount(value)) row.fault({ _tag: "AccountNotDigits", value }, column)
  return codes
}

/** Yes or no. */
export const yesNo: ReadonlyMap<string, boolean> = new Map([
  ["ja", true],
  ["nee", false],
])

/** Reden, as files write it. */
export const reasons: ReadonlyMap<string, BudgetEvent.ReasonClass> = new Map([
  ["resultaat", "result"],
  ["indexering", "index"],
  ["timing", "timing"],
  ["verschuiving", "transfer"],
  ["subsidie", "subsidy"],
  ["correctie", "correction"],
])

const isMonth = (text: string): boolean => /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(text)
