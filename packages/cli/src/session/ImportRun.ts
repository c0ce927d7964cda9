/**
 * Files into entries: a chunk of a file becomes requests, requests become proposals, and proposals are appended in one
 * transaction. A refusal at the end rolls back what was appended at the start.
 */
import { type BudgetEvent, Decision, Intake, type Journal, Ledger, type Remark } from "@grootboek/core"
import { PreparedEvent } from "@grootboek/core/codec"
import { EarlierImports, Replacement } from "@grootboek/core/ledger"
import type { Dialect, Layout, Reader } from "@grootboek/csv"
import type { Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { Language } from "../words/Language.ts"
import { storeError } from "./CoreFailure.ts"
import * as FindingLog from "./FindingLog.ts"
import * as ImportFinding from "./ImportFinding.ts"
import * as ImportNotes from "./ImportNotes.ts"
import * as ImportSource from "./ImportSource.ts"
import * as RecordedEvents from "./RecordedEvents.ts"
import * as RowCount from "./RowCount.ts"
import * as SameBookings from "./SameBookings.ts"
import type { Session } from "./Session.ts"

/** What to import, as which kind, recorded by whom. */
export interface ImportRequest {
  readonly kind: Layout.ImportKind
  readonly inputs: ReadonlyArray<InputFile.ChunkedFile>
  readonly options: Omit<Reader.ReaderOptions, "sha256">
  readonly actor: string
  readonly language: Language
  /** Whether a row on an amount of an earlier import is added to it or replaces it; when absent, it is refused. */
  readonly onRecorded?: "add" | "replace"
  /** Whether bookings past an estimate and commitments past what is available are refused. */
  readonly isStrict?: boolean
  /** Whether declarations and rules that a later entry replaced are recorded again. */
  readonly isAgain?: boolean
}

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
  const { inputs, language, onRecorded } = request
  const { actor, isStrict = false, isAgain = false } = request
  const intake = Intake.begin(session.ledger, { actor, sha256: InputFile.sha256, isStrict, isAgain })
  const rows = RowCount.begin(language)
  const findings = FindingLog.start()
  const dialects = new Map<string, HeaderDialect>()
  const findRecorded = RecordedEvents.of(session, request)
  // An id repeats only across files: within one file, it includes the occurrence of the row.
  const isRepeatable = inputs.length > 1
  const taken = new Map<string, BudgetEvent.BudgetEvent>()
  const earlier = earlierOf(session, request)
  const same = SameBookings.begin(session, language)
  // Rows on an amount that no row repeats so far: decided at the end, when every repeated row is known.
  const waiting: Array<Decision.Request> = []
  // Rows of an opening that replaces the recorded one, by id.
  const openings = new Map<string, Replacement.OpeningRow>()
  let rewritten = 0
  let replaced: ImportMessage.ReplacedRows | undefined
  const notes: Array<string> = []
  const remarks: Array<Remark.Remark> = []
  const start = Ledger.position(session.ledger)
  const progress = Progress.start(
    "import",
    inputs.reduce((sum, { size }) => sum + size, 0),
  )

  const report = (outcome: Intake.IntakeResult, before: BudgetEvent.BudgetEvent | undefined) => {
    for (const refused of outcome.refused) findings.add(ImportFinding.ofRefusal(refused, language))
    for (const one of outcome.conflicting) findings.add(ImportFinding.ofConflict(one, before, language))
  }
  const take = Effect.fnUntraced(function* (
    batch: Reader.ContentPiece,
  ): Effect.fn.Return<ReadonlyArray<Journal.Proposal>, CommandFailure> {
    for (const fault of batch.faults) findings.add(ImportFinding.ofFault(fault, language))
    const recorded = yield* findRecorded(batch.requests)
    const proposals: Array<Journal.Proposal> = []
    for (const one of batch.requests) {
      const known = Decision.known(one, recorded)
      if (onRecorded === "replace" && one.event !== undefined && !openings.has(one.id)) {
        const { event } = one
        openings.set(one.id, { request: { ...one, event }, recorded: known?.position })
        rows.wait()
        continue
      }
      const before = known?.event ?? taken.get(one.id) ?? openings.get(one.id)?.request.event
      if (known !== undefined) earlier?.repeat(known.position)
      if (before === undefined && one.event !== undefined && earlier?.under(one.event) !== undefined) {
        waiting.push(one)
        rows.wait()
        continue
      }
      if (before === undefined) same.add(one)
      const outcome = intake.take(one, before)
      const [first] = outcome.proposals
      if (first !== undefined && isRepeatable) taken.set(one.id, first.event)
      rows.request(one, outcome)
      report(outcome, before)
      for (const { source } of outcome.replaced)
        replaced = {
          first: replaced?.first ?? source,
          others: replaced === undefined ? 0 : replaced.others + 1,
        }
      proposals.push(...outcome.proposals)
    }
    return findings.count() === 0 ? proposals : []
  })
  const takeOpenings = (): ReadonlyArray<Journal.Proposal> => {
    const { outcomes, replaced } = Replacement.take(session.ledger, intake, [...openings.values()])
    for (const { isReversal, outcome } of outcomes) {
      if (!isReversal) rows.settle(outcome)
      report(outcome, undefined)
    }
    notes.push(...replaced.map((one) => ImportMessage.replaced(one)[language]))
    return outcomes.flatMap(({ outcome }) => outcome.proposals)
  }
  const takeWaiting = (): ReadonlyArray<Journal.Proposal> => {
    if (earlier === undefined) return []
    const others = waiting.filter((one) => {
      const isRewritten = one.event !== undefined && earlier.rewritten(one.event) !== undefined
      if (isRewritten) {
        rewritten++
        rows.settle({ ...Intake.join([]), known: [one] })
      }
      return !isRewritten
    })
    return others.flatMap((one) => {
      const refusal = one.event === undefined ? undefined : earlier.under(one.event)
      const before = taken.get(one.id)
      const outcome: Intake.IntakeResult =
        refusal === undefined || before !== undefined
          ? intake.take(one, before)
          : { ...Intake.join([]), refused: [{ request: one, refusal }] }
      const [first] = outcome.proposals
      if (first !== undefined && isRepeatable) taken.set(one.id, first.event)
      rows.settle(outcome)
      report(outcome, before)
      return outcome.proposals
    })
  }
  const end = Effect.suspend(
    (): Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure | ImportRefused> => {
      progress.stop()
      const late = onRecorded === "replace" ? takeOpenings() : takeWaiting()
      if (findings.count() === 0) {
        const followed = intake.end()
        report(followed, undefined)
        for (const remark of ImportNotes.since(session, start)) remarks.push(remark)
        if (findings.count() === 0)
          return Effect.map(same.notes, (found) => {
            notes.push(...found)
            return [...late, ...followed.proposals]
          })
      }
      return Effect.fail({ _tag: "ImportRefused" })
    },
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
      Stream.mapEffect((batch) =>
        Effect.tap(take(batch), () =>
          Effect.sync(() => {
            if (batch.reading === undefined) return
            rows.file(input.name, batch.reading)
            const { dialect, headerLine } = batch.reading
            dialects.set(input.path, { ...dialect, headerLine })
          }),
        ),
      ),
    )
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
      ...ImportNotes.of(
        [
          ...notes,
          ...(rewritten === 0 ? [] : [ImportMessage.rewritten(rewritten)[language]]),
          ...(replaced === undefined ? [] : [ImportMessage.replacedLater(replaced)[language]]),
        ],
        remarks,
        language,
      ),
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

/** Returns the earlier imports that rows may not be added to: of lines and openings, unless additions are allowed. */
const earlierOf = (
  { ledger }: Session,
  { kind, onRecorded }: ImportRequest,
): EarlierImports.EarlierImports | undefined =>
  onRecorded !== undefined || (kind !== "lines" && kind !== "opening") || ledger.columns.postings === 0
    ? undefined
    : EarlierImports.begin(ledger)
