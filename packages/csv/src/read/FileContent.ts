/** What a file says: requests, faults, notes, control totals, and the accounts of its lines. */
import type { Delimited } from "@grootboek/cells"
import type { Decision, Journal, Money } from "@grootboek/core"
import type * as Dialect from "../text/Dialect.ts"
import type { Encoding } from "../text/Encoding.ts"
import type { Fault } from "../fault/Fault.ts"
import type { AdjustmentFacts } from "../kind/RowInterpreter.ts"
import type { Kind } from "../header/Layout.ts"
import type { Mapping } from "../header/Mapping.ts"
import type { Note } from "../fault/Note.ts"
import type { Format } from "../cell/Numbers.ts"

/** What the caller knows or declares. Whatever is left out is detected. */
export interface Options {
  /** The hash function for the ids of rows. */
  readonly sha256: Journal.Sha256
  /** The label of the plan as first adopted; for an adjustment its own label. */
  readonly plan: string
  readonly encoding?: Encoding
  readonly delimiter?: Delimited.Delimiter
  readonly numbers?: Format
  /** Decimals (0 to 6) to round every amount to, half away from zero. */
  readonly round?: number
  readonly mapping?: Mapping
  /** What an adjustment's file does not hold. */
  readonly adjustment?: AdjustmentFacts | undefined
}

/** A control total: what the accepted rows sum to. */
export interface Total {
  readonly direction: "O" | "U" | "debt"
  readonly year: number
  readonly amount: Money.Money
}

/** The accounts of a file: `lines` is the sum of the four below it, `rows` of the two below that. */
export interface Counts {
  readonly lines: number
  readonly headerLines: number
  readonly acceptedLines: number
  readonly rejectedLines: number
  readonly blankLines: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
}

/** Everything that a file says. With any fault, nothing of it may be written. */
export interface Reading {
  readonly kind: Kind
  /** Which of its tables, for structure: `goals`, `policyItems`, `sectors`, `accounts`. */
  readonly table: string
  readonly dialect: Dialect.Dialect
  /** Which column was read as what, for `--show-mapping`. */
  readonly mapping: Mapping
  readonly requests: ReadonlyArray<Decision.Request>
  readonly faults: ReadonlyArray<Fault>
  readonly notes: ReadonlyArray<Note>
  readonly totals: ReadonlyArray<Total>
  readonly counts: Counts
}

/** What a piece of a file gave. */
export interface Batch {
  readonly requests: ReadonlyArray<Decision.Request>
  readonly faults: ReadonlyArray<Fault>
}
