/** The numbers of an axis: round amounts at equal steps that cover a range. */
import { Money } from "@grootboek/core"

/**
 * Returns ticks from at or below `low` to at or above `high`, at most `steps` steps and one more on either side.
 * A step is 1, 2 or 5 times a power of ten.
 */
export const of = (low: Money.Money, high: Money.Money, steps = 5): ReadonlyArray<Money.Money> => {
  const step = stepOf(high - low, BigInt(steps))
  const [first, last] = [-ceiling(-low, step), ceiling(high, step)]
  const ticks: Array<Money.Money> = []
  for (let tick = first; tick <= last; tick += step) ticks.push(Money.ofMicros(tick))
  return ticks
}

/** Returns the smallest amount; zero when there is none. */
export const least = (amounts: ReadonlyArray<Money.Money>): Money.Money => sorted(amounts)[0] ?? Money.zero

/** Returns the largest amount; zero when there is none. */
export const most = (amounts: ReadonlyArray<Money.Money>): Money.Money => sorted(amounts).at(-1) ?? Money.zero

const sorted = (amounts: ReadonlyArray<Money.Money>) => amounts.toSorted((a, b) => (a < b ? -1 : 1))

const stepOf = (span: bigint, steps: bigint): bigint => {
  for (let power = 1n; ; power *= 10n)
    for (const digit of [1n, 2n, 5n]) if (digit * power * steps >= span) return digit * power
}

/** Returns the smallest multiple of a step that is not below an amount. */
const ceiling = (amount: bigint, step: bigint): bigint => {
  const whole = (amount / step) * step
  return whole < amount ? whole + step : whole
}
