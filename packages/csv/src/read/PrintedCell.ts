/** A printed figure of a published table. */
import type { Money } from "@grootboek/core"
import type { Published, Reconcile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Numbers from "../cell/Numbers.ts"
import type { NumberProblem } from "../fault/NumberProblem.ts"
import type { FileNumbers } from "../text/Dialect.ts"

/** A figure at the address of its row in a statement. The sign of expenditure that is printed negative is reversed. */
export interface PrintedCell extends Reconcile.PublishedCell, Published.PublishedPart {
  readonly text: string
  readonly decimals: number
}

export interface PrintedAmount {
  readonly amount: Money.Money
  readonly decimals: number
}

/** Parses a figure, rounded to six decimals; `undefined` for a blank and for `n.v.t.`. A dash and `nihil` print zero. */
export const parse = (text: string, numbers: FileNumbers): PrintedAmount | NumberProblem | undefined => {
  const word = text.trim().toLowerCase()
  if (word === "" || /^n\.?\s?v\.?\s?t\.?$/.test(word)) return undefined
  const decimal = word === "nihil" ? "0" : (Numbers.parse(text, numbers) ?? "0")
  if (typeof decimal !== "string") return decimal
  return Result.match(Numbers.rounded(decimal, 6, text), {
    onSuccess: (amount): PrintedAmount | NumberProblem => ({ amount, decimals: Numbers.decimalsOf(decimal) }),
    onFailure: (problem) => problem,
  })
}
