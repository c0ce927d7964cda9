/** Cells and columns of workbooks. */
import type { Workbook } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import * as Clean from "./Clean.ts"

/** Returns a column of texts. */
export const column = (head: string, width: number): Workbook.BookColumn => ({
  head: { text: head },
  width,
  isFigure: false,
})

/** Returns a column of texts that is as wide as they need, up to a width. */
export const fitting = (head: string, texts: ReadonlyArray<string>, most: number): Workbook.BookColumn => {
  const needed = texts.reduce((width, text) => Math.max(width, Clean.width(text)), Clean.width(head))
  return column(head, Math.min(most, Math.max(6, needed + 2)))
}

/** Returns a column of figures. */
export const figures = (head: Workbook.SheetCell, width = 14): Workbook.BookColumn => ({
  head,
  width,
  isFigure: true,
})

/** Returns an amount as a cell. */
export const amount = (value: Money.Money, decimals: number): Workbook.NumberCell => ({
  number: Money.format(value),
  decimals,
})
