/** An open ledger whose functions return Effects. */
import { Archive, type Decision, type Explain, type FormId, type Journal } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Answers } from "./Answer.ts"
import * as Following from "./Following.ts"
import type { GrootboekError } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"
import * as Questions from "./Questions.ts"
import * as Recording from "./Recording.ts"

type Asked<A> = Effect.Effect<A, GrootboekError>

/** An open ledger. Each function has the name of the one that returns a Promise. */
export interface EffectLedger {
  /** The position of the last entry. */
  readonly position: Asked<number>
  /** Records requests, all of them or none. */
  readonly record: (
    requests: Iterable<Decision.Request>,
    options: Recording.RecordOptions,
  ) => Asked<Recording.Recorded>
  /** Imports a CSV or XLSX file, all of it or nothing. */
  readonly import: (
    kind: Layout.ImportKind,
    file: Recording.ImportFile,
    options: Recording.ImportOptions,
  ) => Asked<Recording.Recorded>
  /** Fills in a form. */
  readonly statement: (form: FormId, options?: Questions.AskOptions) => Asked<Answers["statement"]>
  /** Explains a cell. */
  readonly explain: (
    address: Explain.CellAddress,
    options?: Questions.AskOptions,
  ) => Asked<Answers["explain"]>
  /** Compares two moments. */
  readonly diff: (compared: Questions.ComparedMoments) => Asked<Answers["diff"]>
  /** Compares a published table with the ledger. */
  readonly reconcile: (
    form: FormId,
    file: Recording.ImportFile,
    options?: Questions.AskOptions,
  ) => Asked<Answers["reconcile"]>
  /** Checks the laws and the norms. */
  readonly check: Asked<Answers["verify"]>
  /** Reports on the progress of a year. */
  readonly followUp: (year: number, options?: Questions.FollowUpOptions) => Asked<Answers["follow-up"]>
  /** The journal as an export, in pieces. */
  readonly export: Stream.Stream<Uint8Array, GrootboekError>
  /** Returns the entries after a position, and then every new one. */
  readonly follow: (options?: Following.FollowOptions) => Stream.Stream<Journal.Entry, GrootboekError>
  /** Computes a read model from all entries. */
  readonly project: <State>(
    name: string,
    options: Following.ProjectOptions<State>,
  ) => Asked<Following.Projection<State>>
}

/** Returns the functions of an open ledger. */
export const of = (handle: Handle): EffectLedger => ({
  position: Effect.map(handle.catchUp, ({ head }) => head.position),
  record: (requests, options) => Recording.record(handle, requests, options),
  import: (kind, file, options) => Recording.importFile(handle, { kind, file }, options),
  statement: (form, options) => Questions.statement(handle, form, options),
  explain: (address, options) => Questions.explain(handle, address, options),
  diff: (compared) => Questions.diff(handle, compared),
  reconcile: (form, file, options) => Questions.reconcile(handle, { form, file }, options),
  check: Questions.check(handle),
  followUp: (year, options) => Questions.followUp(handle, year, options),
  export: exported(handle),
  follow: (options) => Following.follow(handle, options),
  project: (name, options) => Following.project(handle, name, options),
})

const exported = (handle: Handle): Stream.Stream<Uint8Array, GrootboekError> =>
  Stream.unwrap(
    Effect.map(handle.catchUp, ({ head }) =>
      handle.store.read(handle.ledger, 0).pipe(
        Stream.takeWhile(({ position }) => position <= head.position),
        Stream.map(Archive.line),
        Stream.mapError(handle.storeFailed),
        Stream.concat(Stream.sync(() => Archive.trailer(head))),
      ),
    ),
  )
