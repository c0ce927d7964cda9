/** The functions of an open ledger, listed once for Promises and for Effects. */
import type { Decision, FormId, Journal, RowOf } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import type { Answers, StatementAnswer } from "./Answer.ts"
import type { Calling, Later, Pieces } from "./Calling.ts"
import type * as Following from "./Following.ts"
import type * as Questions from "./Questions.ts"
import type * as Recording from "./Recording.ts"

/** A cell to explain: `row` is a code that is unique in the form, or `SECTION/CODE`. */
export interface ExplainedCell<F extends FormId> {
  readonly form: F
  readonly row: RowOf<F>
  readonly year: number
}

/** The functions of an open ledger. */
export interface LedgerFunctions<C extends Calling> {
  /** Returns the position of the last entry; 0 for an empty journal. */
  readonly position: () => Later<C, number>
  /**
   * Records requests, all of them or none: reads the new entries, decides, appends, and decides again when another
   * program wrote in between. A request that is recorded already, by its id, is not recorded again.
   */
  readonly record: (
    requests: Iterable<Decision.Request>,
    options: Recording.RecordOptions,
  ) => Later<C, Recording.RecordResult>
  /** Imports a CSV or XLSX file, all of it or nothing. Importing it again changes nothing. */
  readonly import: (
    kind: Layout.ImportKind,
    file: Recording.ImportFile,
    options: Recording.ImportOptions,
  ) => Later<C, Recording.RecordResult>
  /** Fills in a form (schema), such as `M2`. Amounts are exact, in euro; `printed` figures follow the form's rounding. */
  readonly statement: <F extends FormId>(
    form: F,
    options?: Questions.AskOptions,
  ) => Later<C, StatementAnswer<F>>
  /** Explains a cell: the postings that sum to it, each with its entry, rule and source line. */
  readonly explain: <F extends FormId>(
    cell: ExplainedCell<F>,
    options?: Questions.AskOptions,
  ) => Later<C, Answers["explain"]>
  /** Compares two moments: the cells that changed, each with its causes. `to` is the end by default. */
  readonly diff: (compared: Questions.ComparedMoments) => Later<C, Answers["diff"]>
  /** Compares a published table with the ledger, figure by figure. */
  readonly reconcile: (
    form: FormId,
    file: Recording.ImportFile,
    options?: Questions.AskOptions,
  ) => Later<C, Answers["reconcile"]>
  /**
   * Reads every entry again and checks it, then the laws and the norms; `ok` is false for a finding, a broken law or a
   * required norm that is missed.
   */
  readonly check: () => Later<C, Answers["verify"]>
  /** Reports on the progress of a year (opvolgingsrapportering). */
  readonly followUp: (year: number, options?: Questions.FollowUpOptions) => Later<C, Answers["follow-up"]>
  /** Writes the policy report (beleidsrapport) as HTML, DOCX or Markdown. Needs the package `@grootboek/policy-report`. */
  readonly policyReport: (options?: Questions.PolicyReportOptions) => Later<C, Uint8Array>
  /** Returns the journal as an export, in pieces: `await writeFile("journal.ndjson", ledger.export())`. */
  readonly export: () => Pieces<C, Uint8Array>
  /** Returns the entries after a position, and then every new one, until the loop ends. */
  readonly follow: (options?: Following.FollowOptions) => Pieces<C, Journal.Entry>
  /** Computes a read model from all entries, and keeps it up to date. */
  readonly project: <State>(
    name: string,
    options: Following.ProjectOptions<State>,
  ) => Later<C, Following.Projection<C, State>>
}
