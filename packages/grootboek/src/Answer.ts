/** Answers that serialise: `JSON.stringify` gives the published document, with its schema and version. */
import { JsonSchema } from "@grootboek/report"

/** The names of the published schemas of answers. */
export type AnswerName = "statement" | "explain" | "diff" | "reconcile" | "verify" | "follow-up"

/** A value with the document that it serialises to. Amounts in the value are `Money`; in the document they are text. */
export type LedgerAnswer<A, Document> = A & {
  /** Returns the document that `JSON.stringify` writes. */
  readonly toJSON: () => Document & { readonly $schema: string }
}

/** Returns an answer. */
export const of = <A extends object, Document extends object>(
  value: A,
  name: AnswerName,
  document: () => Document,
): LedgerAnswer<A, Document> => ({
  ...value,
  toJSON: () => ({ $schema: `urn:grootboek:${name}:${JsonSchema.version}`, ...document() }),
})
