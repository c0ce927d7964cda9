/**
 * Canonical JSON (RFC 8785): one text for one value, over which entries are hashed.
 *
 * Only the values of events can be written: texts without lone surrogates, safe integers, booleans, lists, records.
 *
 * ```ts
 * Canonical.text("é") // => "\"é\""
 * Canonical.isWellFormed("\ud800") // => false
 * new TextDecoder().decode(Canonical.bytes({ b: 1, a: 2 })) // => "{\"a\":2,\"b\":1}"
 * ```
 */
import { encoder } from "../value/Utf8.ts"
import { isRecord, sortedKeys } from "./PlainRecord.ts"

/** A value that has a canonical text. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

/**
 * Writes a value canonically: keys sorted by UTF-16 code units, no blanks. Throws a `TypeError` for a value
 * without a canonical text.
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
    return String(value)
  }
  if (value === null || typeof value === "boolean") return String(value)
  if (Array.isArray(value)) return list(value)
  if (isRecord(value)) return record(value)
  throw new TypeError(`no canonical text for a ${typeof value}`)
}

/** Returns the canonical text of a text, in quotes. Throws a `TypeError` for a lone surrogate. */
export const text = (value: string): string => {
  if (isPlain(value)) return `"${value}"`
  if (!isWellFormed(value)) throw new TypeError("no canonical text for a lone surrogate")
  return JSON.stringify(value)
}

/** Returns whether a text has no lone surrogates. */
export const isWellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value)

/** Returns the canonical text of a value as UTF-8 bytes. */
export const bytes = (value: unknown): Uint8Array => encoder.encode(stringify(value))

const list = (values: ReadonlyArray<unknown>): string => {
  let members = ""
  for (const value of values) members += `${members === "" ? "" : ","}${stringify(value)}`
  return `[${members}]`
}

const record = (value: Readonly<Record<string, unknown>>): string => {
  let members = ""
  for (const key of sortedKeys(value)) {
    const member = value[key]
    if (member !== undefined) members += `${members === "" ? "" : ","}${text(key)}:${stringify(member)}`
  }
  return `{${members}}`
}

// Nearly every text of a journal is ASCII without anything to escape, and then it is written as it is.
const isPlain = (value: string): boolean => /^[ !#-[\]-~]*$/.test(value)
