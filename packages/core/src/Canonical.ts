/**
 * One text for one value: JSON in the canonical form of RFC 8785, which is what the hash chain hashes.
 *
 * Only what events hold can be written: texts without lone surrogates, safe integers, booleans, lists, records.
 */

/** A value that has a canonical text. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

/**
 * Writes a value canonically: keys sorted by UTF-16 code units, no blanks. What has no canonical text is a defect.
 *
 * ```ts
 * Canonical.stringify({ b: 1, a: ["x"] }) // => '{"a":["x"],"b":1}'
 * ```
 */
export const stringify = (value: unknown): string => {
  if (typeof value === "string") return text(value)
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value))
      throw new TypeError(`no canonical text for the number ${value}: amounts are texts`)
    return String(value === 0 ? 0 : value)
  }
  if (value === null || typeof value === "boolean") return String(value)
  if (Array.isArray(value)) return `[${value.map(stringify).join(",")}]`
  if (typeof value === "object") {
    let members = ""
    for (const [key, member] of Object.entries(value).sort(byKey)) {
      if (member !== undefined) members += `${members === "" ? "" : ","}${text(key)}:${stringify(member)}`
    }
    return `{${members}}`
  }
  throw new TypeError(`no canonical text for a ${typeof value}`)
}

/** The canonical text as UTF-8 bytes. */
export const bytes = (value: unknown): Uint8Array => encoder.encode(stringify(value))

const encoder = new TextEncoder()

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1)

const text = (value: string): string => {
  if (isPlain(value)) return `"${value}"`
  if (/\p{Surrogate}/u.test(value)) throw new TypeError("no canonical text for a lone surrogate")
  return JSON.stringify(value)
}

// Nearly every text of a journal is ASCII without anything to escape, and then it is written as it is.
const isPlain = (value: string): boolean => {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return false
  }
  return true
}
