/**
 * The exact amounts behind published tables, and the equations that hold between them: every leaf row is the sum of
 * its parts, every other row of the rows it adds, and groups divide a whole.
 */
import { type Identity, Part, type Published } from "@grootboek/core/answer"

/** `variable` is the sum of its terms. */
export interface Equation {
  readonly variable: number
  readonly terms: ReadonlyArray<Term>
}

/** A variable with its sign in a sum. */
export interface Term {
  readonly variable: number
  readonly times: 1 | -1
}

/** Variables by number: the cells of every table, then the parts of every year. */
export interface Model {
  readonly tables: ReadonlyArray<Published.LaidTable>
  readonly years: number
  readonly size: number
  /** In an order in which the terms of an equation are known before its variable. */
  readonly equations: ReadonlyArray<Equation>
  /** The equation of each variable; none for a free part. */
  readonly equationOf: ReadonlyArray<Equation | undefined>
  readonly figures: ReadonlyArray<Published.PublishedFigure | undefined>
  /** Cells that were not printed because they have no amount. */
  readonly nothing: ReadonlyArray<number>
  /** An amount in micro-euro near each variable, so that the solver computes with small numbers. */
  readonly near: ReadonlyArray<bigint>
}

/** Returns the number of the variable of a cell. */
export const variable = (
  { tables, years }: Pick<Model, "tables" | "years">,
  cell: Identity.CellIndex,
): number => {
  let first = 0
  for (const { layout } of tables.slice(0, cell.table)) first += layout.rows.length * years
  return first + cell.row * years + cell.year
}

/** Returns the cell of a variable; the table is past the last one for a part. */
export const cellOf = (
  { tables, years }: Pick<Model, "tables" | "years">,
  one: number,
): Identity.CellIndex => {
  let left = one
  let table = 0
  for (const { layout } of tables) {
    const size = layout.rows.length * years
    if (left < size) break
    left -= size
    table += 1
  }
  return { table, row: Math.floor(left / years), year: left % years }
}

/** Returns the model of tables. `holdsNothing` says of each table which cells without a figure have no amount. */
export const of = (
  tables: ReadonlyArray<Published.LaidTable>,
  holdsNothing: ReadonlyArray<(row: number, year: number) => boolean>,
): Model => {
  const years = tables[0]?.years.length ?? 0
  const parts = Part.of(tables.map(({ layout }) => layout))
  const at = (table: number, row: number, year: number) => variable({ tables, years }, { table, row, year })
  const firstPart = at(tables.length, 0, 0)
  const partAt = (part: number, year: number) => firstPart + part * years + year
  const size = partAt(parts.count, 0)
  const figures = new Array<Published.PublishedFigure | undefined>(size).fill(undefined)
  const nothing: Array<number> = []
  tables.forEach((table, index) => {
    table.figures.forEach((years, row) => {
      years.forEach((figure, year) => {
        const cell = at(index, row, year)
        figures[cell] = figure
        if (figure === undefined && holdsNothing[index]?.(row, year) === true) nothing.push(cell)
      })
    })
  })
  const empty = new Set(nothing)
  const equations: Array<Equation> = []
  const each = Array.from({ length: years }, (_, year) => year)
  const leaves = tables.flatMap(({ layout }, table) =>
    layout.rows.flatMap(({ index, count }) =>
      count === undefined
        ? []
        : each.map((year) => ({
            cell: at(table, index, year),
            parts: (parts.of[table]?.[index] ?? []).map((part) => partAt(part, year)),
          })),
    ),
  )
  // A share that is printed as nothing is zero, so another share is the remainder.
  const fixed = new Set(leaves.filter(({ cell }) => empty.has(cell)).flatMap((leaf) => leaf.parts))
  for (const { shares, whole } of parts.links) {
    for (const year of each) {
      const all = shares.map((share) => partAt(share, year))
      const last = all.findLast((share) => !fixed.has(share)) ?? all.at(-1)
      if (last === undefined) continue
      equations.push({
        variable: last,
        terms: [
          ...whole.map((part) => ({ variable: partAt(part, year), times: 1 as const })),
          ...all.filter((share) => share !== last).map((share) => ({ variable: share, times: -1 as const })),
        ],
      })
    }
  }
  for (const { cell, parts } of leaves)
    equations.push({ variable: cell, terms: parts.map((part) => ({ variable: part, times: 1 })) })
  // Year by year, because a row can add a row of the previous year.
  for (const year of each) {
    tables.forEach(({ layout }, table) => {
      for (const index of layout.order) {
        const row = layout.rows[index]
        if (row === undefined || row.count !== undefined) continue
        const terms = row.terms
          .filter(({ lag }) => lag <= year)
          .map((term): Term => ({ variable: at(table, term.row, year - term.lag), times: term.sign }))
        equations.push({ variable: at(table, index, year), terms })
      }
    })
  }
  const equationOf = new Array<Equation | undefined>(size).fill(undefined)
  for (const equation of equations) equationOf[equation.variable] = equation
  const near = nearOf(size, equations, figures, empty)
  return { tables, years, size, equations, equationOf, figures, nothing, near }
}

/** Computes every variable from the free ones, in micro-euro. */
export const evaluate = (
  { equations, equationOf }: Model,
  free: (variable: number) => bigint,
): ReadonlyArray<bigint> => {
  const out = equationOf.map((equation, one) => (equation === undefined ? free(one) : 0n))
  for (const { variable, terms } of equations) {
    let sum = 0n
    for (const term of terms) sum += BigInt(term.times) * (out[term.variable] ?? 0n)
    out[variable] = sum
  }
  return out
}

// A printed cell is near its figure, another variable near the value that the equations give it, else near zero.
const nearOf = (
  size: number,
  equations: ReadonlyArray<Equation>,
  figures: Model["figures"],
  nothing: ReadonlySet<number>,
): ReadonlyArray<bigint> => {
  const near = Array.from(
    { length: size },
    (_, one): bigint | undefined => figures[one]?.amount ?? (nothing.has(one) ? 0n : undefined),
  )
  const within = Array.from({ length: size }, (): Array<Equation> => [])
  for (const equation of equations)
    for (const one of [equation.variable, ...equation.terms.map((term) => term.variable)])
      within[one]?.push(equation)
  const settle = (first: number): void => {
    const queue = [...(within[first] ?? [])]
    for (let equation = queue.pop(); equation !== undefined; equation = queue.pop()) {
      const all: ReadonlyArray<Term> = [...equation.terms, { variable: equation.variable, times: -1 }]
      const unknown = all.filter((term) => near[term.variable] === undefined)
      const [last] = unknown
      if (last === undefined || unknown.length > 1) continue
      let sum = 0n
      for (const term of all) sum += BigInt(term.times) * (near[term.variable] ?? 0n)
      near[last.variable] = last.times === 1 ? -sum : sum
      queue.push(...(within[last.variable] ?? []))
    }
  }
  near.forEach((amount, one) => {
    if (amount !== undefined) settle(one)
  })
  for (let one = size - 1; one >= 0; one--) {
    if (near[one] !== undefined) continue
    near[one] = 0n
    settle(one)
  }
  return near.map((amount) => amount ?? 0n)
}
