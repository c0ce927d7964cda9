/**
 * How boards write amounts, read exactly. A number that can be read in two ways is not read at all, unless its
 * format is declared or other numbers of the file prove it.
 */
import { Money } from "@grootboek/core"

/** `be` is `1.234,56`, `en` is `1,234.56`. */
export type Format = "be" | "en"

/** What is known about the numbers of a file. `mixed`: both occur, so each must speak for itself. */
export type Known = Format | "mixed" | "unproven"

/** A number as digits: its value is `whole.fraction`, negated or not. */
export interface Digits {
  readonly _tag: "Digits"
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
}

/** Why a text gives no number. */
export type NumberFault =
  | { readonly _tag: "NotANumber"; readonly value: string }
  | { readonly _tag: "AmbiguousNumber"; readonly value: string; readonly be: string; readonly en: string }
  | { readonly _tag: "OtherNumberFormat"; readonly value: string; readonly format: Format }

/** Digits; nothing at all; or a fault. */
export type Read = Digits | NumberFault | undefined

/** Whether a reading is digits. */
export const isDigits = (read: Read): read is Digits => read !== undefined && read._tag === "Digits"

/**
 * Reads a number in a known format; blank, and the dash that accounting formats print for nothing, are `undefined`.
 *
 * ```ts
 * Numbers.read("€ 27.283,98", "be") // => { _tag: "Digits", negative: false, whole: "27283", fraction: "98" }
 * ```
 */
export const read = (value: string, known: Known): Read => {
  const bare = strip(value)
  if (bare === undefined) return undefined
  if (bare === "?") return { _tag: "NotANumber", value }
  const [be, en] = [readings.be(bare.text), readings.en(bare.text)]
  const digits = (found: Found): Digits => ({ _tag: "Digits", negative: bare.negative, ...found })
  if (known === "be" || known === "en") {
    const [own, other] = known === "be" ? [be, en] : [en, be]
    if (own !== undefined) return digits(own)
    return other === undefined
      ? { _tag: "NotANumber", value }
      : { _tag: "OtherNumberFormat", value, format: known }
  }
  if (be === undefined && en === undefined) return { _tag: "NotANumber", value }
  if (be === undefined || en === undefined) return digits(be ?? en ?? { whole: "0", fraction: "" })
  return same(be, en) ? digits(be) : { _tag: "AmbiguousNumber", value, be: show(be), en: show(en) }
}

/** The format that a number proves by having one reading only; most prove nothing. */
export const proves = (value: string): Format | undefined => {
  const bare = strip(value)
  if (bare === undefined || bare === "?") return undefined
  const [be, en] = [readings.be(bare.text), readings.en(bare.text)]
  if ((be === undefined) === (en === undefined)) return undefined
  return be === undefined ? "en" : "be"
}

/** A percentage: one decimal mark of either kind, no thousands. */
export const percent = (value: string): string | undefined => {
  const match = /^(\d{1,6})(?:[.,](\d{1,12}))?$/.exec(value.trim().replace(/\s*%$/, ""))
  if (match === null) return undefined
  const whole = (match[1] ?? "").replace(/^0+(?=\d)/, "")
  const fraction = (match[2] ?? "").replace(/0+$/, "")
  return fraction === "" ? whole : `${whole}.${fraction}`
}

interface Found {
  readonly whole: string
  readonly fraction: string
}

const blanks = "[ \\u00a0\\u2007\\u2009\\u202f]"
const currency = new RegExp(`^(?:€|EUR)${blanks}*|${blanks}*(?:€|EUR)$`, "gi")
const trim = new RegExp(`^[${blanks.slice(1, -1)}\\t]+|[${blanks.slice(1, -1)}\\t]+$`, "g")

// Takes sign and currency off, in whatever order they were written.
const strip = (value: string): { readonly negative: boolean; readonly text: string } | "?" | undefined => {
  let text = value.replace(trim, "")
  if (text === "") return undefined
  if (/^[+-]?\d+$/.test(text)) return { negative: text.startsWith("-"), text: text.replace(/^[+-]/, "") }
  text = text.replaceAll("\u2212", "-").replaceAll("\u2013", "-").replace(currency, "").replace(trim, "")
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

const reader = (thousands: string, decimal: string): ((text: string) => Found | undefined) => {
  // A group never begins with a bare 0: 0.123 is no way to write 123.
  const grouped = new RegExp(`^([1-9]\\d{0,2}(?:[${thousands}]\\d{3})+)(?:[${decimal}](\\d+))?$`)
  const spaced = new RegExp(`^([1-9]\\d{0,2}(?:${blanks}\\d{3})+)(?:[${decimal}](\\d+))?$`)
  const solid = new RegExp(`^(\\d+)(?:[${decimal}](\\d+))?$`)
  return (text) => {
    const match = solid.exec(text) ?? grouped.exec(text) ?? spaced.exec(text)
    if (match === null) return undefined
    return { whole: (match[1] ?? "").replace(/\D/g, ""), fraction: match[2] ?? "" }
  }
}

const readings: Readonly<Record<Format, (text: string) => Found | undefined>> = {
  be: reader(".", ","),
  en: reader(",", "."),
}

const show = ({ whole, fraction }: Found): string => (fraction === "" ? whole : `${whole}.${fraction}`)

const same = (a: Found, b: Found): boolean =>
  a.whole.replace(/^0+/, "") === b.whole.replace(/^0+/, "") &&
  a.fraction.replace(/0+$/, "") === b.fraction.replace(/0+$/, "")

/** The amount that digits stand for; the number of its decimals when it is too fine; `undefined` when too large. */
export const exactly = ({ negative, whole, fraction }: Digits): Money.Money | number | undefined => {
  const fine = fraction.length > 6 ? fraction.replace(/0+$/, "") : fraction
  if (fine.length > 6) return fine.length
  return bounded(BigInt(whole + fine.padEnd(6, "0")), negative)
}

/** The amount rounded half away from zero to a number of decimals (0 to 6), from all its digits. */
export const rounded = ({ negative, whole, fraction }: Digits, decimals: number): Money.Money | undefined => {
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"))
  const up = (fraction[decimals] ?? "0") >= "5" ? 1n : 0n
  return bounded((kept + up) * 10n ** BigInt(6 - decimals), negative)
}

const bounded = (micros: bigint, negative: boolean): Money.Money | undefined =>
  micros > Money.limit ? undefined : Money.ofMicros(negative ? -micros : micros)
