/** Writes a statement as CSV: a record per printed row, in the layout of the published tables. */
import { CsvNotation } from "@grootboek/cells"
import { Money, Statement } from "@grootboek/core"

/** How the figures of a statement are written. */
export interface StatementCsvOptions {
  /** `be` when it is left out. */
  readonly notation?: CsvNotation.CsvNotation
  /** The printed figure, or the exact amount. */
  readonly figures?: "printed" | "exact"
}

/** Returns the statement as CSV. */
export const statement = (filled: Statement.Statement, options: StatementCsvOptions = {}): string => {
  const { figures = "printed", notation = "be" } = options
  return CsvNotation.write(
    [
      ["section", "code", "label", ...filled.years.map(String)],
      ...Statement.shown(filled).map(({ section, code, label, cells }) => [
        section,
        code,
        label,
        ...cells.map(({ exact, printed }) =>
          CsvNotation.number(
            figures === "exact" ? Money.format(exact) : Statement.figure(filled, printed),
            notation,
          ),
        ),
      ]),
    ],
    notation,
  )
}
