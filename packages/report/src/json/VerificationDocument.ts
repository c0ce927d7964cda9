/** A verification as JSON: whether all that binds holds, every finding by position, and the norms. */
import * as Schema from "effect/Schema"
import type { Language } from "../Language.ts"
import * as Verification from "../Verification.ts"
import { Check, check } from "./NormDocument.ts"

/** What `verify --format json` prints. */
export const Document = Schema.Struct({
  ok: Schema.Boolean,
  entries: Schema.Int,
  head: Schema.String,
  findings: Schema.Array(
    Schema.Struct({ position: Schema.Int, code: Schema.String, message: Schema.String }),
  ),
  norms: Schema.Array(Check),
}).annotate({
  identifier: "VerificationDocument",
  description: "Hashes, laws and norms; findings are what makes it not ok",
})

/** See {@link Document:var}. */
export type Document = typeof Document.Type

/** The document of a verification; its messages are in a language. */
export const of = (verification: Verification.Verification, language: Language): Document => ({
  ok: Verification.ok(verification),
  entries: verification.entries,
  head: verification.head,
  findings: Verification.findings(verification, language).map(({ position, code, message }) => ({
    position,
    code,
    message,
  })),
  norms: verification.norms.map(check),
})
