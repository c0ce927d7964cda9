/** A finding of verification: where a journal or its export is wrong, and a message. */
import type { Damage } from "./Journal.ts"

/** A finding: its entry, the field, and the offset of the field in the entry's body or in an export's file. */
export interface Finding {
  readonly code: Code
  readonly position: number
  readonly field: string
  readonly offset: number
  readonly message: string
}

/** The codes of findings. */
export type Code =
  | Damage["_tag"]
  /** The bytes are not canonical JSON, so they could be read in two ways. */
  | "NotCanonical"
  /** Two entries have the same id. */
  | "IdReused"
  /** The index of the store does not have the entry's id, so a retry would be written again. */
  | "IdNotFound"
  /** A line of an export is not an entry. */
  | "MalformedLine"
  /** The export ends in the middle of a line. */
  | "CutLine"
  /** The export has no last line with its totals: entries at the end may be missing. */
  | "TrailerMissing"
  /** The last line of the export does not match its entries. */
  | "TrailerMismatch"
  /** There are lines after the last line of the export. */
  | "AfterTrailer"
  /** The journal is shorter than a signed checkpoint says. */
  | "BeforeCheckpoint"
  /** The history of the journal differs from the one in a signed checkpoint. */
  | "CheckpointMismatch"

/** Returns the byte at which a field begins in canonical JSON; 0 if it is missing. A path such as `event.amounts.2026` is followed step by step. */
export const offsetOf = (body: Uint8Array, field: string): number => {
  let offset = 0
  for (const name of field.split(".")) {
    const next = indexOf(body, encoder.encode(`"${name}":`), offset)
    if (next === -1) return offset
    offset = next
  }
  return offset
}

const encoder = new TextEncoder()

const indexOf = (bytes: Uint8Array, wanted: Uint8Array, from: number): number => {
  for (let at = from; at <= bytes.length - wanted.length; at++)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at
  return -1
}
