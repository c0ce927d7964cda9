/**
 * Numbers as files write them, parsed exactly. A number with two readings is a fault, unless its format is declared or
 * other numbers of the file prove it.
 */
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"
import type { NotationProblem, NumberMark, NumberProblem } from "../fault/NumberProblem.ts"
import type { FileNumbers, NumberFormat } from "../text/Dialect.ts"

/** A plain decimal text (`-1234.50`), a problem, or `undefined` for a blank. */
export type ParsedNumber = string | NotationProblem | undefined

/**
 * Parses a number; a blank, and the dash that accounting formats print for 0, are `undefined`.
 *
 * ```ts
 * Numbers.parse("€ 27.283,98", "be") // => "27283.98"
 * ```
 */
export const parse = (value: string, numbers: FileNumbers): ParsedNumber => {
  const bare = strip(value)
  if (bare === undefined) return undefined
  if (bare === "?") return notANumber(value)
  const [be, en] = [decimalIn("be", bare.text), decimalIn("en", bare.text)]
  const signed = (decimal: string): string => (bare.negative ? `-${decimal}` : decimal)
  if (numbers === "be" || numbers === "en") {
    const [own, other] = numbers === "be" ? [be, en] : [en, be]
    if (own !== undefined) return signed(own)
    return other === undefined ? notANumber(value) : { _tag: "OtherNumberFormat", value, format: numbers }
  }
  if (be === undefined || en === undefined) {
    const only = be ?? en
    return only === undefined ? notANumber(value) : signed(only)
  }
  return canonical(be) === canonical(en) ? signed(be) : { _tag: "AmbiguousNumber", value, be, en }
}

const notANumber = (value: string): NotationProblem => {
  const mark = marks.find(([, pattern]) => pattern.test(value.trim()))?.[0]
  return mark === undefined ? { _tag: "NotANumber", value } : { _tag: "MarkedNumber", value, mark }
}

/** Marks that give a number another meaning than an amount in euro. */
const marks: ReadonlyArray<readonly [NumberMark, RegExp]> = [
  ["side", /\d[\s,.-]*(?:CR|DR|DT|CT|D|C|Cr\.|Dr\.)$/i],
  ["percent", /\d\s*[%‰]$|^[%‰]\s*\d/],
  [
    "thousands",
    /^(?:k€|k\s*EUR|K€|M€)\s*-?\d|\d\s*(?:k€|kEUR|k|M€|mln\.?|mio\.?|duizend|miljoen)(?:\s*(?:€|EUR|euro))?$/i,
  ],
  ["currency", /^(?:[$£¥₣]|USD|GBP|CHF|BEF|F|BF)\s*-?\d|\d\s*(?:[$£¥₣]|USD|GBP|CHF|BEF|BF)$/i],
]

/** Returns the format that a number proves by having one reading only. */
export const proves = (value: string): NumberFormat | undefined => {
  const bare = strip(value)
  if (bare === undefined || bare === "?") return undefined
  const [be, en] = [decimalIn("be", bare.text), decimalIn("en", bare.text)]
  if ((be === undefined) === (en === undefined)) return undefined
  return be === undefined ? "en" : "be"
}

/** Returns the amount of a parsed number, or why it is not one. `value` is its text in the file. */
export const amount = (decimal: string, value: string): Result.Result<Money.Money, NumberProblem> =>
  Result.mapError(
    Money.parse(decimal),
    (fault): NumberProblem =>
      fault._tag === "AmountTooFine"
        ? { _tag: "AmountTooFine", value, decimals: fault.decimals }
        : { _tag: "AmountTooLarge", value },
  )

