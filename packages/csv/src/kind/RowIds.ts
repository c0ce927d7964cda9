/**
 * Ids of rows: SHA-256 over the plan, the content of the row and its occurrence in the file.
 *
 * The content is the event in canonical bytes with normalised texts, so that writing a file in another dialect changes
 * no id. Ids of version 1 are made by `FormerIds`.
 */
import type { Journal } from "@grootboek/core"
import * as Occurrence from "./Occurrence.ts"

/** Returns the id of a row with this content. A row that repeats gets another id. */
export type RowIds = (content: Uint8Array) => string

export const start = (plan: string, sha256: Journal.Sha256): RowIds => {
  const count = Occurrence.counter()
  const prefix = encoder.encode(`grootboek/row${String.fromCharCode(version)}${plan}\n`)
  let buffer = new Uint8Array(4_096)
  buffer.set(prefix)
  // One buffer serves every row, because the hash function has read it when it returns.
  const hash = (content: Uint8Array, occurrence: number): string => {
    const suffix = `#${occurrence}`
    const end = prefix.length + content.length
    if (end + suffix.length > buffer.length) {
      buffer = new Uint8Array((end + suffix.length) * 2)
      buffer.set(prefix)
    }
    buffer.set(content, prefix.length)
    for (let at = 0; at < suffix.length; at++) buffer[end + at] = suffix.charCodeAt(at)
    return sha256(buffer.subarray(0, end + suffix.length))
  }
  return (content) => {
    const first = hash(content, 1)
    const occurrence = count(first)
    return `${version}:${occurrence === 1 ? first : hash(content, occurrence)}`
  }
}

/** The version of ids, which begins each of them. Ids of version 1 are 64 hexadecimal digits. */
export const version = 2

const encoder = new TextEncoder()
