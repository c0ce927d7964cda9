/**
 * The layout of a statement: columns, and lines with their headings. Every format uses it, and it depends on no form by
 * name.
 *
 * Rows of one section follow its heading, rows of one group (a node, an action) the heading of the group. A form with
 * only receipts and expenditure of a credit year shows the two side by side, as M3 is printed.
 */
import { Statement } from "@grootboek/core"
import * as AccountsText from "../words/AccountsText.ts"
import type { Language } from "../words/Language.ts"

/** A column of figures: its year, its direction with the code of its rows when a year has two columns, and the plan beside the accounts. */
export interface StatementColumn {
  readonly year: number
  readonly direction: string
  readonly code: string
  readonly beside?: Statement.PlanColumn
}

/** A heading, or a line with a figure per column. `explain` takes the `code`; `marker` is printed before the label. */
export type StatementItem =
  | { readonly _tag: "Heading"; readonly text: string; readonly level: number }
  | {
      readonly _tag: "Line"
      readonly section: string
      readonly code: string
      readonly marker: string
      readonly label: string
      readonly level: number
      readonly cells: ReadonlyArray<Statement.StatementCell | undefined>
    }

export type StatementLine = Extract<StatementItem, { readonly _tag: "Line" }>

/** Returns whether a row is one of the main rows of its form: those with a Roman numeral or a capital alone. */
export const isMain = ({ code }: StatementLine): boolean =>
  /^(?:[IVX]+|[A-Z])$/.test(code) && !(code in directions)

/** A statement laid out for reading. */
export interface StatementView {
  readonly columns: ReadonlyArray<StatementColumn>
  readonly items: ReadonlyArray<StatementItem>
}

/** Returns the layout of a statement, without rows that are not printed. */
export const of = (statement: Statement.Statement): StatementView => {
  const beside = statement.accounts?.beside ?? []
  const rows = withBeside(Statement.shown(statement), beside, statement)
  return beside.length === 0 &&
    statement.years.length <= 2 &&
    rows.length > 0 &&
    rows.every(({ code }) => code in directions)
    ? sideBySide(statement.years, rows)
    : {
        columns: [
          ...statement.years.map((year) => ({ year, direction: "", code: "" })),
          ...beside.map((one) => ({
            year: statement.accounts?.year ?? 0,
            direction: "",
            code: "",
            beside: one,
          })),
        ],
        items: below(rows),
      }
}

/** A heading above a column of figures: `2026`, `2026 Uitgaven`, or `Meerjarenplan 2026/1`. */
export const heading = ({ year, direction, beside }: StatementColumn, language: Language): string => {
  if (beside !== undefined) return AccountsText.beside(beside, language)
  return direction === "" ? `${year}` : `${year} ${direction}`
}

type FilledRow = Omit<Statement.StatementRow, "cells"> & {
  readonly cells: ReadonlyArray<Statement.StatementCell | undefined>
}

const withBeside = (
  rows: ReadonlyArray<Statement.StatementRow>,
  beside: ReadonlyArray<Statement.PlanColumn>,
  { rows: all }: Statement.Statement,
): ReadonlyArray<FilledRow> =>
  rows.map((row) => ({
    ...row,
    cells: [...row.cells, ...beside.map(({ cells }) => cells[all.indexOf(row)])],
  }))

const below = (rows: ReadonlyArray<FilledRow>): ReadonlyArray<StatementItem> => {
  const items: Array<StatementItem> = []
  let [section, group] = ["", ""]
  for (const row of rows) {
    const named = nameOf(row)
    const depth = named.group === "" ? 0 : row.level
    if (named.group !== group) {
      section = ""
      if (named.group !== "") items.push({ _tag: "Heading", text: named.group, level: depth })
    }
    const under = named.group === "" ? 0 : 1
    if (row.section !== section && row.section !== "")
      items.push({ _tag: "Heading", text: row.section, level: depth + under })
    section = row.section
    group = named.group
    items.push({
      _tag: "Line",
      section,
      code: row.code,
      marker: markerOf(row.code),
      label: named.label,
      level: row.level + under + (section === "" ? 0 : 1),
      cells: row.cells,
    })
  }
  return items
}

const sideBySide = (years: ReadonlyArray<number>, rows: ReadonlyArray<FilledRow>): StatementView => {
  const pairs = new Map<string, Array<FilledRow>>()
  for (const row of rows) pairs.set(row.section, [...(pairs.get(row.section) ?? []), row])
  const columns = years.flatMap((year) =>
    Object.entries(directions).map(([code, direction]) => ({ code, year, direction })),
  )
  return {
    columns,
    items: [...pairs].map(([section, pair]) => ({
      _tag: "Line",
      section,
      code: "",
      marker: "",
      label: section,
      level: pair[0]?.level ?? 0,
      cells: columns.map(({ code, year }) =>
        pair.find((row) => row.code === code)?.cells.find((cell) => cell?.year === year),
      ),
    })),
  }
}

const directions: Readonly<Record<string, string>> = { U: "Uitgaven", O: "Ontvangsten" }

/** Returns the names of a group and of a row in it: a label has both, such as `A10101 RCK – Saldo`. */
const nameOf = ({ code, label }: FilledRow): { readonly group: string; readonly label: string } => {
  const at = code.includes("/") ? label.lastIndexOf(" – ") : -1
  return at < 0 ? { group: "", label } : { group: label.slice(0, at), label: label.slice(at + 3) }
}

/** Returns the marker that the official forms print before a label: the last part of the code, or a dash. */
const markerOf = (code: string): string => {
  if (code.includes("/") || code in directions) return ""
  const [, separator, last] = /(?:^|([.-]))([^.-]+)$/.exec(code) ?? []
  return last === undefined || /[a-z]{2}/.test(last) ? "" : separator === "-" ? "-" : `${last}.`
}
