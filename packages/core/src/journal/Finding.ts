/**
 * Findings of verification: where a journal or its export is wrong, with facts from which messages are made.
 *
 * ```ts
 * Finding.offsetOf(sealedEntry.body, "position") > 0 // => true
 * const gap = { _tag: "PositionGap", expected: 2, claimed: 3 } as const
 * Finding.of(gap, { position: 2, field: "position", offset: 0 }).code // => "PositionGap"
 * ```
 */
import type { ProblemReason } from "../value/Problem.ts"
import { encoder } from "../value/Utf8.ts"
import type { InvalidReason } from "./InvalidReason.ts"

export type { InvalidReason } from "./InvalidReason.ts"

/** A finding: its entry, the field, and the offset of the field in bytes, in the entry's body or in an export's file. */
export interface Finding extends Where {
  readonly code: Code
  readonly facts: FindingFacts
}

/** Where a finding is. */
export interface Where {
  readonly position: number
  readonly field: string
  readonly offset: number
}

/** What is wrong. `line` is a line of an export. */
export type FindingFacts =
  /** The entry does not have the expected position, or its body states another one. */
  | { readonly _tag: "PositionGap"; readonly expected: number; readonly claimed: number }
  | { readonly _tag: "HashMismatch"; readonly computed: string; readonly stored: string }
  | { readonly _tag: "BrokenChain"; readonly previous: string; readonly expected: string }
  | { readonly _tag: "TimeWentBack"; readonly time: string; readonly previous: string }
  | {
      readonly _tag: "MalformedEntry"
      readonly field: string
      readonly problem: string
      readonly reason?: ProblemReason | undefined
    }
  | { readonly _tag: "UnknownEvent"; readonly kind: string; readonly version: number }
  /** The entry matches its hash, but its content is not valid. */
  | { readonly _tag: "InvalidEntry"; readonly reason: InvalidReason }
  /** Two entries have the same id. */
  | { readonly _tag: "IdReused"; readonly id: string; readonly earlier: number }
  /** The index of the store does not have the entry's id, so a retry would be written again. */
  | { readonly _tag: "IdNotFound" }
  /** The line ends of an export were changed, as text programs and mail do. Its entries are checked without them. */
  | { readonly _tag: "LineEndsChanged"; readonly marks: ReadonlyArray<LineEndMark> }
  /** A line of an export is not an entry. */
  | { readonly _tag: "MalformedLine"; readonly line: number }
  /** A line of an export is longer than any entry. It is not read; `length` is in bytes. */
  | {
      readonly _tag: "LineTooLong"
      readonly line: number
      readonly length: number
      readonly most: number
    }
  /** The export ends in the middle of a line. */
  | { readonly _tag: "CutLine"; readonly line: number }
  /** The export has no last line with its totals: entries at the end may be missing. */
  | { readonly _tag: "TrailerMissing"; readonly last: number }
  /** The last line of the export does not match its entries. */
  | {
      readonly _tag: "TrailerMismatch"
      readonly entries: number
      readonly head: string
      readonly last: number
      readonly hash: string
    }
  /** There are lines after the last line of the export. */
  | { readonly _tag: "AfterTrailer"; readonly line: number }
  /** The journal is shorter than a signed checkpoint states. */
  | { readonly _tag: "BeforeCheckpoint"; readonly entries: number; readonly last: number }
  /** The history of the journal differs from the one in a signed checkpoint. */
  | {
      readonly _tag: "CheckpointMismatch"
      readonly entries: number
      readonly hash: string
      readonly signed: string
    }
  /** The checkpoint was signed for another ledger. */
  | { readonly _tag: "OtherOrigin"; readonly origin: string; readonly expected: string }

/** How a text program changed an export: carriage returns, a byte order mark, blank lines at the end. */
export type LineEndMark = "carriageReturns" | "byteOrderMark" | "blankEnd"

/** The code of a finding. */
export type Code = FindingFacts["_tag"]

/** Returns a finding. */
export const of = (facts: FindingFacts, { position, field, offset }: Where): Finding => ({
  code: facts._tag,
  position,
  field,
  offset,
  facts,
})

/**
 * Returns the byte at which a field begins in canonical JSON; 0 if it is missing. A path such as `event.amounts.2026` is followed
 * step by step, up to the last field that exists.
 */
export const offsetOf = (body: Uint8Array, field: string): number => {
  let offset = 0
  for (const name of field.split(".")) {
    const next = indexOf(body, encoder.encode(`"${name}":`), offset)
    if (next === -1) return offset
    offset = next
  }
  return offset
}

const indexOf = (bytes: Uint8Array, wanted: Uint8Array, from: number): number => {
  for (let at = from; at <= bytes.length - wanted.length; at++)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at
  return -1
}
