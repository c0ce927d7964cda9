/**
 * The functions of `grootboek` as Effects: the same names, with errors as values and streams instead of iterators.
 */
import { Archive, type Decision, type Explain, type FormId, type Journal } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Following from "./Following.ts"
import type { GrootboekError } from "./GrootboekError.ts"
import * as Handle from "./Handle.ts"
import * as Questions from "./Questions.ts"
import * as Recording from "./Recording.ts"
import * as Target from "./Target.ts"

export { GrootboekError } from "./GrootboekError.ts"

/** Opens a ledger until the scope ends, and verifies every entry. */
export const open = Effect.fnUntraced(function* (
  target: Target.Target,
  options: Target.OpenOptions = {},
): Effect.fn.Return<EffectLedger, GrootboekError, Scope.Scope> {
  const found = yield* Target.open(target, options)
  const handle = yield* Handle.of(found, options.language ?? "en")
  yield* handle.catchUp
  return of(handle)
})

/** An open ledger whose functions return Effects. */
export type EffectLedger = ReturnType<typeof of>

const of = (handle: Handle.Handle) => ({
  /** The position of the last entry. */
  position: Effect.map(handle.catchUp, ({ head }) => head.position),
  /** Records requests, all of them or none. */
  record: (requests: Iterable<Decision.Request>, options: Recording.RecordOptions) =>
    Recording.record(handle, requests, options),
  /** Imports a CSV or XLSX file, all of it or nothing. */
  import: (kind: Layout.ImportKind, file: Recording.ImportFile, options: Recording.ImportOptions) =>
    Recording.importFile(handle, { kind, file }, options),
  /** Fills in a form. */
  statement: (form: FormId, options?: Questions.AskOptions) => Questions.statement(handle, form, options),
  /** Explains a cell. */
  explain: (address: Explain.CellAddress, options?: Questions.AskOptions) =>
    Questions.explain(handle, address, options),
  /** Compares two moments. */
  diff: (compared: Questions.ComparedMoments) => Questions.diff(handle, compared),
  /** Compares a published table with the ledger. */
  reconcile: (form: FormId, file: Recording.ImportFile, options?: Questions.AskOptions) =>
    Questions.reconcile(handle, { form, file }, options),
  /** Checks the laws and the norms. */
  check: Questions.check(handle),
  /** Reports on the progress of a year. */
  followUp: (year: number, options?: Questions.FollowUpOptions) => Questions.followUp(handle, year, options),
  /** The journal as an export, in pieces. */
  export: exported(handle),
  /** Returns the entries after a position, and then every new one. */
  follow: (options?: Following.FollowOptions): Stream.Stream<Journal.Entry, GrootboekError> =>
    Following.follow(handle, options),
  /** Computes a read model from all entries. */
  project: <State>(name: string, options: Following.ProjectOptions<State>) =>
    Following.project(handle, name, options),
})

const exported = (handle: Handle.Handle): Stream.Stream<Uint8Array, GrootboekError> =>
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
