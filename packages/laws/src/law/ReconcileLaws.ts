/** Laws of reconciliation: a correct table is equal in every cell, and a misprint is found in its cell. */
import { Reconcile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { table } from "../draw/PublishedTables.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { differs, firstOf, law } from "../kit/Law.ts"

export const reconcile = [
  law(
    "reconciliation: a correct table is equal in every cell, and a misprint is reported in its cell",
    "The reference model calculates the table, with the rounding of the published forms.",
    {
      arbitrary: table,
      show: ({ scenario, form, misprint }) =>
        `${form}${misprint === undefined ? "" : `, cell ${misprint.at} off by ${misprint.units}`} of ${Scenarios.format(scenario)}`,
      breaks: ({ scenario, form, cells, misprint }) => {
        const reconciled = Reconcile.table(Scenarios.play(scenario).ledger, { form, cells })
        if (Result.isFailure(reconciled)) return { what: `refused: ${reconciled.failure._tag}` }
        const { comparisons, counts } = reconciled.success
        return (
          differs("compared", comparisons.length, cells.length) ??
          firstOf(comparisons.entries(), ([at, { cell, outcome }]) =>
            differs(
              `${form} ${cell.section}/${cell.code} ${cell.year}`,
              outcome,
              at === misprint?.at ? "error" : "equal",
            ),
          ) ??
          differs("errors counted", counts.error, misprint === undefined ? 0 : 1)
        )
      },
    },
  ),
]
