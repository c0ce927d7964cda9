/**
 * Why a value is rejected, as data from which messages in every language are made.
 *
 * ```ts
 * const read = History.read({ _tag: "EstimatePosted", line: { ...rent, account: "x" }, amounts: {} }, 1)
 * Result.isFailure(read) && read.failure._tag === "MalformedEvent" && read.failure.reason?.kind // => "account"
 * ```
 */

/** The kind of value that was expected, or what is wrong with the one that was found. */
export type ProblemKind =
  | "account"
  | "actor"
  | "amount"
  | "boolean"
  | "choice"
  | "code"
  | "dashRow"
  | "day"
  | "digest"
  | "entryId"
  | "event"
  | "fileName"
  | "finerThanPrinted"
  | "json"
  | "list"
  | "missing"
  | "month"
  | "negativeZero"
  | "noSuchDay"
  | "other"
  | "percentage"
  | "quantity"
  | "record"
  | "reference"
  | "string"
  | "text"
  | "time"
  | "unknownField"
  | "whole"
  | "year"
  | "years"

/** A kind of problem, with its values: the choices, the unknown event, or the amount and its form. */
export interface ProblemReason {
  readonly kind: ProblemKind
  readonly values?: ReadonlyArray<string>
}

/** Returns annotations of a check: what it expects in English, and the kind that other languages are derived from. */
export const expects = (
  kind: ProblemKind,
  expected: string,
): { readonly expected: string; readonly problemKind: ProblemKind } => ({ expected, problemKind: kind })
