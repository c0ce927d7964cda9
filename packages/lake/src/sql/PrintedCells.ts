/**
 * The printed figures of the answer to a query of the lake.
 *
 * Engines add exact amounts. Core rounds them, and adds printed rows where the form does.
 *
 * ```ts
 * const result = { ledger: "w13", section: "Budgettair resultaat", year: 2026 }
 * const cells = [
 *   { ...result, code: "I", micros: 400_000n },
 *   { ...result, code: "II", micros: 400_000n },
 *   { ...result, code: "III", micros: 800_000n },
 * ]
 * // M2 III is the sum of the printed rows I and II.
 * PrintedCells.of("M2", cells).find(({ code }) => code === "III")?.printed // => 0n
 * ```
 */
import { type FormId, forms, Layout, Money, Statement, Structure } from "@grootboek/core"

/** A cell of an answer, in micro-euro. `grp` is the group of a row that repeats for groups. */
export interface AnsweredCell {
  readonly ledger: string
  readonly section: string
  readonly grp?: string | null
  readonly code: string
  readonly year: number
  readonly micros: bigint
}

export interface AnsweredFigure extends AnsweredCell {
  readonly printed: Money.Money
}

/**
 * Returns the cells of a form with their printed figures. Ask for all years of the plan: a row may take its figure from the
 * year before.
 *
 * A query has no row for a cell of zero. Where the printed figure of such a cell is not zero, as the sum of printed rows may
 * be, the cell is returned too.
 */
export const of = (form: FormId, cells: ReadonlyArray<AnsweredCell>): ReadonlyArray<AnsweredFigure> => {
  const shape = forms[form]
  // No form adds printed rows of groups: each of their figures is rounded alone.
  if (shape.kind === "grouped")
    return cells.map((cell) => ({
      ...cell,
      printed: Money.round(Money.ofMicros(cell.micros), shape.decimals),
    }))
  const layout = Layout.of(shape, Structure.empty)
  const ledgers = new Map<string, Array<AnsweredCell>>()
  for (const cell of cells) {
    const own = ledgers.get(cell.ledger) ?? []
    own.push(cell)
    ledgers.set(cell.ledger, own)
  }
  return [...ledgers].flatMap(([ledger, own]) => ofLedger(layout, ledger, own))
}

const ofLedger = (
  layout: Layout.Layout,
  ledger: string,
  cells: ReadonlyArray<AnsweredCell>,
): ReadonlyArray<AnsweredFigure> => {
  const years = cells.map(({ year }) => year).sort((a, b) => a - b)
  const [first = 0, last = -1] = [years[0], years.at(-1)]
  const span = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const known = new Map(cells.map((cell) => [key(cell), cell]))
  const exact = layout.rows.map((row) =>
    span.map((year) => Money.ofMicros(known.get(key({ ...row, year }))?.micros ?? 0n)),
  )
  const printed = Statement.print(layout, exact, "form")
  return layout.rows.flatMap(({ index, section, code }) =>
    span.flatMap((year, at): ReadonlyArray<AnsweredFigure> => {
      const figure = Money.ofMicros(printed[index]?.[at] ?? 0n)
      const cell = known.get(key({ section, code, year }))
      if (cell !== undefined) return [{ ...cell, printed: figure }]
      return figure === Money.zero ? [] : [{ ledger, section, code, year, micros: 0n, printed: figure }]
    }),
  )
}

const key = ({ section, code, year }: Pick<AnsweredCell, "section" | "code" | "year">): string =>
  `${section}\u001f${code}\u001f${year}`
