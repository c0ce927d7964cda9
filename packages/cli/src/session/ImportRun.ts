/**
 * Files into entries: a chunk of a file becomes requests, requests become proposals, and proposals are appended in one
 * transaction. A refusal at the end rolls back what was appended at the start.
 */
import { type BudgetEvent, type Decision, Intake, Journal } from "@grootboek/core"
import type { Layout, Reader } from "@grootboek/csv"
import type { FileFinding, Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import type { Language } from "../words/Language.ts"
import { storeError } from "./CoreFailure.ts"
import * as ImportFinding from "./ImportFinding.ts"
import * as ImportSource from "./ImportSource.ts"
import * as RowCount from "./RowCount.ts"
import type { Session } from "./Session.ts"

/** What to import, as which kind, recorded by whom. */
export interface ImportRequest {
  readonly kind: Layout.ImportKind
  readonly inputs: ReadonlyArray<InputFile.ChunkedFile>
  readonly options: Omit<Reader.ReaderOptions, "sha256">
  readonly actor: string
  readonly language: Language
}

/** The counts and findings of an import. */
export type ImportResult = Pick<Imported.Imported, "files" | "counts" | "findings">

/** A running import: its batches of proposals, and its result so far. */
export interface ImportRun {
  /** Fails with `ImportRefused` at its end when there are findings, so that nothing is appended. */
  readonly proposals: Stream.Stream<ReadonlyArray<Journal.Proposal>, CommandFailure | ImportRefused>
  readonly result: () => ImportResult
}

/** The end of an import with findings. */
export interface ImportRefused {
  readonly _tag: "ImportRefused"
}

/** Starts an import on a session. The ledger of the session grows with it. */
export const begin = (session: Session, request: ImportRequest): ImportRun => {
  const { inputs, language } = request
  const intake = Intake.begin(session.ledger, { actor: request.actor, sha256: InputFile.sha256 })
  const rows = RowCount.begin(language)
  const findings: Array<FileFinding.FileFinding> = []
  const findRecorded = recordedOf(session, request)
  // An id repeats only across files: within one file, it includes the occurrence of the row.
  const isRepeatable = inputs.length > 1
  const taken = new Map<string, BudgetEvent.BudgetEvent>()
  const progress = Progress.start(
    "import",
    inputs.reduce((sum, { size }) => sum + size, 0),
  )

  const report = (outcome: Intake.IntakeResult, before: BudgetEvent.BudgetEvent | undefined) => {
    for (const refused of outcome.refused) findings.push(ImportFinding.ofRefusal(refused, language))
    for (const one of outcome.conflicting) findings.push(ImportFinding.ofConflict(one, before, language))
  }
  const take = Effect.fnUntraced(function* (
    batch: Reader.ContentPiece,
  ): Effect.fn.Return<ReadonlyArray<Journal.Proposal>, CommandFailure> {
    for (const fault of batch.faults) findings.push(ImportFinding.ofFault(fault, language))
    const recorded = yield* findRecorded(batch.requests)
    const proposals: Array<Journal.Proposal> = []
    for (const one of batch.requests) {
      const before = recorded.get(one.id) ?? taken.get(one.id)
      const outcome = intake.take(one, before)
      const [first] = outcome.proposals
      if (first !== undefined && isRepeatable) taken.set(one.id, first.event)
      rows.request(one, outcome)
      report(outcome, before)
      proposals.push(...outcome.proposals)
    }
    return findings.length === 0 ? proposals : []
  })
  const end = Effect.suspend((): Effect.Effect<ReadonlyArray<Journal.Proposal>, ImportRefused> => {
    progress.stop()
    if (findings.length === 0) {
      const followed = intake.end()
      report(followed, undefined)
      if (findings.length === 0) return Effect.succeed(followed.proposals)
    }
    return Effect.fail({ _tag: "ImportRefused" })
  })
  let done = 0
  const proposalsOf = (input: InputFile.ChunkedFile) =>
    ImportSource.batches(input, request).pipe(
      Stream.tap(({ size }) =>
        Effect.sync(() => {
          done += size
          progress.to(done)
        }),
      ),
      Stream.mapEffect((batch) =>
        Effect.tap(take(batch), () =>
          Effect.sync(() => {
            if (batch.reading !== undefined) rows.file(input.name, batch.reading)
          }),
        ),
      ),
    )
  return {
    proposals: Stream.concat(
      Stream.flatMap(Stream.fromIterable(inputs), proposalsOf),
      Stream.fromEffect(end),
    ),
    result: () => ({ ...rows.result(), findings }),
  }
}

/** Runs an import without writing. */
export const dry = (run: ImportRun): Effect.Effect<ImportResult, CommandFailure> =>
  Stream.runDrain(run.proposals).pipe(settle, Effect.map(run.result))

/** Appends an import to the journal, completely or not at all; returns its result and the last position. */
export const write = (
  session: Session,
  run: ImportRun,
): Effect.Effect<{ readonly result: ImportResult; readonly head: number }, CommandFailure> =>
  session.store.appendAll(session.name, session.head.position, run.proposals).pipe(
    Effect.mapError((error) =>
      error._tag === "CommandFailure" || error._tag === "ImportRefused" ? error : storeError(error),
    ),
    Effect.map((head) => head.position),
    settle,
    Effect.map((head) => ({ result: run.result(), head: head ?? session.head.position })),
  )

/** Runs an import and returns its proposals, for a branch. */
export const collect = (run: ImportRun): Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure> =>
  Stream.runCollect(run.proposals).pipe(
    settle,
    Effect.map((batches) => (batches ?? []).flat()),
  )

// A refused import is a result with findings, not a failure of the command.
const settle = <A>(
  effect: Effect.Effect<A, CommandFailure | ImportRefused>,
): Effect.Effect<A | undefined, CommandFailure> =>
  Effect.catch(effect, (error) =>
    error._tag === "ImportRefused" ? Effect.succeed(undefined) : Effect.fail(error),
  )

/** Returns the recorded events under the ids of requests. */
type FindRecorded = (
  requests: ReadonlyArray<Decision.Request>,
) => Effect.Effect<ReadonlyMap<string, BudgetEvent.BudgetEvent>, CommandFailure>

/**
 * Finds events in the journal and on the branch. Skips the journal for the first file of lines of a ledger without
 * amounts: nothing can repeat there.
 */
const recordedOf = (session: Session, { inputs, kind }: ImportRequest): FindRecorded => {
  const proposed = new Map((session.branch?.proposals ?? []).map(({ id, event }) => [id, event]))
  const isFirst = inputs.length === 1 && kind === "lines" && session.ledger.columns.postings === 0
  return Effect.fnUntraced(function* (requests) {
    if (isFirst || requests.length === 0) return proposed
    const ids = requests.map(({ id }) => id)
    const found = yield* Effect.mapError(session.store.find(session.name, ids), storeError)
    const recorded = new Map(proposed)
    for (const sealed of found) {
      const entry = Journal.parse(sealed)
      if (Result.isSuccess(entry)) recorded.set(entry.success.id, entry.success.event)
    }
    return recorded
  })
}
