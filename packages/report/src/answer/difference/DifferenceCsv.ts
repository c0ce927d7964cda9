/** Writes a difference as CSV: a record per changed cell, per cause, and per amount that is not explained. */
import { CsvNotation } from "@grootboek/cells"
import { type Diff, Money } from "@grootboek/core"
import type { Language } from "../../words/Language.ts"
import * as ReasonText from "../../words/ReasonText.ts"

const header = [
  "record",
  ...["form", "section", "code", "label", "year"],
  ...["old", "new", "delta"],
  ...["entry", "event", "reason", "amount"],
]

/**
 * Returns the difference as CSV. A `cell` has old, new and delta. Below it each `cause` has its entry, reason and
 * amount, `rest` has the sum of causes that a shortened difference leaves out, and `unexplained` what no reason explains,
 * also when that is zero. In a shortened difference only a `cell` has its label. Amounts of causes have a column of their own, so that no sum counts twice.
 */
export const difference = (
  { cells, summary }: Diff.Difference,
  language: Language,
  notation: CsvNotation.CsvNotation = "be",
): string => {
  const amount = (value: Money.Money) => CsvNotation.number(Money.format(value), notation)
  const records = [
    header,
    ...cells.flatMap((cell) => {
      const named = [cell.form, cell.section, cell.code, cell.label, `${cell.year}`]
      // Tens of thousands of records of a shortened difference would repeat the label.
      const where = summary === undefined ? named : named.with(3, "")
      return [
        ["cell", ...named, ...[cell.old, cell.new, cell.delta].map(amount), "", "", "", ""],
        ...cell.causes.map((cause) => [
          "cause",
          ...where,
          ...["", "", "", `${cause.entry}`],
          cause.event,
          ReasonText.ofCause(cause, language),
          amount(cause.amount),
        ]),
        ...(cell.rest === undefined
          ? []
          : [
              [
                ...["rest", ...where, "", "", "", "", ""],
                ReasonText.others(cell.rest.causes, language),
                amount(cell.rest.amount),
              ],
            ]),
        ["unexplained", ...where, "", "", "", "", "", "", amount(cell.unexplained)],
      ]
    }),
  ]
  return CsvNotation.write(records, notation)
}
