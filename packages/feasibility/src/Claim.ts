/**
 * Bounds that printed figures put on exact amounts. The amount of a rounded figure is within half a unit of it; the
 * printed rows of a printed sum add up to it. Bounds are whole micro-euro, both included.
 */
import { Money, type Statement } from "@grootboek/core"
import { PrintedRange } from "@grootboek/core/answer"
import { type Model, type Term, variable } from "./Model.ts"

/** The sum of the terms is between `least` and `most`, if the figures are right. */
export interface Claim {
  /** The printed figures that it is derived from, with their signs; none when it does not depend on a figure. */
  readonly figures: ReadonlyArray<Term>
  readonly terms: ReadonlyArray<Term>
  readonly least: bigint
  readonly most: bigint
}

/** How figures are interpreted. */
export interface Reading {
  readonly policy: (table: number) => Statement.Policy
  /**
   * Whether the amount behind a printed zero of a row that counts rounds to zero (`rounded`) or is exactly zero
   * (`nothing`). A zero of a row that adds rows is always a rounded sum.
   */
  readonly zeros: "rounded" | "nothing"
}

/** Returns the claims of the printed figures of the kept cells; the other cells count as not printed. */
export const of = (
  model: Model,
  reading: Reading,
  kept: (variable: number) => boolean,
): ReadonlyArray<Claim> => {
  const { tables, years } = model
  const empty = new Set(model.nothing)
  const out: Array<Claim> = model.nothing.map((one) => ({
    figures: [],
    terms: [{ variable: one, times: 1 }],
    least: 0n,
    most: 0n,
  }))
  tables.forEach(({ layout }, table) => {
    const policy = reading.policy(table)
    const unit = Money.unit(layout.form.decimals)
    const at = (row: number, year: number) => variable(model, { table, row, year })
    // Adds up the rows below a row: printed figures, and amounts that are not printed.
    const below = (index: number, year: number, sign: 1 | -1, sum: Sum): void => {
      const row = layout.rows[index]
      if (row === undefined) return
      for (const term of row.terms.filter(({ lag }) => lag <= year)) {
        const cell = at(term.row, year - term.lag)
        const times = term.sign === sign ? 1 : -1
        const figure = kept(cell) ? model.figures[cell] : undefined
        const termRow = layout.rows[term.row]
        if (figure !== undefined) {
          sum.printed += BigInt(times) * figure.amount
          sum.figures.push({ variable: cell, times: times === 1 ? -1 : 1 })
        } else if (empty.has(cell) || termRow === undefined) continue
        else if (PrintedRange.isPrintedSum(termRow, policy)) below(term.row, year - term.lag, times, sum)
        else sum.terms.push({ variable: cell, times })
      }
    }
    for (const row of layout.rows) {
      for (let year = 0; year < years; year++) {
        const cell = at(row.index, year)
        const figure = kept(cell) ? model.figures[cell] : undefined
        if (figure === undefined) continue
        if (!PrintedRange.isPrintedSum(row, policy)) {
          const terms = [{ variable: cell, times: 1 }] as const
          const isExact = figure.amount === 0n && row.count !== undefined && reading.zeros === "nothing"
          out.push({
            figures: terms,
            terms,
            ...(isExact ? { least: 0n, most: 0n } : PrintedRange.rounded(figure.amount, unit)),
          })
          continue
        }
        const sum: Sum = { printed: 0n, figures: [{ variable: cell, times: 1 }], terms: [] }
        below(row.index, year, 1, sum)
        out.push(claimOf(sum, figure.amount - sum.printed, unit))
      }
    }
  })
  return out
}

interface Sum {
  printed: bigint
  readonly figures: Array<Term>
  readonly terms: Array<Term>
}

const claimOf = ({ figures, terms }: Sum, left: bigint, unit: bigint): Claim => {
  const [only] = terms
  // A single unprinted figure is the remainder of the printed ones, rounded as any other figure.
  if (only !== undefined && terms.length === 1)
    return {
      figures,
      terms: [{ ...only, times: 1 }],
      ...PrintedRange.rounded(left * BigInt(only.times), unit),
    }
  // With several, each is within half a unit. These bounds include all of them; printing again decides.
  const width = (unit / 2n) * BigInt(terms.length)
  return { figures, terms, least: left - width, most: left + width }
}
