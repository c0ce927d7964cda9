/** The exact amounts that were found behind the cells of tables, printed and not. */
import { Money } from "@grootboek/core"
import * as Search from "./Search.ts"

/** An amount behind a cell, and what it prints. */
export interface Amount {
  readonly form: string
  readonly section: string
  readonly code: string
  readonly year: number
  readonly exact: Money.Money
  readonly printed: Money.Money
  /** Whether the table printed it. */
  readonly published: boolean
}

/** The amounts of all cells. */
export const of = (question: Search.Question, amounts: ReadonlyArray<bigint>): ReadonlyArray<Amount> =>
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
