/** Whole numbers as canonical JSON. */
import type { ByteReader } from "./Bytes.ts"
import type { NodeCodec } from "./NodeCodec.ts"

/** The codec of whole numbers. */
export const whole: NodeCodec = {
  write: (value, output) => {
    // The canonical text of -0 is 0: reading it back would not give the same value.
    if (typeof value !== "number" || !Number.isSafeInteger(value) || Object.is(value, -0)) return false
    const text = String(value)
    for (let i = 0; i < text.length; i++) output.byte(text.charCodeAt(i))
    return true
  },
  read: (input) => read(input),
}

const read = (input: ByteReader): number | undefined => {
  const { bytes } = input
  const isNegative = bytes[input.at] === minus
  const first = isNegative ? input.at + 1 : input.at
  let value = 0
  let at = first
  for (; at < bytes.length && at < first + longest; at++) {
    const digit = (bytes[at] as number) - zero
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  const hasLeadingZero = bytes[first] === zero && at > first + 1
  const isNegativeZero = isNegative && value === 0
  // A value beyond 2^53 was rounded; it is above the limit in any case.
  if (at === first || hasLeadingZero || isNegativeZero || value > Number.MAX_SAFE_INTEGER) return undefined
  input.at = at
  return isNegative ? -value : value
}

const longest = 16
const minus = 0x2d
const zero = 0x30
