/** The text of an amount: the characters between its digits, and the fast paths from and to micro-euro. */

/** How a text writes an amount: `plain` is `1234.56`, `be` is `1.234,56`, `en` is `1,234.56`. */
export type Notation = "plain" | "be" | "en"

/** Micro-euro in a unit of 0, 1, … 6 decimals, as numbers: `units[2]` are those of a cent. */
export const units = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1] as const

/** The marks of each notation; `group` is -1 where thousands are not marked. */
export const marks = {
  plain: { group: -1, point: 0x2e, pattern: /^([+-]?)(\d+)(?:\.(\d+))?$/ },
  be: { group: 0x2e, point: 0x2c, pattern: /^([+-]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/ },
  en: { group: 0x2c, point: 0x2e, pattern: /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/ },
} as const

/**
 * Parses a text of at most nine digits and six decimals to micro-euro; `NaN` for any other text, which {@link parse} may
 * still accept. Fast path: every amount of a journal or a file passes here, and a number is exact up to fifteen digits.
 *
 * ```ts
 * Money.parseMicros("-1.234,5", "be") // => -1234500000
 * ```
 */
export const parseMicros = (text: string, notation: Notation): number => {
  const { group, point } = marks[notation]
  const { length } = text
  const isNegative = text.charCodeAt(0) === 0x2d
  const start = isNegative ? 1 : 0
  if (length === start || length - start > 18) return Number.NaN
  let value = 0
  let digits = 0
  // The last mark of a group; an amount never begins with one.
  let groupAt = 0
  let at = start
  for (; at < length; at++) {
    const character = text.charCodeAt(at)
    if (character >= 0x30 && character <= 0x39) {
      value = value * 10 + character - 0x30
      digits++
    } else if (character === group) {
      // A group is three digits after one to three that do not begin with 0.
      if (groupAt === 0 ? digits > 3 || digits === 0 || text.charCodeAt(start) === 0x30 : at - groupAt !== 4)
        return Number.NaN
      groupAt = at
    } else break
  }
  if (digits === 0 || digits > 9 || (groupAt > 0 && at - groupAt !== 4)) return Number.NaN
  const decimals = Math.max(0, length - at - 1)
  if (at < length) {
    if (text.charCodeAt(at) !== point || decimals === 0 || decimals > 6) return Number.NaN
    for (at++; at < length; at++) {
      const character = text.charCodeAt(at)
      if (character < 0x30 || character > 0x39) return Number.NaN
      value = value * 10 + character - 0x30
    }
  }
  value *= units[decimals] ?? Number.NaN
  return isNegative && value !== 0 ? -value : value
}

/** Prints a plain decimal with the marks of a notation and with its own decimals. */
export const printPlain = (plain: string, notation: Notation): string => {
  const [whole = "", fraction] = plain.split(".")
  const { group, point } = marks[notation]
  const grouped = group === -1 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, String.fromCharCode(group))
  return fraction === undefined ? grouped : `${grouped}${String.fromCharCode(point)}${fraction}`
}

/** Formats a safe integer of micro-euro as {@link format} does. */
export const formatMicros = (micros: number): string => {
  const size = Math.abs(micros)
  const rest = size % 1_000_000
  return written(micros < 0 ? "-" : "", (size - rest) / 1_000_000, rest)
}

/** Writes an amount of its sign, its whole euro and its micro-euro: two decimals at least, no zeros after them. */
export const written = (sign: string, euros: bigint | number, rest: number): string => {
  if (rest % 10_000 === 0) return `${sign}${euros}.${rest < 100_000 ? "0" : ""}${rest / 10_000}`
  const decimals = rest.toString().padStart(6, "0")
  return `${sign}${euros}.${decimals.slice(0, 2)}${decimals.slice(2).replace(/0+$/, "")}`
}
