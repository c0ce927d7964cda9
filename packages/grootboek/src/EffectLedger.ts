/** An open ledger whose functions return Effects. */
import { Archive } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Following from "./Following.ts"
import type { GrootboekError } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"
import type { LedgerFunctions } from "./LedgerFunctions.ts"
import * as Questions from "./Questions.ts"
import * as Recording from "./Recording.ts"

/** An open ledger. Each function has the name of the one that returns a Promise. */
export type EffectLedger = LedgerFunctions<"effect">

/** Returns the functions of an open ledger. */
export const of = (handle: Handle): EffectLedger => ({
  position: () => Effect.map(handle.catchUp, ({ head }) => head.position),
  record: (requests, options) => Recording.record(handle, requests, options),
  import: (kind, file, options) => Recording.importFile(handle, { kind, file }, options),
  statement: (form, options) => Questions.statement(handle, form, options),
  explain: (address, options) => Questions.explain(handle, address, options),
  diff: (compared) => Questions.diff(handle, compared),
  reconcile: (form, file, options) => Questions.reconcile(handle, { form, file }, options),
  check: () => Questions.check(handle),
  followUp: (year, options) => Questions.followUp(handle, year, options),
  policyReport: (options) => Questions.policyReport(handle, options),
  export: () => exported(handle),
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
