/**
 * The identities between printed figures that follow from the forms when the rows between them were not printed.
 *
 * A row that was not printed follows from any identity of which it is the only unknown cell. Where two identities give it,
 * the printed figures of both must agree: the balance of M2 equals the totals of M3 if M2 does not print receipts and
 * expenditure.
 *
 * ```ts
 * const layout = Ledger.layout(ledger, "T3", plan)
 * const tables = [{ layout, years: [2026, 2027] }]
 * const isTotal = ({ row }: { readonly row: number }) => ["A", "D"].includes(layout.rows[row]?.code ?? "")
 * const printed = { isPrinted: isTotal, isZero: () => false, checked: [] }
 * DerivedIdentity.of(tables, [], printed).map(({ kind }) => kind) // => []
 * const noOpening = { ...printed, isZero: ({ row }: { readonly row: number }) => layout.rows[row]?.shown === "never" }
 * DerivedIdentity.of(tables, [], noOpening).map(({ kind }) => kind) // => ["derived"]
 * ```
 */
import type * as Identity from "./Identity.ts"
import * as RowEquality from "./RowEquality.ts"

/** What is known about the cells of tables. */
export interface KnownFigures {
  readonly isPrinted: (cell: Identity.CellIndex) => boolean
  /** Whether a cell that was not printed is known to be zero. */
  readonly isZero: (cell: Identity.CellIndex) => boolean
  /** The identities that are checked already. */
  readonly checked: ReadonlyArray<Identity.Identity>
}

/** Returns identities of which every cell is printed, other than those that are checked already. */
export const of = (
  tables: ReadonlyArray<Identity.IdentityTable>,
  identities: ReadonlyArray<Identity.Identity>,
  { isPrinted, isZero, checked }: KnownFigures,
): ReadonlyArray<Identity.Identity> => {
  const equations = [...identities, ...tables.flatMap(equalities)].map(equationOf)
  const known = new Map<string, CellSum>()
  const knownAt = (cell: Identity.CellIndex): CellSum | undefined => {
    const key = keyOf(cell)
    const found = known.get(key)
    if (found !== undefined) return found
    if (!isPrinted(cell) && !isZero(cell)) return undefined
    const sum: CellSum = isPrinted(cell) ? new Map([[key, { cell, factor: 1 }]]) : new Map()
    known.set(key, sum)
    return sum
  }
  const unknown = equations.map(
    ({ sum }) => new Set([...sum].flatMap(([key, { cell }]) => (knownAt(cell) === undefined ? [key] : []))),
  )
  const using = new Map<string, Array<number>>()
  for (const [index, keys] of unknown.entries())
    for (const key of keys) using.set(key, [...(using.get(key) ?? []), index])
  // Equations that determine a cell check nothing; the others do.
  const definitions = new Set<number>()
  const queue = unknown.flatMap((keys, index) => (keys.size === 1 ? [index] : []))
  for (const index of queue) {
    const [key] = unknown[index] ?? []
    const one = key === undefined ? undefined : equations[index]?.sum.get(key)
    if (key === undefined || one === undefined || Math.abs(one.factor) !== 1) continue
    known.set(key, printedSum(equations[index]?.sum, { known, without: key, factor: -one.factor }))
    definitions.add(index)
    for (const next of using.get(key) ?? []) {
      unknown[next]?.delete(key)
      if (unknown[next]?.size === 1) queue.push(next)
    }
  }
  const taken = new Set(checked.map((one) => textOf(equationOf(one).sum)))
  return equations.flatMap(({ identity, sum }, index): ReadonlyArray<Identity.Identity> => {
    if (unknown[index]?.size !== 0 || definitions.has(index)) return []
    const relation = printedSum(sum, { known, factor: 1 })
    const text = textOf(relation)
    if (relation.size < 2 || taken.has(text)) return []
    taken.add(text)
    return solved(relation, identity.cell)
  })
}

/** Cells, each with the number of times that it counts, by the text of the cell. */
type CellSum = ReadonlyMap<string, { readonly cell: Identity.CellIndex; readonly factor: number }>

/** An identity as a sum that is zero. */
interface Equation {
  readonly identity: Identity.Identity
  readonly sum: CellSum
}

const keyOf = ({ table, row, year }: Identity.CellIndex): string => `${table} ${row} ${year}`

const equationOf = (identity: Identity.Identity): Equation => ({
  identity,
  sum: added([
    { cell: identity.cell, factor: -1 },
    ...identity.terms.map(({ cell, sign }) => ({ cell, factor: sign })),
  ]),
})

const added = (terms: Iterable<{ readonly cell: Identity.CellIndex; readonly factor: number }>): CellSum => {
  const sum = new Map<string, { readonly cell: Identity.CellIndex; readonly factor: number }>()
  for (const { cell, factor } of terms) {
    const key = keyOf(cell)
    const total = (sum.get(key)?.factor ?? 0) + factor
    if (total === 0) sum.delete(key)
    else sum.set(key, { cell, factor: total })
  }
  return sum
}

/** Replaces the cells of a sum by the printed cells that they follow from. */
const printedSum = (
  sum: CellSum | undefined,
  options: {
    readonly known: ReadonlyMap<string, CellSum>
    readonly without?: string
    readonly factor: number
  },
): CellSum =>
  added(
    [...(sum ?? [])].flatMap(([key, { factor }]) =>
      key === options.without
        ? []
        : [...(options.known.get(key)?.values() ?? [])].map((term) => ({
            cell: term.cell,
            factor: term.factor * factor * options.factor,
          })),
    ),
  )

/** Returns a text that is equal for equal relations, whatever their order and sign. */
const textOf = (sum: CellSum): string => {
  const terms = [...sum].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const sign = (terms[0]?.[1].factor ?? 1) < 0 ? -1 : 1
  return terms.map(([key, { factor }]) => `${key} ${factor * sign}`).join(";")
}

/** Returns a relation as one cell that equals a sum of the others: the wanted cell if it is printed. */
const solved = (sum: CellSum, wanted: Identity.CellIndex): ReadonlyArray<Identity.Identity> => {
  const single = [...sum.values()].filter(({ factor }) => Math.abs(factor) === 1)
  const own = single.find(({ cell }) => keyOf(cell) === keyOf(wanted)) ?? single[0]
  if (own === undefined) return []
  return [
    {
      kind: "derived",
      cell: own.cell,
      terms: [...sum.values()]
        .filter((term) => term !== own)
        .flatMap(({ cell, factor }) =>
          Array.from({ length: Math.abs(factor) }, () => ({
            cell,
            sign: factor * own.factor < 0 ? (1 as const) : (-1 as const),
          })),
        ),
    },
  ]
}

const equalities = (
  { layout, years }: Identity.IdentityTable,
  table: number,
): ReadonlyArray<Identity.Identity> =>
  RowEquality.of(layout, years.length).flatMap(({ row, terms }) =>
    years.flatMap(
      (_, year): ReadonlyArray<Identity.Identity> =>
        terms.some(({ lag }) => lag > year)
          ? []
          : [
              {
                kind: "derived",
                cell: { table, row, year },
                terms: terms.map(({ row: term, sign, lag }) => ({
                  cell: { table, row: term, year: year - lag },
                  sign,
                })),
              },
            ],
    ),
  )
