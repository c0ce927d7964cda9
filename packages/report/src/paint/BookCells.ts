/** Cells and columns of workbooks. */
import type { Workbook } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import * as Clean from "./Clean.ts"

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

export const figures = (head: Workbook.SheetCell, width = 14): Workbook.BookColumn => ({
  head,
  width,
  isFigure: true,
})

export const amount = (value: Money.Money, decimals: number): Workbook.NumberCell => ({
  number: Money.format(value),
  decimals,
})

/** Amounts have at most six decimals. */
const exactDecimals = 6

/**
 * Returns the rounding of a sum that is halfway between two figures: a binary sum may end just below it, and would then
 * be shown one lower. Six decimals change nothing else.
 */
export const whole = (amount: Money.Money, decimals: number): Pick<Workbook.CellSum, "whole"> => {
  const unit = Money.unit(decimals)
  const rest = amount % unit
  return (rest < 0n ? -rest : rest) * 2n === unit ? { whole: exactDecimals } : {}
}
