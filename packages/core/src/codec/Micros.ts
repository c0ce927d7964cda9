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
  // A `size` beyond 2^53 was rounded; it is above the limit in any case.
  const micros = size * (units[decimals] as number)
  if (micros > Number.MAX_SAFE_INTEGER) return undefined
  input.at = at + 1
  return isNegative ? -micros : micros
}

const quote = 0x22
const minus = 0x2d
const point = 0x2e
const zero = 0x30
// The digit is computed before it is added: the largest sum plus the byte itself would exceed 2^53.
const digitOf = (byte: number | undefined): number => (byte as number) - zero
const isDigit = (byte: number | undefined): boolean => digitOf(byte) >= 0 && digitOf(byte) <= 9
