/**
 * An amount of a file, as events write it and as totals count it.
 *
 * A million rows have millions of amounts, nearly all written plainly and well below nine milliard euro. Those are read
 * here in one pass, without a `bigint`; everything else goes the long way through `Numbers`, to the same result.
 */
import { Money } from "@grootboek/core"
import type * as Numbers from "./Numbers.ts"

/** An amount in a year. `micros` is a number where a number holds it exactly. */
export interface Figure {
  readonly year: number
  readonly text: string
  readonly micros: number | bigint
}

/** A figure of an amount that went the long way. */
export const of = (year: number, amount: Money.Money): Figure => ({
  year,
  text: Money.format(amount),
  micros: amount,
})

/** A figure of an amount that {@link quick} read. */
export const ofMicros = (year: number, micros: number): Figure => ({ year, text: format(micros), micros })

/**
 * The whole micro-euro of a plainly written amount in a known format; `NaN` for everything else, which may still be an
 * amount.
 *
 * ```ts
 * Figure.quick("-1.234,5", "be") // => -1234500000
 * ```
 */
export const quick = (text: string, known: Numbers.Known): number => {
  if (known !== "be" && known !== "en") return Number.NaN
  const [thousands, decimal] = known === "be" ? [46, 44] : [44, 46]
  const { length } = text
  const isNegative = text.charCodeAt(0) === 45
  const start = isNegative ? 1 : 0
  // Nine digits and their marks keep micro-euro below 2^53.
  if (length === start || length - start > 18) return Number.NaN
  let value = 0
  let digits = 0
  let groupAt = -1
  let at = start
  for (; at < length; at++) {
    const character = text.charCodeAt(at)
    if (character >= 48 && character <= 57) {
      value = value * 10 + character - 48
      digits++
    } else if (character === thousands) {
      // A group is three digits after one to three that do not begin with 0.
      if (groupAt < 0 ? digits > 3 || digits === 0 || text.charCodeAt(start) === 48 : at - groupAt !== 4)
        return Number.NaN
      groupAt = at
    } else break
  }
  if (digits === 0 || digits > 9 || (groupAt >= 0 && at - groupAt !== 4)) return Number.NaN
  if (at < length) {
    if (text.charCodeAt(at) !== decimal) return Number.NaN
    const decimals = length - at - 1
    if (decimals === 0 || decimals > 6) return Number.NaN
    for (at++; at < length; at++) {
      const character = text.charCodeAt(at)
      if (character < 48 || character > 57) return Number.NaN
      value = value * 10 + character - 48
    }
    value *= powers[6 - decimals] ?? Number.NaN
  } else value *= 1_000_000
  return isNegative && value !== 0 ? -value : value
}

const powers: ReadonlyArray<number> = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

/** The same text as `Money.format`, for micro-euro that a number holds exactly. */
const format = (micros: number): string => {
  const size = Math.abs(micros)
  const whole = Math.floor(size / 1_000_000)
  const rest = size - whole * 1_000_000
  const sign = micros < 0 ? "-" : ""
  if (rest % 10_000 === 0) {
    const cents = rest / 10_000
    return cents < 10 ? `${sign}${whole}.0${cents}` : `${sign}${whole}.${cents}`
  }
  return Money.format(Money.ofMicros(BigInt(micros)))
}
