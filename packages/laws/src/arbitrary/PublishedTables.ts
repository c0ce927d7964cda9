/** Published tables to draw: a form as a board prints it, with its rounding; faithful, or with one figure that cannot be right. */
import { type FormId, Money, type Reconcile } from "@grootboek/core"
import * as fc from "fast-check"
import * as Figures from "../naive/Figures.ts"
import * as Stories from "./Stories.ts"

/** A table that a board published of its plan. */
export interface Published {
  readonly story: Stories.Story
  readonly form: FormId
  readonly cells: ReadonlyArray<Reconcile.PublishedCell>
  /** The cell that is a misprint, and by how many units it is off; undefined in a faithful table. */
  readonly misprint: { readonly at: number; readonly units: number } | undefined
}

/** A table of any form, calculated by the reference. */
export const table: fc.Arbitrary<Published> = fc
  .record({
    story: Stories.story,
    form: fc.constantFrom(...Figures.forms),
    misprint: fc.option(fc.record({ at: fc.nat(2_000), units: fc.integer({ min: 100, max: 9_999 }) }), {
      nil: undefined,
    }),
  })
  .map(({ story, form, misprint }) => {
    const { events } = Stories.tell(story)
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
    if (misprint === undefined || cells.length === 0) return { story, form, cells, misprint: undefined }
    const at = misprint.at % cells.length
    const off = Money.from(String(misprint.units))
    return {
      story,
      form,
      cells: cells.map((cell, index) =>
        index === at ? { ...cell, amount: Money.add(cell.amount, off) } : cell,
      ),
      misprint: { at, units: misprint.units },
    }
  })
