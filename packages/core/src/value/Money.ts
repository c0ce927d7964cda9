/**
 * An exact amount of euro with up to six decimals.
 *
 * An amount is a whole number of micro-euro in a `bigint`, so adding never rounds. In events and files it is a decimal text.
 * Multiplying by a percentage or an index is done in `Rate`, splitting in `Allocation`.
 *
 * ```ts
 * Money.format(Money.ofMicros(1_250_000n)) // => "1.25"
 * Money.format(Money.unit(2)) // => "0.01"
 * Money.scale // => 1000000n
 * Money.limit / Money.scale // => 1000000000000n
 * Money.compare(Money.zero, Money.from("0.01")) // => -1
 * Money.isZero(Money.subtract(Money.from("1.00"), Money.from("1.00"))) // => true
 * Money.toString(Money.negate(Money.sum([Money.from("1.00"), Money.from("0.50")]))) // => "-1.50"
 * Money.formatMicros(Money.parseMicros("1.50", "plain")) // => "1.50"
 * Money.units[2] // => 10_000
 * Money.printPlain("-441200.5", "be") // => "-441.200,5"
 * ```
 */
import * as Result from "effect/Result"
import * as Halves from "./Halves.ts"
import { formatMicros, marks, type Notation, parseMicros, printPlain, units, written } from "./Notation.ts"

export { formatMicros, type Notation, parseMicros, printPlain, units } from "./Notation.ts"

declare const euro: unique symbol

/** An exact amount of euro (bedrag), at most six decimals. */
export type Money = bigint & { readonly [euro]: "micro-euro" }

/** Micro-euro in one euro. */
export const scale = 1_000_000n

/** The largest amount of a posting: 10^12 euro. */
export const limit = 1_000_000_000_000n * scale

/** Reason why a text is not an amount. */
export type AmountFault =
  | { readonly _tag: "NotAnAmount"; readonly text: string }
  | { readonly _tag: "AmountTooFine"; readonly text: string; readonly decimals: number }
  | { readonly _tag: "AmountTooLarge"; readonly text: string }

/**
 * Converts a whole number of micro-euro to an amount.
 *
 * ```ts
 * Money.format(Money.ofMicros(1_500_000n)) // => "1.50"
 * ```
 */
export const ofMicros = (micros: bigint): Money => micros as Money

/** Returns 10^-decimals euro (0 to 6 decimals): `unit(2)` is a cent. */
export const unit = (decimals: number): Money => ofMicros(BigInt(units[decimals] ?? 0))

/** An amount of 0 euro. */
export const zero: Money = ofMicros(0n)

/**
 * Parses a decimal text; without a notation, `.` precedes the decimals and thousands are not marked.
 *
 * ```ts
 * Money.parse("1.234,5", "be") // => Result.succeed(Money.from("1234.50"))
 * Money.parse("0.1234567") // => Result.fail({ _tag: "AmountTooFine", text: "0.1234567", decimals: 7 })
 * ```
 */
export const parse = (text: string, notation: Notation = "plain"): Result.Result<Money, AmountFault> => {
  const micros = parseMicros(text, notation)
  if (!Number.isNaN(micros)) return Result.succeed(ofMicros(BigInt(micros)))
  const [, sign, digits = "", decimals = ""] = marks[notation].pattern.exec(text) ?? []
  if (sign === undefined) return Result.fail({ _tag: "NotAnAmount", text })
  const fraction = decimals.replace(/0+$/, "")
  if (fraction.length > 6) return Result.fail({ _tag: "AmountTooFine", text, decimals: fraction.length })
  const size = BigInt(digits.replace(/\D/g, "") + fraction.padEnd(6, "0"))
  if (size > limit) return Result.fail({ _tag: "AmountTooLarge", text })
  return Result.succeed(ofMicros(sign === "-" ? -size : size))
}

/**
 * Parses an amount that is known to be valid: a literal in code, or a text that the `Amount` schema has checked.
 *
 * ```ts
 * Money.format(Money.add(Money.from("0.1"), Money.from("0.2"))) // => "0.30"
 * ```
 */
export const from = (text: string): Money => {
  const micros = parseMicros(text, "plain")
  return Number.isNaN(micros)
    ? Result.getOrThrowWith(parse(text), (fault) => new TypeError(`${fault._tag}: ${text}`))
    : ofMicros(BigInt(micros))
}

/**
 * Formats an amount in its one canonical form: at least two decimals, no zeros after them, no `-0`.
 *
 * ```ts
 * Money.format(Money.from("-12.5")) // => "-12.50"
 * ```
 */
