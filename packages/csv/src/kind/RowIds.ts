/**
 * Ids of rows: SHA-256 over canonical JSON of the kind, the plan, the fields in canonical form, and the occurrence of the
 * row in the file. Writing a file in another dialect changes no id.
 */
import { Canonical, type Journal } from "@grootboek/core"
import * as Occurrence from "./Occurrence.ts"

/** Ids of the rows of one file. `fields` are canonical texts; a row that repeats gets another id. */
export interface RowIds {
  readonly row: (fields: ReadonlyArray<string>) => string
  readonly file: (...fields: ReadonlyArray<string>) => string
}

/** Starts the ids of one file. */
export const start = (kind: string, plan: string, sha256: Journal.Sha256): RowIds => {
  const count = Occurrence.counter()
  const start = Canonical.stringify([kind, plan]).slice(0, -1)
  const hash = (fields: ReadonlyArray<string>, occurrence: number): string => {
    // Fast path: nearly every row has nothing to escape.
    const isPlain = fields.length > 0 && !special.test(fields.join(" "))
    const list = isPlain ? `"${fields.join('","')}"` : fields.map(Canonical.text).join(",")
    return sha256(bytesOf(`${start}${list === "" ? "" : ","}${list},${occurrence}]`))
  }
  return {
    row: (fields) => {
      const id = hash(fields, 1)
      const occurrence = count(id)
      return occurrence === 1 ? id : hash(fields, occurrence)
    },
    file: (...fields) => sha256(encoder.encode(Canonical.stringify([kind, plan, ...fields]))),
  }
}

/** Matches characters that JSON escapes (quotes, backslashes, control characters) and lone surrogates. */
const special = /["\\\p{Cc}\p{Cs}]/u

const encoder = new TextEncoder()
const buffer = new Uint8Array(16_384)

// One buffer serves every row, because the hash function has read it when it returns.
const bytesOf = (text: string): Uint8Array =>
  text.length * 3 <= buffer.length
    ? buffer.subarray(0, encoder.encodeInto(text, buffer).written)
    : encoder.encode(text)
