/**
 * Percentages, compound growth and index ratios of amounts, computed exactly with decimal.js and rounded once, half away
 * from zero, to six decimals.
 *
 * ```ts
 * Schema.is(Rate.Percent)("15") // => true
 * Rate.total(["15", "2.5"]) // => "17.5"
 * Money.format(Rate.amount("2.5")) // => "2.50"
 * const bases = Rate.basesBehind("2", [Money.from("100"), Money.from("102")], 0)
 * bases && [bases.least, bases.below].map(Money.format) // => ["99.509804", "100.490197"]
 * ```
 */
import { Decimal } from "decimal.js"
import * as Money from "./Money.ts"
import type { Percent } from "./Quantity.ts"

export { Percent } from "./Quantity.ts"

// A separate constructor, because any module can change the settings of the shared Decimal. Sixty digits keep a product
// of two amounts exact.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 })

const toDecimal = (amount: Money.Money): Decimal => new Exact(Money.format(amount))
const toMoney = (value: Decimal): Money.Money => Money.ofMicros(BigInt(value.mul(Money.units[0]).toFixed(0)))
const ceiling = (value: Decimal): Money.Money => toMoney(value.toDecimalPlaces(6, Decimal.ROUND_CEIL))

/**
 * Returns a percentage of an amount.
 *
 * ```ts
 * Money.format(Rate.of("15", Money.from("20718.24"))) // => "3107.736"
 * ```
 */
export const of = (percent: Percent, amount: Money.Money): Money.Money =>
  toMoney(toDecimal(amount).mul(percent).div(100))

/** Converts a quantity of euro to an amount, rounded to six decimals. */
export const amount = (quantity: string): Money.Money => toMoney(new Exact(quantity))

/**
 * Returns the percentage of one amount in another, which must not be zero, with two decimals, half away from zero.
 *
 * ```ts
 * Rate.percentOf(Money.from("1"), Money.from("3")) // => "33.33"
 * ```
 */
export const percentOf = (part: Money.Money, whole: Money.Money): string =>
  toDecimal(part)
    .div(toDecimal(whole))
    .mul(100)
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")

/**
 * Returns an amount after compound growth, from the unrounded base.
 *
 * ```ts
 * Money.format(Rate.compound("2", Money.from("250"), 2)) // => "260.10"
 * ```
 */
export const compound = (percent: Percent, amount: Money.Money, times: number): Money.Money =>
  toMoney(toDecimal(amount).mul(new Exact(percent).div(100).add(1).pow(times)))

/**
 * Returns an amount multiplied by the ratio of two index values.
 *
 * ```ts
 * Money.format(Rate.along({ from: "132.10", to: "134.65" }, Money.from("1000"))) // => "1019.303558"
 * ```
 */
export const along = (
  index: { readonly from: string; readonly to: string },
  amount: Money.Money,
): Money.Money => toMoney(toDecimal(amount).mul(index.to).div(index.from))

/**
 * Returns the bases that give every figure of a row when they grow by a percentage a year and are printed with a number
 * of decimals: from `least` up to, not including, `below`. Returns `undefined` without figures or without such bases.
 */
export const basesBehind = (
  percent: Percent,
  printed: ReadonlyArray<Money.Money>,
  decimals: number,
): { readonly least: Money.Money; readonly below: Money.Money } | undefined => {
  if (printed.length === 0) return undefined
  const half = new Exact(10).pow(-decimals).div(2)
  const factor = new Exact(percent).div(100).add(1)
  const bounds = printed.map((figure, times) => ({
    least: toDecimal(figure).sub(half).div(factor.pow(times)),
    below: toDecimal(figure).add(half).div(factor.pow(times)),
  }))
  const least = ceiling(Exact.max(...bounds.map((one) => one.least)))
  const below = ceiling(Exact.min(...bounds.map((one) => one.below)))
  return least < below ? { least, below } : undefined
}

/** Returns the sum of percentages as exact decimal text. */
export const total = (percents: ReadonlyArray<Percent>): string =>
  percents.reduce((sum, percent) => sum.add(percent), new Exact(0)).toFixed()
