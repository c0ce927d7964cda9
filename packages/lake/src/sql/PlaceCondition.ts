/** The selector of a counting row as a condition on the columns of a place. */
import type { Selector } from "@grootboek/core"
import * as SqlDialect from "./SqlDialect.ts"

/** Returns the condition. Without a phase, estimates are counted; without a section, every section but results. */
export const of = (selector: Selector.Selector, dialect: SqlDialect.SqlDialect): string => {
  const text = (value: string): string => SqlDialect.text(dialect, value)
  const begins = (column: string, prefixes: ReadonlyArray<string>): string => {
    const byLength = new Map<number, Array<string>>()
    for (const prefix of prefixes)
      byLength.set(prefix.length, [...(byLength.get(prefix.length) ?? []), text(prefix)])
    return [...byLength].map(([length, list]) => `left(${column}, ${length}) ${among(list)}`).join(" OR ")
  }
  const among = (list: ReadonlyArray<string>): string =>
    list.length === 1 ? `= ${list[0]}` : `IN (${list.join(", ")})`
  return [
    `phase = ${text(selector.phase ?? "estimate")}`,
    selector.section === undefined ? `section <> 'result'` : `section = ${text(selector.section)}`,
    ...(selector.direction === undefined ? [] : [`direction = ${text(selector.direction)}`]),
    ...(selector.row === undefined ? [] : [`t2_row = ${text(selector.row)}`]),
    ...(selector.under === undefined
      ? []
      : [`(t2_row ${among(selector.under.map(text))} OR ${begins("t2_row", finer(selector.under))})`]),
    ...(selector.accounts === undefined ? [] : [`(${begins("account", selector.accounts)})`]),
    ...(selector.notAccounts === undefined ? [] : [`NOT (${begins("account", selector.notAccounts)})`]),
    ...(selector.part === undefined ? [] : [`part = ${text(selector.part)}`]),
    ...(selector.parts === undefined ? [] : [`part ${among(selector.parts.map(text))}`]),
  ].join(" AND ")
}

/** Finer rows continue the code of a row with a dot or a dash. */
const finer = (rows: ReadonlyArray<string>): ReadonlyArray<string> =>
  rows.flatMap((row) => [`${row}.`, `${row}-`])
