/**
 * A budget ledger for Flemish local authorities, for programs that embed it: about ten functions that return Promises.
 *
 * ```ts
 * import { Money, open } from "grootboek"
 *
 * const ledger = await open(journal) // a file, an address, the bytes of an export, or a store
 * const m2 = await ledger.statement("M2", { at: "plan:2026/0" })
 * Money.format(m2.cell("Budgettair resultaat/VII", 2026).exact) // => "50.00"
 * await ledger.close()
 * ```
 *
 * The examples of this reference use the small ledger of `examples/reference.ts`: `ledger`, its `plan`, `balances` and `journal`.
 *
 * `grootboek/effect` has the same functions as Effects. The modules of the engine are exported here too.
 *
 * @module grootboek
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as EffectApi from "./effect.ts"
import type { EffectLedger } from "./EffectLedger.ts"
import type * as Following from "./Following.ts"
import type { GrootboekError } from "./GrootboekError.ts"
import type { LedgerFunctions } from "./LedgerFunctions.ts"
import type * as Target from "./Target.ts"

export * from "@grootboek/core"
export * from "@grootboek/core/answer"
export * from "@grootboek/core/ledger"
export type {
  Answers,
  LedgerAnswer,
  LedgerVerification,
  OfForm,
  RecordedEntries,
  StatementAnswer,
  StatementCells,
} from "./Answer.ts"
export type { Calling, Later, Pieces } from "./Calling.ts"
export type { FollowOptions, Projection, ProjectOptions, ReadModel } from "./Following.ts"
export { type ErrorCode, type ErrorFacts, GrootboekError, type RefusedId } from "./GrootboekError.ts"
export type { AskOptions } from "./Asking.ts"
export type {
  ComparedMoments,
  FollowUpOptions,
  PolicyReportOptions,
  StatementOptions,
} from "./Questions.ts"
export type { ImportFile } from "./ImportedFile.ts"
export type { ImportOptions, RecordOptions, RecordResult } from "./Recording.ts"
export type { ExplainedCell, LedgerFunctions } from "./LedgerFunctions.ts"
export type { OpenOptions, Target } from "./Target.ts"

/** An open ledger. Every function rejects with a `GrootboekError`. */
export interface OpenLedger extends LedgerFunctions<"promise"> {
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

const promised = ({ project, ...functions }: EffectLedger, close: () => Promise<void>): OpenLedger => ({
  ...later<Omit<LedgerFunctions<"promise">, "project">>(functions),
  project: async <State>(name: string, options: Following.ProjectOptions<State>) => {
    const { current, changes } = await run(project(name, options))
    return { name, ...later<Omit<Following.Projection<"promise", State>, "name">>({ current, changes }) }
  },
  close,
  [Symbol.asyncDispose]: close,
})

/** Functions that give an Effect or a Stream, by name. */
type Functions = Readonly<
  Record<
    string,
    (...parameters: never) => Effect.Effect<unknown, GrootboekError> | Stream.Stream<unknown, GrootboekError>
  >
>

/** Returns the same functions with Promises and async iterables. */
const later = <Promised>(functions: Functions): Promised =>
  // Both interfaces are made from one, so that each name has the type of its counterpart.
  Object.fromEntries(
    Object.entries(functions).map(([name, call]) => [
      name,
      (...parameters: never) => {
        const result = call(...parameters)
        return Stream.isStream(result) ? Stream.toAsyncIterable(result) : run(result)
      },
    ]),
  ) as Promised
