/** Recording requests: reads, decides, appends, and decides again when somebody else wrote in between. */
import { type Decision, Intake, Journal, Ledger } from "@grootboek/core"
import { Replacement } from "@grootboek/core/ledger"
import type { Layout, Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Result from "effect/Result"
import * as Platform from "#platform"
import * as Answer from "./Answer.ts"
import { type ErrorFacts, GrootboekError } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"
import * as ImportedFile from "./ImportedFile.ts"
import * as Preparation from "./Preparation.ts"

/** Who records, from which source, and how often to try. */
export interface RecordOptions {
  /** An opaque identifier of who records; never the name of a natural person. */
  readonly actor: string
  /** The source of requests that name none. */
  readonly source?: Journal.Source
  /** How often to decide again after another writer; 100 by default. */
  readonly attempts?: number
  /**
   * Refuses a commitment of more than is available, a booking past the estimate of its line, and a booking on a line
   * without an estimate. They are recorded without it, and `check` notes them.
   */
  readonly isStrict?: boolean
}

/** What was recorded; it serialises to its published document. */
export type RecordResult = Answer.Answers["record"]

const result = (recorded: Answer.RecordedEntries): RecordResult =>
  Answer.of(recorded, "record", () => recorded)

/** Records requests, all of them or none. A request whose id is in the journal with the same content is known. */
export const record = (
  handle: Handle,
  requests: Iterable<Decision.Request>,
  options: RecordOptions,
): Effect.Effect<RecordResult, GrootboekError> =>
  recordAs(handle, [...requests], { ...options, prepare: Result.succeed })

interface PreparedOptions extends RecordOptions {
  readonly prepare: Preparation.Preparation
  /** Whether the requests take the place of a recorded opening. */
  readonly isReplacement?: boolean
  readonly isAgain?: boolean
}

const recordAs = (
  handle: Handle,
  requests: ReadonlyArray<Decision.Request>,
  {
    actor,
    source,
    attempts = 100,
    prepare,
    isReplacement = false,
    isAgain = false,
    isStrict = false,
  }: PreparedOptions,
): Effect.Effect<RecordResult, GrootboekError> => {
  const sourced = requests.map((request) =>
    source === undefined || request.source !== undefined ? request : { ...request, source },
  )
  const attempt = (left: number): Effect.Effect<RecordResult, GrootboekError> =>
    Effect.gen(function* () {
      const { ledger, head } = yield* handle.catchUp
      const before = yield* find(handle, sourced)
      const positions = new Map([...before].map(([id, { position }]) => [id, position]))
      const prepared = prepare(sourced, ledger, positions)
      if (Result.isFailure(prepared))
        return yield* Effect.fail(rejected(handle, { refused: prepared.failure, conflicting: [] }))
      const list = prepared.success
      const found = list === sourced ? before : yield* find(handle, list)
      const recorded = new Map([...found].map(([id, { event }]) => [id, event]))
      const intake = { actor, sha256: Platform.sha256, isStrict, isAgain }
      const decided = isReplacement
        ? Replacement.decide(ledger, list, { ...intake, positions })
        : Intake.decide(ledger, list, { ...intake, recorded })
      if (Result.isFailure(decided)) return yield* Effect.fail(rejected(handle, decided.failure))
      const outcome = decided.success
      const known = outcome.known.map(({ id }) => id)
      const replaced = outcome.replaced.map(({ id }) => id)
      if (outcome.proposals.length === 0)
        return result({ written: [], known, replaced, position: head.position })
      const appended = yield* Effect.result(
        handle.store.append(handle.ledger, head.position, outcome.proposals),
      )
      if (Result.isSuccess(appended)) {
        const { written, head: after } = appended.success
        const all = [...known, ...appended.success.known]
        return result({ written, known: all, replaced, position: after.position })
      }
      const error = appended.failure
      if (error._tag !== "PositionConflict" || left <= 1) return yield* Effect.fail(handle.storeFailed(error))
      // Waits longer after each loss, so that many writers take turns.
      const longestMs = 20 * Math.min(attempts - left + 1, 10)
      yield* Effect.sleep(`${yield* Random.nextIntBetween(1, longestMs)} millis`)
      return yield* attempt(left - 1)
    })
  return handle.exclusive(attempt(attempts))
}

const find = Effect.fnUntraced(function* (
  { store, ledger, storeFailed }: Handle,
  requests: ReadonlyArray<Decision.Request>,
): Effect.fn.Return<ReadonlyMap<string, Journal.Entry>, GrootboekError> {
  const ids = requests.flatMap(({ id, formerIds = [] }) => [id, ...formerIds])
  const found = yield* Effect.mapError(store.find(ledger, ids), storeFailed)
  const recorded = new Map<string, Journal.Entry>()
  for (const sealed of found) {
    const entry = Journal.parse(sealed)
    if (Result.isSuccess(entry)) recorded.set(entry.success.id, entry.success)
  }
  return recorded
})

const rejected = (
  { language }: Handle,
  { refused, conflicting }: Intake.RejectedRequests,
): GrootboekError => {
  const all = refused.map(({ request, refusal }) => ({ id: request?.id, reason: refusal }))
  const [first] = all
  const facts: ErrorFacts =
    first === undefined
      ? { kind: "conflict", ids: conflicting.map(({ id }) => id) }
      : { kind: "refused", reason: first.reason, all }
  return new GrootboekError(facts, { language })
}

/** How to read a file, and who records it. */
export interface ImportOptions
  extends Omit<RecordOptions, "source">,
    Partial<Omit<Reader.ReaderOptions, "sha256">>,
    Preparation.PreparationOptions {}

/**
 * Imports a CSV file or a spreadsheet (`.xlsx`, `.xlsm`, `.ods`), all of it or nothing. Importing it again changes nothing. A whole
 * list (`state`) becomes one adjustment when `adjustment` has its facts and `plan` its label, and estimates otherwise.
 */
export const importFile = Effect.fnUntraced(function* (
  handle: Handle,
  { kind, file }: { readonly kind: Layout.ImportKind; readonly file: ImportedFile.ImportFile },
  { actor, attempts, isStrict = false, ...options }: ImportOptions,
): Effect.fn.Return<RecordResult, GrootboekError> {
  const { language } = handle
  const { name, bytes } = yield* ImportedFile.of(handle, file)
  const { ledger } = yield* handle.catchUp
  const adopted = Ledger.planAt(ledger)
  const plan = options.plan ?? adopted?.versions[0]?.label ?? ""
  const years = options.years ?? adopted?.years
  const content = yield* ImportedFile.read(
    handle,
    { kind, name, bytes },
    { ...options, plan, ...(years === undefined ? {} : { years }) },
  )
  if (content.faults.length > 0)
    return yield* Effect.fail(new GrootboekError({ kind: "file", faults: content.faults }, { language }))
  const prepare = Preparation.of(kind, content, options)
  return yield* recordAs(handle, content.requests, {
    actor,
    prepare,
    isStrict,
    isReplacement: Preparation.isReplacement(kind, options),
    isAgain: options.onRecorded === "again",
    ...(attempts === undefined ? {} : { attempts }),
  })
})
