/** A verification as JSON: the result, every finding by position, the laws and the norms. */
import { Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import * as VerifiedJournal from "../../view/VerifiedJournal.ts"
import type { Language } from "../../words/Language.ts"
import * as LawText from "../../words/LawText.ts"
import type * as WitnessText from "../../words/WitnessText.ts"
import { Check, check } from "./NormDocument.ts"

const Note = Schema.Struct({ position: Schema.Int, code: Schema.String, message: Schema.String })

const Finding = Schema.Struct({
  ...Note.fields,
  field: Schema.NullOr(Schema.String),
  offset: Schema.NullOr(Schema.Int),
  reason: Schema.NullOr(Schema.String),
})

const Disagreement = Schema.Struct({
  after: Schema.Int,
  until: Schema.Int,
  entry: Schema.NullOr(Schema.Int),
  export: Schema.NullOr(Schema.String),
})

/** The document of `verify --format json`. */
export const VerificationDocument = Schema.Struct({
  ok: Schema.Boolean,
  entries: Schema.Int,
  head: Schema.String,
  findings: Schema.Array(Finding),
  notes: Schema.Array(Note),
  witness: Schema.NullOr(
    Schema.Struct({
      signer: Schema.String,
      matching: Schema.Int,
      since: Schema.NullOr(Schema.String),
      until: Schema.Int,
      uncounted: Schema.Array(
        Schema.Struct({
          file: Schema.String,
          reason: Schema.Literals(["changed", "otherKey", "unreadable"]),
        }),
      ),
      disagreement: Schema.NullOr(Disagreement),
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
  description: "Hashes, laws and norms; ok is false when there are findings",
})

/** See {@link VerificationDocument:var}. */
export type VerificationDocument = typeof VerificationDocument.Type

/** Returns the document of a verification; its messages are in a language. */
export const of = (
  verification: VerifiedJournal.VerifiedJournal,
  language: Language,
): VerificationDocument => ({
  ok: VerifiedJournal.ok(verification),
  entries: verification.entries,
  head: verification.head,
  findings: VerifiedJournal.findings(verification, language).map(({ message, at, file, ...found }) =>
    Fields.of(Finding.fields, {
      ...found,
      message: file === undefined ? message : `${file}: ${message}`,
      field: at?.field,
      offset: at?.offset,
    }),
  ),
  notes: VerifiedJournal.remarks(verification, language).map((note) => Fields.of(Note.fields, note)),
  witness:
    verification.witness === undefined
      ? null
      : {
          ...verification.witness,
          since: verification.witness.since ?? null,
          disagreement: disagreementOf(verification.witness),
        },
  laws: (verification.laws ?? []).map(({ law, comparisons, breaches }) => ({
    law,
    comparisons,
    breaches: breaches.map(({ position, what, difference }) => ({
      position,
      what: LawText.compared(what, "en"),
      difference: Money.format(difference),
    })),
  })),
  norms: verification.norms.map(check),
})

const disagreementOf = ({ disagreement }: WitnessText.Witness) =>
  disagreement === undefined ? null : Fields.of(Disagreement.fields, disagreement)
