/** Amounts in messages: the decimal text of a fact as a Belgian figure. */
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Figure from "./Figure.ts"

/** `1250.5` → `1.250,50 euro`; a text that is no amount is shown as it is. */
export const euro = (text: string): string => {
  const amount = Money.parse(text)
  return Result.isSuccess(amount) ? `${Figure.belgian(amount.success)} euro` : text
}
