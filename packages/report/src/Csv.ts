/**
 * Statements and differences as CSV: a header, `;` between cells, plain decimals, nothing but data.
 *
 * A text that a spreadsheet could take for a formula gets an apostrophe before it; a figure never does.
 */
import { type Diff, Money, Statement } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"
import * as Reason from "./Reason.ts"

/** How figures are written: `2744734.25` (plain) or `2744734,25` (belgian, for spreadsheets set to Belgium; no dots). */
export interface Options {
  readonly numbers?: "plain" | "belgian"
  /** What the cells of a statement hold: the printed figure, or the exact amount. */
  readonly figures?: "printed" | "exact"
}

/** A statement: one row per row that is printed, in the layout of the published tables. */
export const statement = (filled: Statement.Statement, options: Options = {}): string => {
  const { figures = "printed" } = options
  return lines([
    ["section", "code", "label", ...filled.years.map(String)].map(text),
    ...Statement.shown(filled).map(({ section, code, label, cells }) => [
      ...[section, code, label].map(text),
      ...cells.map(({ exact, printed }) =>
        figures === "exact" ? figure(exact, undefined, options) : figure(printed, filled.decimals, options),
      ),
    ]),
  ])
}

/**
 * A difference: rows of three kinds. A `cell` has old, new and delta; below it each `cause` has its entry, reason and
 * amount, and `unexplained` has what is left. Amounts of causes stand in a column of their own, so that no sum counts twice.
 */
export const difference = ({ cells }: Diff.Difference, language: Language, options: Options = {}): string => {
  const amount = (value: Money.Money) => figure(value, undefined, options)
  return lines([
    [
      "record",
      "form",
      "section",
      "code",
      "label",
      "year",
      "old",
      "new",
      "delta",
      "entry",
      "event",
      "reason",
      "amount",
    ],
    ...cells.flatMap((cell) => {
      const where = [...[cell.form, cell.section, cell.code, cell.label].map(text), `${cell.year}`]
      return [
        ["cell", ...where, ...[cell.old, cell.new, cell.delta].map(amount), "", "", "", ""],
        ...cell.causes.map((cause) => [
          "cause",
          ...where,
          ...["", "", "", `${cause.entry}`],
          ...[cause.event, Reason.ofCause(cause, language)].map(text),
          amount(cause.amount),
        ]),
        ...(Money.isZero(cell.unexplained)
          ? []
          : [["unexplained", ...where, "", "", "", "", "", "", amount(cell.unexplained)]]),
      ]
    }),
  ])
}

/** A table of texts; its cells are made safe. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  lines(rows.map((row) => row.map(text)))

/** A text as a cell: no formula, and quoted where it must be. */
export const text = (value: string): string => {
  const safe = /^[=+\-@\t\r\n\u00a0]/u.test(value) ? `'${value}` : value
  return /[;"\n\r]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const figure = (
  amount: Money.Money,
  decimals: number | undefined,
  { numbers = "plain" }: Options,
): string => {
  const plain = Figure.plain(amount, decimals)
  return numbers === "plain" ? plain : plain.replace(".", ",")
}

const lines = (rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  rows.map((row) => `${row.join(";")}\n`).join("")
