/** The functions of an open ledger, listed once for Promises and for Effects. */
import type { Decision, FormId, Journal, RowOf } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import type { Answers, StatementAnswer } from "./Answer.ts"
import type { AskOptions } from "./Asking.ts"
import type { Calling, Later, Pieces } from "./Calling.ts"
import type * as Following from "./Following.ts"
import type * as ImportedFile from "./ImportedFile.ts"
import type * as Questions from "./Questions.ts"
import type * as Recording from "./Recording.ts"

/** A cell to explain: `row` is a code that is unique in the form, or `SECTION/CODE`. */
export interface ExplainedCell<F extends FormId> {
  readonly form: F
  readonly row: RowOf<F>
  readonly year: number
}

/**
 * The functions of an open ledger.
 *
 * ```ts
 * const budget = await open(await Effect.runPromise(MemoryStore.make(sha256)), { ledger: "demo" })
 * const { written } = await budget.record(requests, { actor: "demo" })
 * written.length // => 9
 * await budget.position() // => 9
 * const lines = "direction;policy item;account;2026\nU;0101;6160000;75.00\n"
 * const file = { name: "lines.csv", bytes: new TextEncoder().encode(lines) }
 * const columns = { direction: "direction", policyItem: "policy item", account: "account" }
 * const imported = await budget.import("lines", file, { actor: "demo", mapping: { columns } })
 * imported.position // => 10
 * const m2 = await budget.statement("M2", { at: 9 })
 * Money.format(m2.cell("Budgettair resultaat/VII", 2026).exact) // => "100.00"
 * const { postings } = await budget.explain({ form: "M2", row: "Budgettair resultaat/VII", year: 2026 })
 * Money.format(Money.sum(postings.map(({ amount }) => amount))) // => "25.00"
 * const { cells } = await budget.diff({ from: 9, to: 10, forms: ["M2"] })
 * cells.find(({ code, year }) => code === "VII" && year === 2026)?.causes.length // => 1
 * const table = new TextEncoder().encode("section;code;2026\nBudgettair resultaat;VII;25\n")
 * (await budget.reconcile("M2", { name: "m2.csv", bytes: table })).counts.equal // => 1
 * (await budget.check()).entries // => 10
 * (await budget.followUp(2026)).plan // => "2026/1"
 * new TextDecoder().decode(await budget.policyReport({ format: "md" })).startsWith("#") // => true
 * const bytes = []
 * for await (const piece of budget.export()) bytes.push(...piece)
 * const copy = await open(new Uint8Array(bytes))
 * await copy.position() // => 10
 * const kinds = await budget.project("kinds", { initial: 0, on: (count) => count + 1 })
 * (await kinds.current()).state // => 10
 * for await (const { position } of budget.follow({ from: 9 })) {
 *   if (position === 10) break
 * }
 * await budget.close()
 * ```
 */
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
  /** Imports a CSV file or a spreadsheet (`.xlsx`, `.xlsm`, `.ods`), all of it or nothing. Importing it again changes nothing. */
  readonly import: (
    kind: Layout.ImportKind,
    file: ImportedFile.ImportFile,
    options: Recording.ImportOptions,
  ) => Later<C, Recording.RecordResult>
  /** Fills in a form (schema), such as `M2`. Amounts are exact, in euro; `printed` figures follow the form's rounding. */
  readonly statement: <F extends FormId>(
    form: F,
    options?: Questions.StatementOptions,
  ) => Later<C, StatementAnswer<F>>
  /** Explains a cell: the postings that sum to it, each with its entry, rule and source line. */
  readonly explain: <F extends FormId>(
    cell: ExplainedCell<F>,
    options?: AskOptions,
  ) => Later<C, Answers["explain"]>
  /** Compares two moments: the cells that changed, each with its causes. `to` is the end by default. */
  readonly diff: (compared: Questions.ComparedMoments) => Later<C, Answers["diff"]>
  /** Compares a published table with the ledger, figure by figure. */
  readonly reconcile: (
    form: FormId,
    file: ImportedFile.ImportFile,
    options?: AskOptions,
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
