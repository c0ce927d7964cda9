/** Answers that serialise: `JSON.stringify` gives the published document, with its schema and version. */
import type { Diff, Explain, FormId, RowOf, Statement, Year } from "@grootboek/core"
import type { FollowUp, Reconcile } from "@grootboek/core/answer"
import { type Json, JsonSchema, type VerifiedJournal } from "@grootboek/report"

/** A value with the document that it serialises to. Amounts in the value are `Money`; in the document they are text. */
export type LedgerAnswer<A, Document> = A & {
  /** Returns the document that `JSON.stringify` writes. */
  readonly toJSON: () => Document & { readonly $schema: string }
}

/** A form filled in; `cell` finds a figure by its row and year. */
export interface StatementCells<F extends FormId = FormId> extends Statement.Statement {
  readonly form: F
  /**
   * Returns a cell by the address of its row: a code that is unique in the form, or `SECTION/CODE`. A row that the form
   * does not have does not compile, and throws a `GrootboekError` at run time, as an unknown year does.
   */
  readonly cell: (row: RowOf<F>, year: Year.Year) => Statement.StatementCell
}

/** A form filled in, which serialises to its published document. */
export type StatementAnswer<F extends FormId = FormId> = LedgerAnswer<
  StatementCells<F>,
  ReturnType<typeof Json.statement>
>

/** An answer about one form of the plan. */
export type OfForm<A> = A & { readonly form: FormId }

/** A verified ledger; `ok` is false for a broken law or a required norm that is missed. */
export interface LedgerVerification extends VerifiedJournal.VerifiedJournal {
  readonly ok: boolean
}

/** What was recorded. */
export interface RecordedEntries {
  /** The positions of the new entries, with those that rules of the plan added; none when all requests were known. */
  readonly written: ReadonlyArray<number>
  /** The ids of requests that the journal had already. */
  readonly known: ReadonlyArray<string>
  /** The ids of known ones whose declaration or rule a later entry replaced: they do not hold any more. */
  readonly replaced: ReadonlyArray<string>
  /** The last position of the journal. */
  readonly position: number
}

/** The answer of every question and of recording, by the name of its published schema. */
export interface Answers {
  readonly statement: StatementAnswer
  readonly explain: LedgerAnswer<OfForm<Explain.Explanation>, ReturnType<typeof Json.explanation>>
  readonly diff: LedgerAnswer<Diff.Difference, ReturnType<typeof Json.difference>>
  readonly reconcile: LedgerAnswer<OfForm<Reconcile.Reconciliation>, ReturnType<typeof Json.reconciliation>>
  readonly verify: LedgerAnswer<LedgerVerification, ReturnType<typeof Json.verification>>
  readonly "follow-up": LedgerAnswer<FollowUp.FollowUp, ReturnType<typeof Json.followUp>>
  readonly record: LedgerAnswer<RecordedEntries, Json.RecordDocument>
}

/** Returns an answer. */
export const of = <A extends object, Document extends object>(
  value: A,
  name: keyof Answers,
  document: () => Document,
): LedgerAnswer<A, Document> => ({
  ...value,
  toJSON: () => ({ $schema: `urn:grootboek:${name}:${JsonSchema.version}`, ...document() }),
})
