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

export const statement = (filled: Statement.Statement, options: StatementCsvOptions = {}): string => {
  const { figures = "printed", notation = "be" } = options
  const beside = filled.accounts?.beside ?? []
  const figure = ({ exact, printed }: Statement.StatementCell) =>
    CsvNotation.number(
      figures === "exact" ? Money.format(exact) : Statement.figure(filled, printed),
      notation,
    )
  return CsvNotation.write(
    [
      ["section", "code", "label", ...filled.years.map(String), ...beside.map(({ name }) => name)],
      ...filled.rows.flatMap(({ section, code, label, cells, hidden }, index) =>
        hidden
          ? []
          : [
              [
                section,
                code,
                label,
                ...cells.map(figure),
                ...beside.map(({ cells }) => (cells[index] === undefined ? "" : figure(cells[index]))),
              ],
            ],
      ),
    ],
    notation,
  )
}
