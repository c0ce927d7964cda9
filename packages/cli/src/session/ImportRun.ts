/**
 * Files into entries: a chunk of a file becomes requests, requests become proposals, and proposals are appended in one
 * transaction. A refusal at the end rolls back what was appended at the start.
 */
import type { Journal } from "@grootboek/core"
import { PreparedEvent } from "@grootboek/core/codec"
import type { Dialect } from "@grootboek/csv"
import type { Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { storeError } from "./CoreFailure.ts"
import * as FindingLog from "./FindingLog.ts"
import * as ImportDecisions from "./ImportDecisions.ts"
import * as ImportFinding from "./ImportFinding.ts"
import type { ImportRequest } from "./ImportRequest.ts"
import * as ImportSource from "./ImportSource.ts"
import * as RowCount from "./RowCount.ts"
import type { Session } from "./Session.ts"

/** The dialect of a file, and the line of its header. */
export interface HeaderDialect extends Dialect.Dialect {
  readonly headerLine: number
}

export type ImportResult = Pick<
  Imported.Imported,
  "files" | "counts" | "findings" | "more" | "notes" | "notesPerCause" | "revision"
> & {
  readonly log: FindingLog.FindingLog
  /** How each file is written, by path. */
  readonly dialects: ReadonlyMap<string, HeaderDialect>
}

/** A running import: its batches of proposals, and its result so far. */
export interface ImportRun {
  /** Fails with `ImportRefused` at its end when there are findings, so that nothing is appended. */
  readonly proposals: Stream.Stream<ReadonlyArray<Journal.Proposal>, CommandFailure | ImportRefused>
  readonly result: () => ImportResult
}

export interface ImportRefused {
  readonly _tag: "ImportRefused"
}

/** Starts an import on a session. The ledger of the session grows with it. */
export const begin = (session: Session, request: ImportRequest): ImportRun => {
  const { inputs, language } = request
  const rows = RowCount.begin(language)
  const findings = FindingLog.start()
  const decisions = ImportDecisions.begin(session, request, { rows, findings })
  const dialects = new Map<string, HeaderDialect>()
  const progress = Progress.start(
    "import",
    inputs.reduce((sum, { size }) => sum + size, 0),
  )
  let done = 0
  const proposalsOf = (input: InputFile.ChunkedFile) =>
    ImportSource.batches(input, request).pipe(
      Stream.tap(({ size }) =>
        Effect.sync(() => {
          done += size
          progress.to(done)
        }),
      ),
      Stream.mapEffect((batch) => {
        for (const fault of batch.faults) findings.add(ImportFinding.ofFault(fault, language))
        return Effect.tap(decisions.take(batch.requests), () =>
          Effect.sync(() => {
            if (batch.reading === undefined) return
            rows.file(input.name, batch.reading)
            const { dialect, headerLine } = batch.reading
            dialects.set(input.path, { ...dialect, headerLine })
          }),
        )
      }),
    )
  const end = Effect.suspend(() => {
    progress.stop()
    return Effect.flatMap(
      decisions.end,
      (proposals): Effect.Effect<ReadonlyArray<Journal.Proposal>, ImportRefused> =>
        findings.count() === 0 ? Effect.succeed(proposals) : Effect.fail({ _tag: "ImportRefused" }),
    )
  })
  return {
    proposals: Stream.concat(
      Stream.flatMap(Stream.fromIterable(inputs), proposalsOf),
      Stream.fromEffect(end),
    ),
    result: () => ({
      ...rows.result(),
      findings: findings.first(),
      more: findings.more(),
      log: findings,
      dialects,
      ...decisions.notes(),
    }),
  }
}

export const dry = (run: ImportRun): Effect.Effect<ImportResult, CommandFailure> =>
  Stream.runForEach(run.proposals, (batch) =>
    // Nobody writes these events: their bytes would fill the memory.
    Effect.sync(() => {
      for (const { event } of batch) PreparedEvent.drop(event)
    }),
  ).pipe(settle, Effect.map(run.result))

/** Appends an import to the journal, completely or not at all; returns its result and the last position. */
export const write = (
  session: Session,
  run: ImportRun,
): Effect.Effect<{ readonly result: ImportResult; readonly head: number }, CommandFailure> => {
  const { clock, store, name, head } = session
  // An import that changes nothing needs no record time.
  const proposals = Stream.tap(run.proposals, (batch) => (batch.length > 0 ? clock.check : Effect.void))
  return clock.stamp(store.appendAll(name, head.position, proposals)).pipe(
    Effect.mapError((error) =>
      error._tag === "CommandFailure" || error._tag === "ImportRefused" ? error : storeError(error),
    ),
    Effect.map((head) => head.position),
    settle,
    Effect.map((last) => ({ result: run.result(), head: last ?? head.position })),
  )
}

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
