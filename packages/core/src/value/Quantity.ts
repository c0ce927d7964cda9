/**
 * Numbers that are not amounts, as decimal text. Apart from `Rate`, so that reading a journal does not load decimal.js.
 *
 * ```ts
 * Schema.is(Quantity.Quantity)("2.5") // => true
 * Schema.is(Quantity.Percent)("-1") // => false
 * ```
 */
import * as Schema from "effect/Schema"
import { expects } from "./Problem.ts"

/** A number as decimal text: full-time equivalents, an index, inhabitants. */
export const Quantity = Schema.String.check(
  Schema.isPattern(
    /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/u,
    expects("quantity", "a number such as 15 or 2.5"),
  ),
).annotate({ identifier: "Quantity" })

/** A percentage as decimal text: `15`, `2.5`, `33.333333`. */
export const Percent = Schema.String.check(
  Schema.isPattern(
    /^(?:0|[1-9]\d{0,5})(?:\.\d{1,12})?$/u,
    expects("percentage", "a percentage such as 15 or 2.5"),
  ),
).annotate({ identifier: "Percent", description: "Percentage, decimal point, never negative" })

/** The text of {@link Percent}. */
export type Percent = typeof Percent.Type

/** A quantity in units of 10^-12, in which quantities are compared and added exactly. */
export type ExactQuantity = bigint

/**
 * Returns a quantity exactly.
 *
 * ```ts
 * Quantity.exact("-2.5") // => -2500000000000n
 * ```
 */
export const exact = (text: string): ExactQuantity => {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".")
  const size = BigInt(whole + fraction.padEnd(decimals, "0"))
  return text.startsWith("-") ? -size : size
}

/**
 * Formats a quantity as decimal text.
 *
 * ```ts
 * Quantity.format(2_500_000_000_000n) // => "2.5"
 * ```
 */
export const format = (quantity: ExactQuantity): string => {
  const digits = (quantity < 0n ? -quantity : quantity).toString().padStart(decimals + 1, "0")
  const fraction = digits.slice(-decimals).replace(/0+$/, "")
  const whole = digits.slice(0, -decimals)
  return `${quantity < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`
}

/**
 * Returns a part in percent of a whole, in tenths, rounded half away from zero; undefined when the whole is zero.
 *
 * ```ts
 * Quantity.share(Quantity.exact("187"), Quantity.exact("200")) // => "93.5"
 * ```
 */
export const share = (part: ExactQuantity, whole: ExactQuantity): string | undefined => {
  if (whole === 0n) return undefined
  const isNegative = part < 0n !== whole < 0n
  const size = (one: ExactQuantity): ExactQuantity => (one < 0n ? -one : one)
  const tenths = (size(part) * 2_000n + size(whole)) / (size(whole) * 2n)
  return format((isNegative ? -tenths : tenths) * 10n ** BigInt(decimals - 1))
}

const decimals = 12