export const format = (amount: Money): string => {
  const micros = Number(amount)
  if (Number.isSafeInteger(micros)) return formatMicros(micros)
  const size = amount < 0n ? -amount : amount
  return written(amount < 0n ? "-" : "", size / scale, Number(size % scale))
}

export { format as toString }

/**
 * Returns an amount as a scaled integer, for libraries of decimals: `BigDecimal.make(value, scale)` of effect, or
 * `new Decimal(String(value)).div(10 ** scale)`.
 *
 * ```ts
 * Money.toDecimal(Money.from("-12.5")) // => { value: -12500000n, scale: 6 }
 * ```
 */
export const toDecimal = (amount: Money): { readonly value: bigint; readonly scale: 6 } => ({
  value: amount,
  scale: 6,
})

/**
 * Prints an amount for readers: rounded half away from zero to a number of decimals, or with all of them, two at least.
 *
 * ```ts
 * Money.print(Money.from("-15569.4"), "be") // => "-15.569,40"
 * Money.print(Money.from("-15569.4"), "be", 0) // => "-15.569"
 * ```
 */
export const print = (amount: Money, notation: Notation, decimals?: number): string => {
  const text = format(decimals === undefined ? amount : round(amount, decimals))
  const [whole = "", fraction = ""] = text.split(".")
  const kept = decimals === undefined ? fraction : fraction.padEnd(decimals, "0").slice(0, decimals)
  return printPlain(kept === "" ? whole : `${whole}.${kept}`, notation)
}

/** Adds two amounts. */
export const add = (a: Money, b: Money): Money => ofMicros(a + b)

/** Subtracts the second amount from the first. */
export const subtract = (a: Money, b: Money): Money => ofMicros(a - b)

/** Returns the amount with the opposite sign. */
export const negate = (a: Money): Money => ofMicros(-a)

/** Adds all amounts. */
export const sum = (amounts: Iterable<Money>): Money => {
  let total = 0n
  for (const amount of amounts) total += amount
  return ofMicros(total)
}

/**
 * Returns the size of an amount.
 *
 * ```ts
 * Money.format(Money.abs(Money.from("-12.5"))) // => "12.50"
 * ```
 */
export const abs = (a: Money): Money => (a < 0n ? negate(a) : a)

/**
 * Compares two amounts for sorting: -1, 0 or 1.
 *
 * ```ts
 * [Money.from("2"), Money.from("-1")].sort(Money.compare).map(Money.format) // => ["-1.00", "2.00"]
 * ```
 */
export const compare = (a: Money, b: Money): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Returns an amount as a floating-point number of euro, for charts. It is rounded from about fifteen digits on: never
 * compute with it.
 *
 * ```ts
 * Money.toLossyNumber(Money.from("-12.5")) // => -12.5
 * ```
 */
export const toLossyNumber = (a: Money): number => Number(format(a))

/** Checks that an amount is 0 euro. */
export const isZero = (a: Money): boolean => a === 0n

/**
 * Rounds half away from zero to a number of decimals (0 to 6).
 *
 * ```ts
 * Money.format(Money.round(Money.from("-3.5"), 0)) // => "-4.00"
 * ```
 */
export const round = (amount: Money, decimals: number): Money => {
  const step = unit(decimals)
  const half = step / 2n
  return ofMicros(((amount < 0n ? amount - half : amount + half) / step) * step)
}

/**
 * Rounds every amount of a list in place, half away from zero. In a typed list it creates no bigints.
 *
 * ```ts
 * const amounts = BigInt64Array.of(Money.from("2.5"), Money.from("-3.49"))
 * Money.roundAll(amounts, 0)
 * Array.from(amounts, (amount) => Money.format(Money.ofMicros(amount))) // => ["3.00", "-3.00"]
 * ```
 */
export const roundAll = (amounts: BigInt64Array | Array<bigint>, decimals: number): void => {
  const step = units[decimals] as number
  const halves = amounts instanceof BigInt64Array ? Halves.of(amounts) : undefined
  for (let index = 0; index < amounts.length; index++) {
    const exact = halves === undefined ? Number.NaN : Halves.at(halves, index)
    // Twice the amount must be exact as well, because it is compared with the step.
    if (halves !== undefined && Number.isSafeInteger(exact * 2)) {
      const rest = exact % step
      const away = Math.abs(rest) * 2 >= step ? Math.sign(exact) * step : 0
      Halves.set(halves, index, exact - rest + away)
    } else amounts[index] = round(ofMicros(amounts[index] as bigint), decimals)
  }
}
