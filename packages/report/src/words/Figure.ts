/** Amounts as readers see them: Belgian figures for people (`2.744.734,25`), plain decimals for machines. */
import { Money } from "@grootboek/core"

/**
 * A Belgian figure: dots between thousands, a comma before decimals.
 *
 * ```ts
 * Figure.belgian(Money.from("-15569.4"), 0) // => "-15.569"
 * ```
 *
 * @param decimals - to round to; without it all decimals that matter are shown, two at least
 */
export const belgian = (amount: Money.Money, decimals?: number): string => {
  const [whole = "", fraction = ""] = plain(amount, decimals).split(".")
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ".") + (fraction === "" ? "" : `,${fraction}`)
}

/**
 * A plain decimal: a point before decimals and nothing else.
 *
 * ```ts
 * Figure.plain(Money.from("2744734.25"), 0) // => "2744734"
 * ```
 */
export const plain = (amount: Money.Money, decimals?: number): string => {
  if (decimals === undefined) return Money.format(amount)
  const text = Money.format(Money.round(amount, decimals))
  const [whole = "", fraction = ""] = text.split(".")
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`
}

/** A Belgian figure that says which way it goes: `+1.250,00`, `-3,50`, `0,00`. */
export const change = (amount: Money.Money, decimals?: number): string =>
  (amount > 0n ? "+" : "") + belgian(amount, decimals)

/** How many decimals a list of amounts needs to be shown exactly, two at least: figures in one column line up. */
export const decimals = (amounts: Iterable<Money.Money>): number => {
  let most = 2
  for (const amount of amounts) most = Math.max(most, Money.format(amount).split(".")[1]?.length ?? 0)
  return most
}

/** Whole figures are shown whole; cents, or finer, where any of them has them. */
export const decimalsOf = (amounts: ReadonlyArray<Money.Money>): number =>
  amounts.every((amount) => amount % Money.scale === 0n) ? 0 : decimals(amounts)
