/** Amounts read from bytes as micro-euro in plain numbers, without a text or a bigint for each. */
import { units } from "../value/Notation.ts"
import type { ByteReader } from "./Bytes.ts"

/** Reads an `Amount`; `undefined` unless a number represents its micro-euro exactly. */
export const read = (input: ByteReader): number | undefined => {
  const { bytes, at: start } = input
  const isNegative = bytes[start + 1] === minus
  const first = isNegative ? start + 2 : start + 1
  let size = 0
  let at = first
  for (; isDigit(bytes[at]); at++) size = size * 10 + digitOf(bytes[at])
  const whole = at - first
  const hasLeadingZero = whole > 1 && bytes[first] === zero
  if (bytes[start] !== quote || whole < 1 || hasLeadingZero || bytes[at] !== point) return undefined
  const decimal = at + 1
  for (at = decimal; isDigit(bytes[at]); at++) size = size * 10 + digitOf(bytes[at])
  const decimals = at - decimal
  const hasTrailingZero = decimals > 2 && bytes[at - 1] === zero
  const isNegativeZero = isNegative && size === 0
  if (decimals < 2 || decimals > 6 || hasTrailingZero || isNegativeZero || bytes[at] !== quote)
    return undefined
  // A size that was rounded is too large as well.
  const micros = size * (units[decimals] as number)
  if (micros > Number.MAX_SAFE_INTEGER) return undefined
  input.at = at + 1
  return isNegative ? -micros : micros
}

const quote = 0x22
const minus = 0x2d
const point = 0x2e
const zero = 0x30
// Zero is taken off before anything is added: the largest sums leave no room for the byte itself.
const digitOf = (byte: number | undefined): number => (byte as number) - zero
const isDigit = (byte: number | undefined): boolean => digitOf(byte) >= 0 && digitOf(byte) <= 9
