/**
 * The id of a row: SHA-256 over canonical JSON of its kind, its plan, its fields in canonical form, and how often the
 * same row stood above it in the file. A file that is only written otherwise has the same rows.
 */
import { Canonical, type Journal } from "@grootboek/core"
import * as Occurrence from "./Occurrence.ts"

/** Names rows. `fields` are canonical texts; the answer differs for rows that repeat. */
export interface Names {
  readonly row: (fields: ReadonlyArray<string>) => string
  readonly file: (...fields: ReadonlyArray<string>) => string
}

/** Names the rows of one file. */
export const names = (kind: string, plan: string, sha256: Journal.Sha256): Names => {
  const count = Occurrence.counter()
  const start = Canonical.stringify([kind, plan]).slice(0, -1)
  const hash = (fields: ReadonlyArray<string>, occurrence: number): string => {
    // Nearly every row is written as it is: one look at all of its fields.
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

/** What JSON escapes (quotes, backslashes, control characters), and what has no canonical text. */
const special = /["\\\p{Cc}\p{Cs}]/u

const encoder = new TextEncoder()
const room = new Uint8Array(16_384)

// The hash function has read the bytes when it answers, so that one room serves every row.
const bytesOf = (text: string): Uint8Array =>
  text.length * 3 <= room.length
    ? room.subarray(0, encoder.encodeInto(text, room).written)
    : encoder.encode(text)