/** Rounds a parsed number half away from zero to 0 to 6 decimals, from all its digits. */
export const rounded = (
  decimal: string,
  decimals: number,
  value: string,
): Result.Result<Money.Money, NumberProblem> => {
  const [whole = "", fraction = ""] = decimal.split(".")
  const cut = amount(decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals) || "0"}`, value)
  if (Result.isFailure(cut) || (fraction[decimals] ?? "0") < "5") return cut
  const up = Money.unit(decimals)
  const result = decimal.startsWith("-") ? Money.subtract(cut.success, up) : Money.add(cut.success, up)
  return result > Money.limit || result < -Money.limit
    ? Result.fail({ _tag: "AmountTooLarge", value })
    : Result.succeed(result)
}

/**
 * Returns a parsed number in units of so many euro, exactly.
 *
 * ```ts
 * Numbers.inUnits("-1.5", 1000) // => "-1500"
 * ```
 */
export const inUnits = (decimal: string, unit: 0.01 | 1 | 1000 | 1_000_000): string => {
  if (unit === 1) return decimal
  const negative = decimal.startsWith("-")
  const [whole = "", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".")
  const places = { 0.01: -2, 1000: 3, 1000000: 6 }[unit]
  const digits =
    places < 0 ? whole.padStart(1 - places, "0") + fraction : whole + fraction.padEnd(places, "0")
  const point = Math.max(whole.length, places < 0 ? 1 - places : 0) + places
  const [left, right] = [digits.slice(0, point), digits.slice(point)]
  return `${negative ? "-" : ""}${left}${right === "" ? "" : `.${right}`}`
}

/** Returns the number of decimals of a parsed number, zeros included. */
export const decimalsOf = (decimal: string): number => decimal.split(".")[1]?.length ?? 0

/**
 * Parses a number that is not an amount to canonical text: a decimal mark of either kind, no thousands.
 *
 * ```ts
 * Numbers.quantity("-03,50") // => "-3.5"
 * ```
 */
export const quantity = (value: string): string | undefined => {
  const [, sign = "", whole, fraction = ""] = /^(-?)(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(value) ?? []
  return whole === undefined ? undefined : sign + canonical(fraction === "" ? whole : `${whole}.${fraction}`)
}

/**
 * Parses a number that is not an amount, with the format of the file: as {@link quantity} does, and with thousands (`1.234,5`).
 * A number with two readings (`77.109` inhabitants) is a problem when the format is not known.
 */
export const quantityIn = (value: string, numbers: FileNumbers): string | NotationProblem => {
  const plain = quantity(value)
  if (plain !== undefined && !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(value)) return plain
  if (!/^-?[1-9]\d{0,2}([.,\s]\d{3})+(?:[.,]\d{1,12})?$/.test(value)) return { _tag: "NotANumber", value }
  const read = parse(value, numbers)
  if (read === undefined || typeof read !== "string") return read ?? { _tag: "NotANumber", value }
  return quantity(read) ?? { _tag: "NotANumber", value }
}

/** Parses a percentage to canonical text. */
export const percent = (value: string): string | undefined => {
  const text = value.trim().replace(/\s*%$/, "")
  return /^\d{1,6}(?!\d)/.test(text) ? quantity(text) : undefined
}

const blanks = "[ \\u00a0\\u2007\\u2009\\u202f]"
const currency = new RegExp(`^(?:€|euro?)${blanks}*|${blanks}*(?:€|euro?)$`, "gi")
const trim = new RegExp(`^[${blanks.slice(1, -1)}\\t]+|[${blanks.slice(1, -1)}\\t]+$`, "g")

// Removes sign and currency, in whatever order they were written.
const strip = (value: string): { readonly negative: boolean; readonly text: string } | "?" | undefined => {
  let text = value.replace(trim, "")
  if (text === "") return undefined
  if (/^[+-]?\d+$/.test(text)) return { negative: text.startsWith("-"), text: text.replace(/^[+-]/, "") }
  text = text.replaceAll("\u2212", "-").replaceAll("\u2013", "-").replace(currency, "").replace(trim, "")
  if (text === "\u2014") return undefined
  // A dash after the decimal mark prints no cents: 1.000,- is 1.000,00.
  text = text.replace(/(\d[.,])(?:-{1,2}|\u2014)(?=\)?$)/, "$10")
  let negative = false
  if (/^\(.*\)$/.test(text)) {
    negative = true
    text = text.slice(1, -1).replace(trim, "")
  } else if (/^[+-]/.test(text)) {
    negative = text.startsWith("-")
    text = text.slice(1)
  } else if (text.endsWith("-")) {
    negative = true
    text = text.slice(0, -1)
  }
  text = text.replace(trim, "").replace(currency, "").replace(trim, "")
  if (text === "") return negative && !/^\(/.test(value.trim()) ? undefined : "?"
  return { negative, text }
}

// A group never begins with a bare 0: 0.123 does not mean 123.
const patternOf = (thousands: string, decimal: string): RegExp => {
  const groups = (mark: string) => `[1-9]\\d{0,2}(?:${mark}\\d{3})+`
  const whole = ["\\d+", groups(`[${thousands}]`), groups(blanks), groups("'"), groups("\u2019")].join("|")
  return new RegExp(`^(?:(${whole})(?:[${decimal}](\\d+))?|[${decimal}](\\d+))$`)
}

const patterns: Readonly<Record<NumberFormat, RegExp>> = { be: patternOf(".", ","), en: patternOf(",", ".") }

const decimalIn = (format: NumberFormat, text: string): string | undefined => {
  const [, whole, decimals, bare] = patterns[format].exec(text) ?? []
  const fraction = bare ?? decimals
  if (whole === undefined && fraction === undefined) return undefined
  const digits = whole?.replace(/\D/g, "") ?? "0"
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

const canonical = (decimal: string): string => {
  const [whole = "", fraction = ""] = decimal.split(".")
  const [short, rest] = [whole.replace(/^0+(?=\d)/, ""), fraction.replace(/0+$/, "")]
  return rest === "" ? short : `${short}.${rest}`
}
