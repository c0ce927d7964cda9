/**
 * Two publications compared, cell by cell: before and after an adjustment, two years, two authorities. No ledger is
 * needed.
 *
 * ```ts
 * const cell = { section: "Budgettair resultaat", code: "VII", year: 2026, line: 2, column: "2026" }
 * const [before, after] = ["100.00", "90.00"].map((amount) =>
 *   Result.getOrThrow(Published.lay([{ form: "M2", cells: [{ ...cell, amount: Money.from(amount) }] }])),
 * )
 * before && after && PublicationDiff.of(before, after).counts // => { compared: 1, changed: 1, onlyOld: 0, onlyNew: 0 }
 * ```
 */

import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import type { LayoutRow } from "../form/Layout.ts"
import * as Money from "../value/Money.ts"
import type * as Published from "./Published.ts"

/** A cell of either publication. */
export interface ComparedCell extends Published.PublishedPart {
  readonly form: FormId
  readonly section: string
  readonly code: string
  readonly label: string
  readonly level: number
  readonly year: number
  readonly old: Published.PublishedFigure | undefined
  readonly new: Published.PublishedFigure | undefined
  /** New minus old; `undefined` when one of them does not print the cell. */
  readonly delta: Money.Money | undefined
  /** Whether it changed, and no printed row that it adds did: the change begins here. */
  readonly isMoved: boolean
}

/** The cells that either publication prints, in the order of the forms. */
export interface PublicationDiff {
  readonly cells: ReadonlyArray<ComparedCell>
  readonly counts: {
    readonly compared: number
    readonly changed: number
    readonly onlyOld: number
    readonly onlyNew: number
  }
  /** The cells where changes begin, the largest first. */
  readonly moved: ReadonlyArray<ComparedCell>
}

/** Compares tables that are laid out. Rows are matched by their address, ignoring case. */
export const of = (
  before: ReadonlyArray<Published.LaidTable>,
  after: ReadonlyArray<Published.LaidTable>,
): PublicationDiff => {
  const keys = [...new Set([...after, ...before].map(keyOf))]
  const cells = keys.flatMap((key) =>
    compare(
      before.find((table) => keyOf(table) === key),
      after.find((table) => keyOf(table) === key),
    ),
  )
  return {
    cells,
    counts: {
      compared: cells.filter(({ delta }) => delta !== undefined).length,
      changed: cells.filter(({ delta = 0n }) => delta !== 0n).length,
      onlyOld: cells.filter((cell) => cell.new === undefined).length,
      onlyNew: cells.filter((cell) => cell.old === undefined).length,
    },
    moved: cells
      .filter(({ isMoved }) => isMoved)
      .toSorted((a, b) => Number(sizeOf(b) - sizeOf(a)) || a.year - b.year),
  }
}

const keyOf = ({ form, entity = "", series = "" }: Published.LaidTable): string =>
  [form, entity, series].join("\u001f").toLowerCase()

const sizeOf = ({ delta = Money.zero }: ComparedCell): bigint => (delta < 0n ? -delta : delta)

const addressOf = (row: LayoutRow): string => Address.format(row).toLowerCase()

const compare = (
  before: Published.LaidTable | undefined,
  after: Published.LaidTable | undefined,
): ReadonlyArray<ComparedCell> => {
  const main = after ?? before
  if (main === undefined) return []
  const rows = [...main.layout.rows]
  const known = new Set(rows.map(addressOf))
  rows.push(...(before?.layout.rows ?? []).filter((row) => !known.has(addressOf(row))))
  const years = [...new Set([...(before?.years ?? []), ...(after?.years ?? [])])].sort((a, b) => a - b)
  const [old, current] = [figuresOf(before), figuresOf(after)]
  const deltaOf = (row: LayoutRow | undefined, year: number): bigint | undefined => {
    if (row === undefined) return undefined
    const key = `${addressOf(row)} ${year}`
    const [a, b] = [old.get(key), current.get(key)]
    return a === undefined || b === undefined ? undefined : b.amount - a.amount
  }
  const part = {
    ...(main.entity === undefined ? {} : { entity: main.entity }),
    ...(main.series === undefined ? {} : { series: main.series }),
  }
  return rows.flatMap((row, position) =>
    years.flatMap((year): ReadonlyArray<ComparedCell> => {
      const key = `${addressOf(row)} ${year}`
      const [was, is] = [old.get(key), current.get(key)]
      if (was === undefined && is === undefined) return []
      const delta = deltaOf(row, year)
      // Only rows of one layout are terms of each other.
      const own = position < main.layout.rows.length ? row.terms : []
      const isBelow = own.some((term) => (deltaOf(main.layout.rows[term.row], year - term.lag) ?? 0n) !== 0n)
      const { section, code, label, level } = row
      return [
        {
          form: main.form,
          ...part,
          section,
          code,
          label,
          level,
          year,
          old: was,
          new: is,
          delta: delta === undefined ? undefined : Money.ofMicros(delta),
          isMoved: delta !== undefined && delta !== 0n && !isBelow,
        },
      ]
    }),
  )
}

const figuresOf = (table: Published.LaidTable | undefined): ReadonlyMap<string, Published.PublishedFigure> =>
  new Map(
    (table?.layout.rows ?? []).flatMap((row) =>
      (table?.years ?? []).flatMap(
        (year, at): ReadonlyArray<readonly [string, Published.PublishedFigure]> => {
          const figure = table?.figures[row.index]?.[at]
          return figure === undefined ? [] : [[`${addressOf(row)} ${year}`, figure]]
        },
      ),
    ),
  )
