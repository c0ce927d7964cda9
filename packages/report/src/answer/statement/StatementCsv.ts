/** Writes a statement as CSV: a record per printed row, in the layout of the published tables. */
import { Statement } from "@grootboek/core"
import * as CsvCells from "../../paint/CsvCells.ts"

/** How the figures of a statement are written. */
export interface StatementCsvOptions {
  readonly numbers?: CsvCells.CsvNumbers
  /** The printed figure, or the exact amount. */
  readonly figures?: "printed" | "exact"
}

/** Returns the statement as CSV. */
export const statement = (filled: Statement.Statement, options: StatementCsvOptions = {}): string => {
  const { figures = "printed", numbers = "plain" } = options
  return CsvCells.lines([
    ["section", "code", "label", ...filled.years.map(String)],
    ...Statement.shown(filled).map(({ section, code, label, cells }) => [
      section,
      code,
      label,
      ...cells.map(({ exact, printed }) =>
        figures === "exact"
          ? CsvCells.figure(exact, numbers)
          : CsvCells.figure(printed, numbers, filled.decimals),
      ),
    ]),
  ])
}
