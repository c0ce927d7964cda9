/**
 * How an amount is split so that its parts sum to the whole: true largest remainder, with a fixed tie-break.
 *
 * Every part is first cut towards zero to the unit; the units that are left go to the parts with the largest
 * remainders, ties by key. A split of −x is the split of x turned, so a reversal undoes it exactly.
 */
import { Decimal } from "decimal.js"
import * as Money from "./Money.ts"

/** One party of a split: a key that names it and breaks ties, and its weight as decimal text. */
export interface Share {
  readonly key: string
  readonly weight: string
}

/** One part of a split amount; `order` is its turn (1, 2, …) in handing out left-over units, 0 if it got none. */
export interface Part {
  readonly key: string
  readonly amount: Money.Money
  readonly order: number
}

/**
 * Splits an amount over shares to units of 10^-decimals euro; what is finer than the unit goes, whole, to the
 * first part, so that nothing is lost. The weights must not sum to zero and keys must differ.
 *
 * ```ts
 * Allocation.split(Money.from("100"), [{ key: "a", weight: "1" }, { key: "b", weight: "2" }], 2)
 *   .map(({ key, amount, order }) => `${key} ${Money.format(amount)} (${order})`)
 * // => ["a 33.33 (0)", "b 66.67 (1)"]
 * ```
 */
export const split = (
  amount: Money.Money,
  shares: ReadonlyArray<Share>,
  decimals: number,
): ReadonlyArray<Part> => {
  const weights = integers(shares.map((share) => share.weight))
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const unit = Money.unit(decimals)
  const size = amount < 0n ? -amount : amount
  const units = size / unit
  const parts = shares.map((share, index) => {
    const product = units * (weights[index] ?? 0n)
    return { key: share.key, units: product / total, rest: product % total, order: 0 }
  })
  const left = Number(units - parts.reduce((sum, part) => sum + part.units, 0n))
  const turns = [...parts].sort((a, b) =>
    a.rest === b.rest ? (a.key < b.key ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  )
  turns.slice(0, left).forEach((part, turn) => {
    part.units += 1n
    part.order = turn + 1
  })
  const finest = turns[0]
  return parts.map((part) => {
    const whole = part.units * unit + (part === finest ? size % unit : 0n)
    return { key: part.key, amount: Money.ofMicros(amount < 0n ? -whole : whole), order: part.order }
  })
}

/** Decimal texts as integers on one common scale, so that weights compare and multiply exactly. */
const integers = (weights: ReadonlyArray<string>): ReadonlyArray<bigint> => {
  const places = Math.max(0, ...weights.map((weight) => new Decimal(weight).decimalPlaces()))
  return weights.map((weight) => {
    const [whole = "0", decimals = ""] = weight.split(".")
    return BigInt(whole + decimals.slice(0, places).padEnd(places, "0"))
  })
}
