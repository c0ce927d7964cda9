/**
 * What a number is: an exact amount of euro with up to six decimals.
 *
 * An amount is a whole number of micro-euro in a `bigint`, so adding never rounds and never drifts. In events
 * and files it is a decimal text. Everything that multiplies (shares, rates) lives in `Rate` and `Allocation`.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

declare const euro: unique symbol

/** An exact amount of euro (bedrag), at most six decimals. */
export type Money = bigint & { readonly [euro]: "micro-euro" }

/** Micro-euro in one euro. */
export const scale = 1_000_000n

/** The largest amount one posting may hold: 10^12 euro. */
export const limit = 1_000_000_000_000n * scale

/** Why a text is no amount. */
export type AmountFault =
  | { readonly _tag: "NotAnAmount"; readonly text: string }
  | { readonly _tag: "AmountTooFine"; readonly text: string; readonly decimals: number }
  | { readonly _tag: "AmountTooLarge"; readonly text: string }

/**
 * Takes a whole number of micro-euro for an amount.
 *
 * ```ts
 * Money.format(Money.ofMicros(1_500_000n)) // => "1.50"
 * ```
 */
export const ofMicros = (micros: bigint): Money => micros as Money

/** Nothing: 0 euro. */
export const zero: Money = ofMicros(0n)

/**
 * Reads a plain decimal text (`.` before the decimals, no thousands marks).
 *
 * ```ts
 * Money.parse("0.1234567") // => Result.fail({ _tag: "AmountTooFine", text: "0.1234567", decimals: 7 })
 * ```
 */
export const parse = (text: string): Result.Result<Money, AmountFault> => {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return Result.fail({ _tag: "NotAnAmount", text })
  const decimals = (match[3] ?? "").replace(/0+$/, "")
  if (decimals.length > 6) return Result.fail({ _tag: "AmountTooFine", text, decimals: decimals.length })
  const size = BigInt(match[2] ?? "0") * scale + BigInt(decimals.padEnd(6, "0"))
  if (size > limit) return Result.fail({ _tag: "AmountTooLarge", text })
  return Result.succeed(ofMicros(match[1] === "-" ? -size : size))
}

/**
 * Reads an amount that is known to be one: a literal in code, or a text that the `Amount` schema has checked.
 *
 * ```ts
 * Money.format(Money.add(Money.from("0.1"), Money.from("0.2"))) // => "0.30"
 * ```
 */
export const from = (text: string): Money =>
  small(text) ?? Result.getOrThrowWith(parse(text), (fault) => new TypeError(`${fault._tag}: ${text}`))

// Every amount of a journal passes here. Up to fifteen digits a number is exact, and ten times faster than a pattern.
const small = (text: string): Money | undefined => {
  const first = text.charCodeAt(0) === 0x2d ? 1 : 0
  if (text.length > 16 || text.length === first) return undefined
  let size = 0
  let decimals = -1
  for (let at = first; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit >= 0 && digit <= 9) {
      size = size * 10 + digit
      if (decimals >= 0) decimals++
    } else if (digit === -2 && decimals < 0 && at > first) decimals = 0
    else return undefined
  }
  if (decimals === 0 || decimals > 6) return undefined
  const micros = size * (powers[6 - Math.max(decimals, 0)] as number)
  return micros > Number.MAX_SAFE_INTEGER ? undefined : ofMicros(BigInt(first === 1 ? -micros : micros))
}

const powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

/**
 * Writes an amount in its one canonical form: at least two decimals, no zeros beyond, no `-0`.
 *
 * ```ts
 * Money.format(Money.from("-12.5")) // => "-12.50"
 * ```
 */
export const format = (amount: Money): string => {
  const size = amount < 0n ? -amount : amount
  const decimals = (size % scale).toString().padStart(6, "0")
  return `${amount < 0n ? "-" : ""}${size / scale}.${decimals.slice(0, 2)}${decimals.slice(2).replace(/0+$/, "")}`
}

/** The sum of two amounts. */
export const add = (a: Money, b: Money): Money => ofMicros(a + b)

/** The first amount less the second. */
export const subtract = (a: Money, b: Money): Money => ofMicros(a - b)

/** The same amount the other way. */
export const negate = (a: Money): Money => ofMicros(-a)

/** The sum of all amounts. */
export const sum = (amounts: Iterable<Money>): Money => {
  let total = 0n
  for (const amount of amounts) total += amount
  return ofMicros(total)
}

/** Whether nothing is left. */
export const isZero = (a: Money): boolean => a === 0n

/**
 * Rounds half away from zero to a number of decimals (0 to 6).
 *
 * ```ts
 * Money.format(Money.round(Money.from("-3.5"), 0)) // => "-4.00"
 * ```
 */
export const round = (amount: Money, decimals: number): Money => {
  const exact = Number(amount)
  if (Number.isSafeInteger(exact) && Number.isSafeInteger(exact * 2)) {
    const whole = powers[6 - decimals] as number
    const rest = exact % whole
    const away = Math.abs(rest) * 2 >= whole ? Math.sign(exact) * whole : 0
    return ofMicros(BigInt(exact - rest + away))
  }
  const unit = 10n ** BigInt(6 - decimals)
  const half = unit / 2n
  return ofMicros(((amount < 0n ? amount - half : amount + half) / unit) * unit)
}

/** An amount as events and files write it: canonical decimal text, within ±10^12 euro. */
export const Amount = Schema.String.check(
  Schema.isPattern(/^(?:-?(?:0|[1-9]\d{0,11})\.\d{2}(?:\d{0,3}[1-9])?|-?1000000000000\.00)$/u, {
    expected: "an amount such as 12.50, with two to six decimals",
  }),
  Schema.isPattern(/^(?!-0\.00$)/u, { expected: "0.00, not -0.00" }),
).annotate({ identifier: "Amount", description: "Euro, two to six decimals, decimal point" })

/** The text of {@link Amount}. */
export type Amount = typeof Amount.Type
