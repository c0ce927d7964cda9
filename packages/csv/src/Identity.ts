/**
 * The id of a row: SHA-256 over canonical JSON of its kind, its plan, its fields in canonical form, and how often the
 * same row stood above it in the file. A file that is only written otherwise has the same rows.
 */
import type { Journal } from "@grootboek/core"
import * as Occurrence from "./Occurrence.ts"

/** Names rows. `fields` are canonical texts; the answer differs for rows that repeat. */
export interface Names {
  readonly row: (fields: ReadonlyArray<string>) => string
  readonly file: (...fields: ReadonlyArray<string>) => string
}

/** Names the rows of one file. */
export const names = (kind: string, plan: string, sha256: Journal.Sha256): Names => {
  const count = Occurrence.counter()
  // A list of sound texts and whole numbers: JSON as JavaScript writes it is canonical.
  const hash = (values: ReadonlyArray<string | number>): string =>
    sha256(encoder.encode(JSON.stringify(values)))
  return {
    row: (fields) => {
      const id = hash([kind, plan, ...fields, 1])
      const occurrence = count(id)
      return occurrence === 1 ? id : hash([kind, plan, ...fields, occurrence])
    },
    file: (...fields) => hash([kind, plan, ...fields]),
  }
}

const encoder = new TextEncoder()
