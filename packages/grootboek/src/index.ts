/**
 * A budget ledger for Flemish local authorities, for programs that embed it: about ten functions that return Promises.
 *
 * ```ts
 * import { open } from "grootboek"
 *
 * const ledger = await open("plan.db")
 * const m2 = await ledger.statement("M2", { at: "plan:2026/0" })
 * console.log(m2.cell("Autofinancieringsmarge/III", 2031).exact)
 * await ledger.close()
 * ```
 *
 * `grootboek/effect` has the same functions as Effects. The modules of the engine are exported here too.
 */
import type { Decision, Explain, FormId, Journal } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Answers } from "./Answer.ts"
import * as EffectApi from "./effect.ts"
import type { EffectLedger } from "./EffectLedger.ts"
import type * as Following from "./Following.ts"
import type { GrootboekError } from "./GrootboekError.ts"
import type * as Questions from "./Questions.ts"
import type * as Recording from "./Recording.ts"
import type * as Target from "./Target.ts"

export * from "@grootboek/core"
export type { Answers, LedgerVerification, LedgerAnswer, StatementCells } from "./Answer.ts"
export type { FollowOptions, ProjectOptions, ReadModel } from "./Following.ts"
export { type ErrorFacts, GrootboekError, type RefusedId } from "./GrootboekError.ts"
export type { AskOptions, ComparedMoments, FollowUpOptions } from "./Questions.ts"
export type { ImportFile, ImportOptions, Recorded, RecordOptions } from "./Recording.ts"
export type { OpenOptions, Target } from "./Target.ts"

/** A read model that is kept up to date. */
export interface PromisedProjection<State> {
  readonly name: string
  /** Reads the new entries and returns the read model. Save it, and pass it as `from` to continue. */
  readonly current: () => Promise<Following.ReadModel<State>>
  /** Returns the read model now and after every change. */
  readonly changes: () => AsyncIterable<Following.ReadModel<State>>
}

/** An open ledger. Every function rejects with a `GrootboekError`. */
export interface OpenLedger {
  /** Returns the position of the last entry. */
  readonly position: () => Promise<number>
  /**
   * Records requests, all of them or none: reads the new entries, decides, appends, and decides again when another
   * program wrote in between. A request that is recorded already, by its id, is not recorded again.
   */
  readonly record: (
    requests: Iterable<Decision.Request>,
    options: Recording.RecordOptions,
  ) => Promise<Recording.Recorded>
  /** Imports a CSV or XLSX file, all of it or nothing. Importing it again changes nothing. */
  readonly import: (
    kind: Layout.ImportKind,
    file: Recording.ImportFile,
    options: Recording.ImportOptions,
  ) => Promise<Recording.Recorded>
  /** Fills in a form (schema), such as `M2`. Amounts are exact; `printed` figures follow the form's rounding. */
  readonly statement: (form: FormId, options?: Questions.AskOptions) => Promise<Answers["statement"]>
  /** Explains a cell: the postings that sum to it, each with its entry, rule and source line. */
  readonly explain: (
    address: Explain.CellAddress,
    options?: Questions.AskOptions,
  ) => Promise<Answers["explain"]>
  /** Compares two moments: the cells that changed, each with its causes. `to` is the end by default. */
  readonly diff: (compared: Questions.ComparedMoments) => Promise<Answers["diff"]>
  /** Compares a published table with the ledger, figure by figure. */
  readonly reconcile: (
    form: FormId,
    file: Recording.ImportFile,
    options?: Questions.AskOptions,
  ) => Promise<Answers["reconcile"]>
  /** Checks the laws and the norms; `ok` is false for a broken law or a required norm that is missed. */
  readonly check: () => Promise<Answers["verify"]>
  /** Reports on the progress of a year (opvolgingsrapportering). */
  readonly followUp: (year: number, options?: Questions.FollowUpOptions) => Promise<Answers["follow-up"]>
  /** Returns the journal as an export, in pieces: `await writeFile("journal.ndjson", ledger.export())`. */
  readonly export: () => AsyncIterable<Uint8Array>
  /** Returns the entries after a position, and then every new one, until the loop ends. */
  readonly follow: (options?: Following.FollowOptions) => AsyncIterable<Journal.Entry>
  /** Computes a read model from all entries, and keeps it up to date. */
  readonly project: <State>(
    name: string,
    options: Following.ProjectOptions<State>,
  ) => Promise<PromisedProjection<State>>
  /** Closes the store. */
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Opens a ledger and verifies every entry: a SQLite file or a journal (`.ndjson`) by its path, a server by its URL, the
 * bytes of an export, or a store. Rejects when there is none, and when an export is changed, cut or without its end.
 */
export const open = async (target: Target.Target, options: Target.OpenOptions = {}): Promise<OpenLedger> => {
  const scope = await Effect.runPromise(Scope.make())
  const close = (): Promise<void> => Effect.runPromise(Scope.close(scope, Exit.void))
  try {
    return promised(await run(Scope.provide(EffectApi.open(target, options), scope)), close)
  } catch (cause) {
    await close()
    throw cause
  }
}

const run = async <A>(effect: Effect.Effect<A, GrootboekError>): Promise<A> => {
  const result = await Effect.runPromise(Effect.result(effect))
  if (result._tag === "Failure") throw result.failure
  return result.success
}

const promised = (ledger: EffectLedger, close: () => Promise<void>): OpenLedger => ({
  position: () => run(ledger.position),
  record: (requests, options) => run(ledger.record(requests, options)),
  import: (kind, file, options) => run(ledger.import(kind, file, options)),
  statement: (form, options) => run(ledger.statement(form, options)),
  explain: (address, options) => run(ledger.explain(address, options)),
  diff: (compared) => run(ledger.diff(compared)),
  reconcile: (form, file, options) => run(ledger.reconcile(form, file, options)),
  check: () => run(ledger.check),
  followUp: (year, options) => run(ledger.followUp(year, options)),
  export: () => Stream.toAsyncIterable(ledger.export),
  follow: (options) => Stream.toAsyncIterable(ledger.follow(options)),
  project: async (name, options) => {
    const { current, changes } = await run(ledger.project(name, options))
    return { name, current: () => run(current), changes: () => Stream.toAsyncIterable(changes) }
  },
  close,
  [Symbol.asyncDispose]: close,
})
