/** The value of a cell as text, from its type, its stored value and its number format. */

import { longestText } from "./Caps.ts"
import type { CellDamage } from "./CellDefect.ts"
import * as CellFormat from "./CellFormat.ts"
import { type NestedText, unescaped } from "./RichText.ts"

export interface StoredCell {
  readonly type: string
  /** The stored value, `undefined` when there is none. */
  readonly stored: string | undefined
  readonly inline: string | NestedText
  readonly hasFormula: boolean
  readonly format: CellFormat.CellFormat
}

/** What the cells of a workbook share. */
export interface CellSetting {
  readonly numbers: "be" | "en"
  /** Whether amounts are read as stored, or rounded as their number format shows them. */
  readonly figures: "stored" | "shown"
  readonly strings: ReadonlyArray<string | NestedText>
  readonly is1904: boolean
}

/** A value, how its number format shows it when that differs, and whether it is a text. */
export interface CellText {
  readonly text: string
  readonly shown?: string
  readonly isText?: true
}

/** Why a cell has no certain value. */
export interface CellProblemOf {
  readonly damage: CellDamage
  readonly value: string
}

export const of = (cell: StoredCell, setting: CellSetting): CellText | CellProblemOf => {
  const { type, stored, hasFormula, inline } = cell
  // A text formula may have an empty text as its value; every other formula without a value was never computed.
  if (hasFormula && (stored === undefined || (stored.trim() === "" && type !== "str")))
    return { damage: "FormulaWithoutValue", value: "" }
  if (typeof inline !== "string") return nested(inline)
  // A text in a cell of numbers, or the other way round: the writer and the reader may not agree on which of them counts.
  const isInline = type === "inlineStr"
  if ((isInline && stored !== undefined && stored !== "") || (!isInline && inline !== ""))
    return { damage: "NumberDamaged", value: inline === "" ? (stored ?? "") : inline }
  if (isInline) return words(inline)
  if (stored === undefined) return { text: "" }
  switch (type) {
    case "s":
      return shared(stored, setting.strings)
    case "str":
      return words(unescaped(stored))
    case "e":
      return { damage: "ErrorCell", value: stored }
    case "b":
      return boolean(stored)
    case "d":
      return /^\d{4}-\d\d-\d\d/.test(stored)
        ? { text: stored.slice(0, cell.format._tag === "Year" ? 4 : 10) }
        : { damage: "DayImpossible", value: stored }
    case "n":
      return number(stored, cell.format, setting)
  }
  return { damage: "NumberDamaged", value: stored }
}

export const words = (text: string): CellText | CellProblemOf =>
  text.length > longestText ? { damage: "CellTextTooLong", value: text.slice(0, 60) } : { text, isText: true }

const nested = (text: NestedText): CellProblemOf => ({
  damage: "TextNested",
  value: text.nested.trim().slice(0, 60),
})

const shared = (stored: string, strings: ReadonlyArray<string | NestedText>): CellText | CellProblemOf => {
  if (stored.trim() === "") return { text: "" }
  const text = /^\s*\d{1,10}\s*$/.test(stored) ? strings[Number(stored)] : undefined
  if (text === undefined) return { damage: "SharedTextMissing", value: stored.trim() }
  return typeof text === "string" ? { text, isText: true } : nested(text)
}

const boolean = (stored: string): CellText | CellProblemOf => {
  switch (stored.trim()) {
    case "1":
    case "true":
      return { text: "WAAR" }
    case "0":
    case "false":
      return { text: "ONWAAR" }
  }
  return { damage: "NumberDamaged", value: stored }
}

// `Number` also reads 0x10, an empty text and Infinity.
const numeric = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/

const number = (
  stored: string,
  format: CellFormat.CellFormat,
  { numbers, is1904, figures }: CellSetting,
): CellText | CellProblemOf => {
  if (stored.trim() === "") return { text: "" }
  const value = Number(stored)
  if (!numeric.test(stored) || !Number.isFinite(value))
    return { damage: "NumberDamaged", value: stored.trim() }
  if (format._tag === "Day" || format._tag === "Year") {
    const day = CellFormat.day(value, is1904)
    if (day === undefined) return { damage: "DayImpossible", value: stored.trim() }
    return { text: format._tag === "Year" ? day.slice(0, 4) : day }
  }
  const plain = decimal(value)
  // A whole number of more than fifteen digits is a code; rounded, it would be another one.
  if (/^\s*\d{16,}\s*$/.test(stored) && plain !== stored.trim().replace(/^0+(?=\d)/, ""))
    return { damage: "NumberDamaged", value: stored.trim() }
  const isShown = figures === "shown" && format._tag === "Plain" && format.decimals !== undefined
  const text = textIn(isShown ? CellFormat.rounded(plain, format.decimals) : withoutNoise(plain), numbers)
  const shown = CellFormat.shown(format, plain)
  return shown === undefined ? { text } : { text, shown }
}

/** Returns a number as text with the decimal mark of a format. */
export const textOf = (value: number, numbers: "be" | "en"): string => textIn(decimal(value), numbers)

const textIn = (plain: string, numbers: "be" | "en"): string =>
  numbers === "be" ? plain.replace(".", ",") : plain

/**
 * Returns a number without the noise of binary sums: 6217.9999999999 is 6218. Noise is a difference of at most 0.0000002 from
 * a number with four decimals; forty amounts of a million give no more. A number that has more decimals of its own keeps
 * them, so that it is refused as an amount and not rounded in silence.
 */
const withoutNoise = (plain: string): string => {
  const [, fraction = ""] = /^-?\d+\.(\d{7,})$/.exec(plain) ?? []
  if (fraction === "") return plain
  const unit = 10n ** BigInt(fraction.length - 4)
  const left = BigInt(fraction.slice(4))
  const noise = left * 2n < unit ? left : unit - left
  if (noise * 10_000_000n > 2n * 10n ** BigInt(fraction.length)) return plain
  return CellFormat.rounded(plain, 4).replace(/\.?0+$/, "")
}

// Without an exponent for small numbers.
const decimal = (value: number): string => {
  // A spreadsheet computes in binary and shows fifteen digits: 0.1 + 0.2 is 0.3 for its user.
  const text = String(Number(value.toPrecision(15)))
  const [, sign = "", first = "", others = "", exponent = "0"] = /^(-?)(\d)\.?(\d*)e-(\d+)$/.exec(text) ?? []
  return first === "" ? text : `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${others}`
}
