/** Generator of published tables: a form as printed, with its rounding, either correct or with one misprint. */
import { type FormId, Money } from "@grootboek/core"
import type { Reconcile } from "@grootboek/core/answer"
import * as fc from "fast-check"
import * as Figures from "../reference/Figures.ts"
import * as Scenarios from "./Scenarios.ts"

export interface DrawnTable {
  readonly scenario: Scenarios.Scenario
  readonly form: FormId
  readonly cells: ReadonlyArray<Reconcile.PublishedCell>
  /** The misprinted cell and its error in units; undefined in a correct table. */
  readonly misprint: { readonly at: number; readonly units: number } | undefined
}

/** Generates a table of any form, calculated by the reference model. */
export const table: fc.Arbitrary<DrawnTable> = fc
  .record({
    scenario: Scenarios.scenario,
    form: fc.constantFrom(...Figures.forms),
    misprint: fc.option(fc.record({ at: fc.nat(2_000), units: fc.integer({ min: 100, max: 9_999 }) }), {
      nil: undefined,
    }),
  })
  .map(({ scenario, form, misprint }) => {
    const { events } = Scenarios.play(scenario)
    const cells = [...Figures.of(events)]
      .filter(([where]) => where.startsWith(`${form} `))
      .map(([where, { printed }], at): Reconcile.PublishedCell => {
        const [row, year] = [where.slice(form.length + 1, -5), where.slice(-4)]
        const slash = row.indexOf("/")
        const whole = form === "synthesis" || slash < 0
        return {
          section: whole ? "" : row.slice(0, slash),
          code: whole ? row : row.slice(slash + 1),
          year: Number(year),
          amount: Money.from(printed.toFixed(2)),
          line: at + 2,
          column: year,
        }
      })
    if (misprint === undefined || cells.length === 0) return { scenario, form, cells, misprint: undefined }
    const at = misprint.at % cells.length
    const off = Money.from(String(misprint.units))
    return {
      scenario,
      form,
      cells: cells.map((cell, index) =>
        index === at ? { ...cell, amount: Money.add(cell.amount, off) } : cell,
      ),
      misprint: { at, units: misprint.units },
    }
  })
