/**
 * Quick tests of the shapes that journals are full of: a test that says yes spares a value its schema.
 *
 * Yes means that the schema accepts the value as it is. No means that the schema has to be asked, which also says what
 * is wrong. That both agree, value for value, is a law (`core/test/Shortcut.test.ts`).
 */

/** A plain record: its members are its own, and all of them have names. */
// Whoever has this asked may loop over the names: several times as fast as a list of them, but a loop sees no symbols.
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.getOwnPropertySymbols(value).length === 0

/** A plain record with only these keys, the first few of them required. Anything stranger is left to the schema. */
export const isRecordOf = (
  value: unknown,
  required: ReadonlyArray<string>,
  optional: ReadonlyArray<string>,
): value is Readonly<Record<string, unknown>> => {
  if (!isRecord(value)) return false
  let met = 0
  for (const key in value) {
    if (required.includes(key)) met++
    else if (value[key] === undefined || !optional.includes(key)) return false
  }
  return met === required.length
}

/** A code of plain ASCII. */
export const isCode = (value: unknown): value is string => {
  if (typeof value !== "string" || value.length === 0 || value.length > 200) return false
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if (unit < 0x20 || unit > 0x7e) return false
  }
  return value.charCodeAt(0) !== 0x20 && value.charCodeAt(value.length - 1) !== 0x20
}

/** Free text of plain ASCII. */
export const isText = (value: unknown): value is string => {
  if (typeof value !== "string" || value.length === 0 || value.length > 4_000) return false
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if ((unit < 0x20 && unit !== 0x0a && unit !== 0x09) || unit > 0x7e) return false
  }
  return true
}

/** Digits only, between two lengths. */
export const isDigits = (value: unknown, shortest: number, longest: number): value is string => {
  if (typeof value !== "string" || value.length < shortest || value.length > longest) return false
  for (let at = 0; at < value.length; at++) if (!isDigit(value.charCodeAt(at))) return false
  return true
}

/** An amount below 10^12 euro in its canonical form. */
export const isAmount = (value: unknown): value is string => {
  if (typeof value !== "string") return false
  const first = value.charCodeAt(0) === minus ? 1 : 0
  const point = value.indexOf(".", first)
  const whole = point - first
  const decimals = value.length - point - 1
  if (point < 0 || whole < 1 || whole > 12 || decimals < 2 || decimals > 6) return false
  if (whole > 1 && value.charCodeAt(first) === zero) return false
  for (let at = first; at < value.length; at++)
    if (at !== point && !isDigit(value.charCodeAt(at))) return false
  return (decimals === 2 || value.charCodeAt(value.length - 1) !== zero) && value !== "-0.00"
}

/** A year as the key of an amount. */
export const isYearKey = (key: string): boolean =>
  isDigits(key, 4, 4) && (key.startsWith("20") || key.startsWith("19") || key.startsWith("21"))

/** A fiscal year. */
export const isYear = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1900 && value <= 2200

/** A calendar day. */
export const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)

const minus = 0x2d
const zero = 0x30
const isDigit = (unit: number): boolean => unit >= zero && unit <= 0x39
