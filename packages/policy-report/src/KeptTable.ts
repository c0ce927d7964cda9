/** Whether a table is printed on one page. */
import type { Document } from "@grootboek/cells"

/** Returns whether a table is short enough to stay on one page: rows of words are higher than rows of figures. */
export const is = ({ head, rows }: Document.DocumentTable): boolean =>
  rows.length <= (head.some(({ isFigure }) => isFigure === true) ? 30 : 8)
