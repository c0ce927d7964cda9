/** Addresses of cells: `B12`, and ranges of them: `A2:B3`. Rows and columns count from 0. */

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells, both corners included. */
export interface CellRange {
  readonly from: CellPlace
  readonly to: CellPlace
}

/** The last row and column of every spreadsheet program. */
export const last: CellPlace = { row: 1_048_575, column: 16_383 }

/** Parses an address; returns `undefined` when it is not inside a sheet. */
export const parse = (text: string): CellPlace | undefined => {
  const [, letters = "", digits = ""] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? []
  if (letters === "") return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits) - 1
  return column - 1 > last.column || row > last.row ? undefined : { row, column: column - 1 }
}

export const parseRange = (text: string): CellRange | undefined => {
  const [one = "", other = one, ...more] = text.split(":")
  const [from, to] = [parse(one), parse(other)]
  const isRange = from !== undefined && to !== undefined && more.length === 0
  return isRange && from.row <= to.row && from.column <= to.column ? { from, to } : undefined
}

export const letters = (column: number): string => {
  let text = ""
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  return text
}

export const format = ({ row, column }: CellPlace): string => `${letters(column)}${row + 1}`

export const formatRange = ({ from, to }: CellRange): string => `${format(from)}:${format(to)}`
