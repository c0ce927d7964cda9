/** A cell of a table: words, an amount in euro, or another number. */
import { Money } from "@grootboek/core"
import * as Figure from "../words/Figure.ts"

/** A number that is not an amount: a percentage, a head count. */
export interface DecimalCell {
  /** Plain decimal text. */
  readonly decimal: string
  /** Its text in JSON documents: a percentage has a decimal comma there. */
  readonly document: string
  /** The number as readers see it, where it has fewer decimals than `decimal`; CSV and workbooks keep those. */
  readonly printed?: string
}

/** A cell: words, an amount, or another number. */
export type TableCell = string | Money.Money | DecimalCell

/** Returns a percentage, given as decimal text, as a cell. */
export const percent = (decimal: string): DecimalCell => ({ decimal, document: decimal.replace(".", ",") })

/** Returns an amount as a cell that prints all its decimals: half a cent is not rounded to a cent. */
export const exact = (amount: Money.Money): Money.Money | DecimalCell => {
  const decimal = Money.format(amount)
  return Money.round(amount, 2) === amount ? amount : { decimal, document: decimal }
}

/** Returns a text as a cell: a number where it is one. */
export const textOrNumber = (text: string): string | DecimalCell =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? { decimal: text, document: text } : text

/** Returns a cell as people read it. */
export const shown = (cell: TableCell): string =>
  typeof cell === "string"
    ? cell
    : typeof cell === "bigint"
      ? Money.print(Money.round(cell, 2), "be", 2)
      : Figure.decimal(cell.printed ?? cell.decimal)
