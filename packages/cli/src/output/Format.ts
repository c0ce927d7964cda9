/** Explanations, verifications, imports and reconciliations as JSON for programs, and as text for people. */
import type { Explain } from "@grootboek/core"
import type { Consistency, Reconcile } from "@grootboek/core/answer"
import { Fault } from "@grootboek/csv"
import { type Imported, Json, Text, type VerifiedJournal } from "@grootboek/report"
import { type Both, both, type Language } from "../words/Language.ts"
import * as Terminal from "./Terminal.ts"

export interface OutputFormat<F extends string> {
  readonly format: F
  readonly language: Language
}

/** The formats of most answers. */
export const textFormats = ["text", "json"] as const

type TextOrJson = OutputFormat<(typeof textFormats)[number]>

export const explanation = (explained: Explain.Explanation, { format, language }: TextOrJson): string => {
  return format === "json"
    ? Json.print(Json.explanation(explained, language))
    : Text.explanation(explained, Terminal.page(language))
}

export const verification = (
  found: VerifiedJournal.VerifiedJournal,
  { format, language }: TextOrJson,
): string =>
  format === "json"
    ? Json.print(Json.verification(found, language))
    : Text.verification(found, Terminal.page(language))

export const reconciliation = (
  found: Reconcile.Reconciliation,
  file: string,
  { format, language }: TextOrJson,
): string =>
  format === "json"
    ? Json.print(Json.reconciliation(found, file, language))
    : Text.reconciliation(found, file, Terminal.list(language))

/** Formats the consistency of published tables, with the proof if there is one, and the report with unprinted rows at zero. */
export const consistency = (
  report: Consistency.ConsistencyReport,
  {
    proof,
    withZeros,
  }: {
    readonly proof: Parameters<typeof Json.consistency>[1]
    readonly withZeros: Consistency.ConsistencyReport | undefined
  },
  { format, language }: TextOrJson,
): string =>
  format === "json"
    ? Json.print(Json.consistency(report, proof, withZeros))
    : Text.consistency(report, proof, Terminal.list(language), withZeros)

export const isAccepted = (
  report: Consistency.ConsistencyReport,
  proof: Parameters<typeof Json.consistency>[1],
): boolean => Json.consistency(report, proof).ok

/** Formats the outcome of an import, in pieces: it may have millions of findings. */
export const imported = (outcome: Imported.Imported, { format, language }: TextOrJson): Iterable<string> =>
  format === "json"
    ? grouped(Json.importedPieces(outcome))
    : [Text.imported(outcome, Terminal.list(language))]

// A write for each finding would take longer than the import.
function* grouped(pieces: Iterable<string>): Generator<string> {
  let text = ""
  for (const piece of pieces) {
    text += piece
    if (text.length < 1 << 16) continue
    yield text
    text = ""
  }
  yield text
}

export const fault = (found: Fault.Fault): Both => both(Fault.message, found)
