/** Sums of cells as spreadsheet formulas. */
import type { Workbook } from "@grootboek/cells"
import * as Address from "./Address.ts"

/** The length that Excel allows for a formula. */
const longest = 8_192

/** Returns a sum as a formula without `=`; undefined when no spreadsheet reads one that long. `first` is the row of row 0, from 0. */
export const of = ({ terms, each, whole }: Workbook.CellSum, first: number): string | undefined => {
  const parts = runs(terms).map(({ sign, text }) =>
    sign === 1 ? `+${text(first, each)}` : `-${text(first, each)}`,
  )
  const sum = parts.join("").replace(/^\+/, "")
  const formula = whole === undefined ? sum : `ROUND(${sum},${whole})`
  return formula.length > longest ? undefined : formula
}

interface Run {
  readonly sign: 1 | -1
  readonly text: (first: number, each: number | undefined) => string
}

// Three cells or more below each other are one range.
const runs = (terms: ReadonlyArray<Workbook.CellTerm>): ReadonlyArray<Run> => {
  const out: Array<Run> = []
  for (let at = 0; at < terms.length; ) {
    const start = terms[at]
    if (start === undefined) break
    let end = at + 1
    for (let next = terms[end]; next !== undefined; next = terms[++end])
      if (next.sign !== start.sign || next.column !== start.column || next.row !== start.row + end - at) break
    const many = end - at
    if (many >= 3) {
      const last = { ...start, row: start.row + many - 1 }
      out.push({
        sign: start.sign,
        text: (first, each) =>
          each === undefined
            ? `SUM(${cell(start, first)}:${cell(last, first)})`
            : `SUMPRODUCT(ROUND(${cell(start, first)}:${cell(last, first)},${each}))`,
      })
      at = end
    } else {
      out.push({
        sign: start.sign,
        text: (first, each) =>
          each === undefined ? cell(start, first) : `ROUND(${cell(start, first)},${each})`,
      })
      at++
    }
  }
  return out
}

const cell = ({ row, column }: Workbook.CellTerm, first: number): string =>
  Address.format({ row: first + row, column })
