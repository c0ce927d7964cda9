/** Whether a table is printed on one page. */
import type { Document } from "@grootboek/cells"

/**
 * Returns whether a table is short enough to stay on one page: at most 30 rows of figures, or 24 lines of words. A longer one would
 * leave a large part of the page before it empty.
 */
export const is = ({ head, rows }: Document.DocumentTable): boolean =>
  head.some(({ isFigure }) => isFigure === true)
    ? rows.length <= 30
    : rows.reduce((sum, { cells }) => sum + linesOf(cells, head.length), 0) <= 24

// About a hundred characters fit beside each other on A4.
const linesOf = (cells: ReadonlyArray<Document.DocumentCell>, columns: number): number =>
  Math.max(1, ...cells.map(({ text }) => Math.ceil((text.length * columns) / 100)))
