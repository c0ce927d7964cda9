/** Exact amounts for the cells of tables, printed and not printed. */
import { Money } from "@grootboek/core"
import * as Search from "./Search.ts"

/** The amount of a cell and its printed figure. */
export interface FoundAmount {
  readonly form: string
  readonly section: string
  readonly code: string
  readonly year: number
  readonly exact: Money.Money
  readonly printed: Money.Money
  /** Whether the table printed it. */
  readonly published: boolean
}

/** Returns the amount and the figure of every cell, from amounts by variable in micro-euro. */
export const of = (question: Search.Question, amounts: ReadonlyArray<bigint>): ReadonlyArray<FoundAmount> =>
  question.model.tables.flatMap(({ form, layout, years, figures }, table) => {
    const exact = Search.exact(question.model, table, amounts)
    const printed = Search.printed(question, table, amounts)
    return layout.rows.flatMap(({ index, section, code }) =>
      years.map((year, at) => ({
        form,
        section,
        code,
        year,
        exact: Money.ofMicros(exact[index]?.[at] ?? 0n),
        printed: Money.ofMicros(printed[index]?.[at] ?? 0n),
        published: figures[index]?.[at] !== undefined,
      })),
    )
  })
