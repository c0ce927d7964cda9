/**
 * Ids of rows as version 1 made them, so that a file is recognised in an earlier ledger.
 *
 * They are SHA-256 over canonical JSON of the kind, the plan, the fields as written, and the occurrence of the row.
 */
import { Canonical, Content, type Journal } from "@grootboek/core"
import * as Occurrence from "./Occurrence.ts"

/** The fields of a row in the order of version 1: texts, and values that it wrote as canonical JSON. */
export type FormerFields = ReadonlyArray<unknown>

/** Returns the former ids of a row, or of a file that is one request: one for each likely spelling of its texts. */
export interface FormerIds {
  readonly row: (fields: FormerFields) => ReadonlyArray<string>
  readonly file: (fields: FormerFields) => ReadonlyArray<string>
}

/** What former ids depend on, besides the fields. */
export interface FormerOptions {
  readonly kind: string
  readonly plan: string
  readonly sha256: Journal.Sha256
}

export const start = ({ kind, plan, sha256 }: FormerOptions): FormerIds => {
  const hash = (fields: FormerFields): string => sha256(Canonical.bytes([kind, plan, ...fields]))
  const rowIds = () => {
    const count = Occurrence.counter()
    return (fields: FormerFields): string => {
      const first = hash([...fields, 1])
      const occurrence = count(first)
      return occurrence === 1 ? first : hash([...fields, occurrence])
    }
  }
  // Each spelling has its own counter: version 1 took rows that differ only in blanks for different rows.
  const counters = spellings.map((spell) => ({ spell, rowId: rowIds() }))
  return {
    row: (fields) => distinct(counters.map(({ spell, rowId }) => rowId(texts(fields.map(spell))))),
    file: (fields) => distinct(spellings.map((spell) => hash(texts(fields.map(spell))))),
  }
}

// Version 1 hashed a text as its file spelled it. The same file may spell it otherwise today: these spellings are tried.
const spellings: ReadonlyArray<(field: unknown) => unknown> = [
  (field) => field,
  (field) => Content.of(field, (text) => text.normalize("NFC").replace(/[^\S\n\t]/gu, " ")),
  (field) => Content.of(field),
]

/** Returns whether an id was made by version 1. */
export const isFormer = (id: string): boolean => /^[0-9a-f]{64}$/.test(id)

const texts = (fields: FormerFields): ReadonlyArray<string> =>
  fields.map((field) => (typeof field === "string" ? field : Canonical.stringify(field)))

const distinct = (ids: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(ids)]
