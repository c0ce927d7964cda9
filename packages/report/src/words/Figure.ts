/** Amounts as readers see them, beyond what `Money.print` writes: signed changes, decimals of a column, texts of facts. */
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"

/** Prints a change with its sign: `+1.250,00`, `-3,50`, `0,00`. */
export const change = (amount: Money.Money, decimals?: number): string =>
  (amount > 0n ? "+" : "") + Money.print(amount, "be", decimals)

/** Returns the decimals that print every amount exactly, at least two: figures of one column align. */
export const decimals = (amounts: Iterable<Money.Money>): number => {
  let most = 2
  for (const amount of amounts) most = Math.max(most, Money.format(amount).split(".")[1]?.length ?? 0)
  return most
}

/** Returns 0 when every amount is whole, and {@link decimals} otherwise. */
export const decimalsOf = (amounts: ReadonlyArray<Money.Money>): number =>
  amounts.every((amount) => amount % Money.scale === 0n) ? 0 : decimals(amounts)

/**
 * Prints a plain decimal with Belgian marks and with its own decimals.
 *
 * ```ts
 * Figure.decimal("441200.5") // => "441.200,5"
 * ```
 */
export const decimal = (text: string): string => Money.printPlain(text, "be")

/** Prints the decimal text of a fact: `1250.5` → `1.250,50`. Another text is returned as it is. */
export const ofText = (text: string): string => {
  const amount = Money.parse(text)
  return Result.isSuccess(amount) ? Money.print(amount.success, "be") : text
}

/** Prints the decimal text of a fact with its unit: `1250.5` → `1.250,50 euro`. */
export const euro = (text: string): string => `${ofText(text)} euro`

/** Prints an amount for a sentence, rounded to cents: `€ 1.250,50`. */
export const inEuro = (amount: bigint): string => `€ ${Money.print(Money.ofMicros(amount), "be", 2)}`
