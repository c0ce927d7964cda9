/** From an answer to what is printed: every format of every answer, by the report package. */
import type { Diff, Explain, Journal, Reconcile, Statement } from "@grootboek/core"
import { Fault } from "@grootboek/csv"
import { type Imported, Json, Verification } from "@grootboek/report"
import * as Effect from "effect/Effect"
import type { Failure } from "./Failure.ts"
import type { Both, Language } from "./Language.ts"

const text = (value: unknown): string => Json.print(value)

/** A statement. */
export const statement = (
  filled: Statement.Statement,
  _format: string,
  _language: Language,
): Effect.Effect<string | Uint8Array, Failure> => Effect.succeed(Json.print(Json.statement(filled)))

/** An explanation. */
export const explanation = (explained: Explain.Explanation, _format: string, _language: Language): string =>
  text(Json.explanation(explained))

/** A difference. */
export const difference = (found: Diff.Difference, _format: string, _language: Language): string =>
  text(Json.difference(found))

/** Entries. */
export const log = (entries: ReadonlyArray<Journal.Entry>, _format: string, _language: Language): string =>
  text(Json.log(entries))

/** A verification. */
export const verification = (found: Verification.Verification, _format: string, language: Language): string =>
  text(Json.verification(found, language))

/** Whether a verification found nothing that binds. */
export const isSound = Verification.ok

/** A reconciliation. */
export const reconciliation = (
  found: Reconcile.Reconciliation,
  file: string,
  _format: string,
  language: Language,
): string => text(Json.reconciliation(found, file, language))

/** The outcome of an import. */
export const imported = (outcome: Imported.Imported, _format: string, language: Language): string => {
  void language
  return text(Json.imported(outcome))
}

/** A fault of a file, as a line of a failure. */
export const fault = (found: Fault.Fault): Both => ({
  en: Fault.message(found, "en"),
  nl: Fault.message(found, "nl"),
})
