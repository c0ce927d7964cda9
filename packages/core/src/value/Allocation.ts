/**
 * Splits an amount into parts that sum to the whole: largest remainder, with a fixed tie-break.
 *
 * Every part is first truncated to the unit; the remaining units go to the parts with the largest remainders, ties by
 * key. The split of −x is the negated split of x, so that a reversal undoes it exactly.
 */
import * as Money from "./Money.ts"

/** A party of a split: its key, which breaks ties, and its weight as decimal text. */
export interface Share {
  readonly key: string
  readonly weight: string
}

/** A part of a split amount; `order` is its turn (1, 2, …) in receiving a remaining unit, 0 without one. */
export interface AllocatedPart {
  readonly key: string
  readonly amount: Money.Money
  readonly order: number
}

/**
 * Splits an amount over shares in units of 10^-decimals euro. What is finer than a unit is added to the part that is first
 * in turn. The weights must not sum to zero, and the keys must differ.
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
): ReadonlyArray<AllocatedPart> => {
  if (amount < 0n) {
    const parts = split(Money.negate(amount), shares, decimals)
    return parts.map((part) => ({ ...part, amount: Money.negate(part.amount) }))
  }
  const weights = integers(shares.map((share) => share.weight))
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const unit = Money.unit(decimals)
  const units = amount / unit
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
    const whole = part.units * unit + (part === finest ? amount % unit : 0n)
    return { key: part.key, amount: Money.ofMicros(whole), order: part.order }
  })
}

/** Returns decimal texts as integers of one scale, so that weights compare and multiply exactly. */
const integers = (weights: ReadonlyArray<string>): ReadonlyArray<bigint> => {
  const parts = weights.map((weight) => weight.split("."))
  const places = Math.max(0, ...parts.map(([, decimals = ""]) => decimals.length))
  return parts.map(([whole = "0", decimals = ""]) => BigInt(whole + decimals.padEnd(places, "0")))
}
