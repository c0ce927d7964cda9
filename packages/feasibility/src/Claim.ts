/**
 * What printed figures claim of exact amounts: a rounded figure that its amount lies within half a unit, a figure that
 * is a sum of printed rows that those rows add up to it. Bounds are whole micro-euro, both included.
 */
import { Money, type Statement } from "@grootboek/core"
import { isPrintedSum, type Model, type Term, variable } from "./Model.ts"

/** The sum of the terms lies between `least` and `most`, if the figures are right. */
export interface Claim {
  /** The printed figures that it rests on, with their signs; none when it holds whatever is printed. */
  readonly figures: ReadonlyArray<Term>
  readonly terms: ReadonlyArray<Term>
  readonly least: bigint
  readonly most: bigint
}

/** How figures are read. */
export interface Reading {
  readonly policy: (table: number) => Statement.Policy
  /**
   * Whether a zero printed for a row that counts may hide an amount that rounds to it (`rounded`), or means that
   * nothing was counted. A zero of a row that adds rows is always a rounded sum.
   */
  readonly zeros: "rounded" | "nothing"
}

/** What is claimed by the printed figures of some cells; the other cells count as not printed. */
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
    // What printed rows below a row add up to: figures that are printed, and amounts that are not.
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
        else if (isPrintedSum(termRow, policy)) below(term.row, year - term.lag, times, sum)
        else sum.terms.push({ variable: cell, times })
      }
    }
    for (const row of layout.rows) {
      for (let year = 0; year < years; year++) {
        const cell = at(row.index, year)
        const figure = kept(cell) ? model.figures[cell] : undefined
        if (figure === undefined) continue
        if (!isPrintedSum(row, policy)) {
          const terms = [{ variable: cell, times: 1 }] as const
          const isExact = figure.amount === 0n && row.count !== undefined && reading.zeros === "nothing"
          out.push({
            figures: terms,
            terms,
            ...(isExact ? { least: 0n, most: 0n } : range(figure.amount, unit)),
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
  // One figure that was not printed is what the printed ones leave for it, rounded as any other.
  if (only !== undefined && terms.length === 1)
    return { figures, terms: [{ ...only, times: 1 }], ...range(left * BigInt(only.times), unit) }
  // Of several, each is within half a unit: wide enough for all, and printing again decides.
  const width = (unit / 2n) * BigInt(terms.length)
  return { figures, terms, least: left - width, most: left + width }
}

/** The amounts that round, half away from zero, to a printed figure. */
export const range = (printed: bigint, unit: bigint): { readonly least: bigint; readonly most: bigint } => {
  const half = unit / 2n
  return {
    least: printed > 0n ? printed - half : printed - half + 1n,
    most: printed < 0n ? printed + half : printed + half - 1n,
  }
}
