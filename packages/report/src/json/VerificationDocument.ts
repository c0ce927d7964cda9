/** A verification as JSON: whether all that binds holds, every finding by position, and the norms. */
import { Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import type { Language } from "../Language.ts"
import * as Verification from "../Verification.ts"
import { Exact } from "./Decimal.ts"
import { Check, check } from "./NormDocument.ts"

/** What `verify --format json` prints. */
export const Document = Schema.Struct({
  ok: Schema.Boolean,
  entries: Schema.Int,
  head: Schema.String,
  findings: Schema.Array(
    Schema.Struct({
      position: Schema.Int,
      code: Schema.String,
      message: Schema.String,
      field: Schema.NullOr(Schema.String),
      offset: Schema.NullOr(Schema.Int),
    }),
  ),
  laws: Schema.Array(
    Schema.Struct({
      law: Schema.String,
      comparisons: Schema.Int,
      breaches: Schema.Array(Schema.Struct({ position: Schema.Int, what: Schema.String, difference: Exact })),
    }),
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
  findings: Verification.findings(verification, language).map(({ position, code, message, at }) => ({
    position,
    code,
    message,
    field: at?.field ?? null,
    offset: at?.offset ?? null,
  })),
  laws: (verification.laws ?? []).map(({ law, comparisons, breaches }) => ({
    law,
    comparisons,
    breaches: breaches.map(({ position, what, difference }) => ({
      position,
      what,
      difference: Money.format(difference),
    })),
  })),
  norms: verification.norms.map(check),
})
