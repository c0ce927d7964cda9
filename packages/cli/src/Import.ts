/**
 * From files to entries: pieces of a file become requests, requests become proposals, and proposals go into one
 * transaction. What is refused at the end takes back what was written at the beginning.
 */
import { type BudgetEvent, type Decision, Intake, Journal } from "@grootboek/core"
import { type Layout, Reader } from "@grootboek/csv"
import type { FileFinding, Imported as ImportedOf } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { type Failure, refused } from "./Failure.ts"
import * as File from "./File.ts"
import * as Findings from "./Findings.ts"
import type { Language } from "./Language.ts"
import { storeError } from "./Messages.ts"
import * as Progress from "./Progress.ts"
import type { Session } from "./Session.ts"
import * as Tally from "./Tally.ts"

/** How to read the files. */
export type Reading = Omit<Reader.Options, "sha256" | "plan" | "adjustment">

/** What to import, as what, for whom. */
export interface Job {
  readonly kind: Layout.Kind
  readonly inputs: ReadonlyArray<File.LongInput>
  readonly options: Omit<Reader.Options, "sha256">
  readonly actor: string
  readonly language: Language
}

/** What became of the files. */
export type Outcome = Pick<ImportedOf.Imported, "files" | "counts" | "findings">

/** An import under way: the batches of proposals it makes, and what it has found so far. */
export interface Run {
  /** Fails with `Refused` at its end when anything was found, so that whoever writes writes nothing. */
  readonly proposals: Stream.Stream<ReadonlyArray<Journal.Proposal>, Failure | Refused>
  readonly outcome: () => Outcome
}

/** The end of an import in which something was refused. */
export interface Refused {
  readonly _tag: "Refused"
}

/** Begins an import on a session, whose ledger grows by it. */
export const begin = (session: Session, job: Job): Run => {
  const intake = Intake.begin(session.ledger, { actor: job.actor, sha256: File.sha256 })
  const tally = Tally.begin()
  const findings: Array<FileFinding.FileFinding> = []
  const known = knownOf(session, job)
  // Only another file can repeat an id: within one, the occurrence of a row is part of it.
  const isRepeatable = job.inputs.length > 1
  const taken = new Map<string, BudgetEvent.BudgetEvent>()
  const progress = Progress.start(
    "import",
    job.inputs.reduce((sum, { size }) => sum + size, 0),
  )

  const hear = (part: Intake.Outcome, before: BudgetEvent.BudgetEvent | undefined) => {
    for (const one of part.refused) findings.push(Findings.ofRefusal(one, job.language))
    for (const request of part.conflicting) findings.push(Findings.ofConflict(request, before, job.language))
  }
  const take = Effect.fnUntraced(function* (
    batch: Reader.Batch,
  ): Effect.fn.Return<ReadonlyArray<Journal.Proposal>, Failure> {
    for (const fault of batch.faults) findings.push(Findings.ofFault(fault, job.language))
    const recorded = yield* known(batch.requests)
    const proposals: Array<Journal.Proposal> = []
    for (const request of batch.requests) {
      const before = recorded.get(request.id) ?? taken.get(request.id)
      const part = intake.take(request, before)
      const [first] = part.proposals
      if (first !== undefined && isRepeatable) taken.set(request.id, first.event)
      tally.request(request, part)
      hear(part, before)
      proposals.push(...part.proposals)
    }
    return findings.length === 0 ? proposals : []
  })
  const end = Effect.suspend((): Effect.Effect<ReadonlyArray<Journal.Proposal>, Refused> => {
    progress.stop()
    if (findings.length === 0) {
      const followed = intake.end()
      hear(followed, undefined)
      if (findings.length === 0) return Effect.succeed(followed.proposals)
    }
    return Effect.fail({ _tag: "Refused" })
  })
  let done = 0
  const fileOf = (input: File.LongInput) =>
    batchesOf(input, job).pipe(
      Stream.tap(({ size }) =>
        Effect.sync(() => {
          done += size
          progress.to(done)
        }),
      ),
      Stream.mapEffect((piece) =>
        Effect.tap(take(piece), () =>
          Effect.sync(() => {
            if (piece.reading !== undefined) tally.file(input.name, piece.reading, job.language)
          }),
        ),
      ),
    )
  return {
    proposals: Stream.concat(Stream.flatMap(Stream.fromIterable(job.inputs), fileOf), Stream.fromEffect(end)),
    outcome: () => ({ ...tally.outcome(), findings }),
  }
}

/** Runs an import without writing. */
export const dry = (run: Run): Effect.Effect<Outcome, Failure> =>
  Stream.runDrain(run.proposals).pipe(settled, Effect.map(run.outcome))

/** Runs an import into the journal: all of it, or nothing. */
export const write = (
  session: Session,
  run: Run,
): Effect.Effect<{ readonly outcome: Outcome; readonly head: number }, Failure> =>
  session.store.appendAll(session.name, session.head.position, run.proposals).pipe(
    Effect.mapError((error) =>
      error._tag === "Failure" || error._tag === "Refused" ? error : storeError(error),
    ),
    Effect.map((head) => head.position),
    settled,
    Effect.map((head) => ({ outcome: run.outcome(), head: head ?? session.head.position })),
  )

/** Runs an import and keeps its proposals, for a branch. */
export const gather = (run: Run): Effect.Effect<ReadonlyArray<Journal.Proposal>, Failure> =>
  Stream.runCollect(run.proposals).pipe(
    settled,
    Effect.map((batches) => (batches ?? []).flat()),
  )

// A refusal is an outcome that is told in full, not a failure of the command.
const settled = <A>(effect: Effect.Effect<A, Failure | Refused>): Effect.Effect<A | undefined, Failure> =>
  Effect.catch(effect, (error) => (error._tag === "Refused" ? Effect.succeed(undefined) : Effect.fail(error)))

/** What a piece of a file gave; the last one brings what its reader counted. */
interface Piece extends Reader.Batch {
  readonly size: number
  readonly reading: Reader.Reading | undefined
}

// One piece at a time: a stream that reads ahead would hold the file.
const batchesOf = (input: File.LongInput, job: Job): Stream.Stream<Piece, Failure> =>
  /\.xlsx$/i.test(input.name)
    ? Stream.fromEffect(sheetOf(input, job))
    : Stream.fromIterable({ [Symbol.iterator]: () => piecesOf(input, job) }, { chunkSize: 1 })

/** Bytes of a file that become proposals at once: some hundred rows, so that most of what is made of them dies young. */
const bite = 1 << 15

function* piecesOf(input: File.LongInput, job: Job): Generator<Piece> {
  const options = { ...job.options, sha256: File.sha256 }
  let reader: Reader.Reader | undefined
  for (const bytes of input.pieces()) {
    // A reader finds out how a file is written from a large piece, and is fed with small ones.
    reader ??= Reader.open(job.kind, { ...input, bytes }, options)
    for (let at = 0; at < bytes.length; at += bite) {
      const some = bytes.subarray(at, at + bite)
      yield { ...reader.push(some), size: some.length, reading: undefined }
    }
  }
  reader ??= Reader.open(job.kind, { ...input, bytes: new Uint8Array() }, options)
  yield { ...reader.end(), size: 0, reading: reader.reading() }
}

const sheetOf = Effect.fnUntraced(function* (
  input: File.LongInput,
  job: Job,
): Effect.fn.Return<Piece, Failure> {
  const { Fault, Sheet } = yield* Effect.promise(() => import("@grootboek/xlsx"))
  const bytes = Buffer.concat([...input.pieces()])
  const { numbers } = job.options
  const sheet = yield* Effect.mapError(Sheet.read(bytes, numbers === undefined ? {} : { numbers }), (fault) =>
    refused({
      en: `${input.name}: ${Fault.message(fault, "en")}`,
      nl: `${input.name}: ${Fault.message(fault, "nl")}`,
    }),
  )
  const reading = Reader.readSheet(job.kind, { ...input, ...sheet }, { ...job.options, sha256: File.sha256 })
  return { requests: reading.requests, faults: reading.faults, size: input.size, reading }
})

/** The events that are recorded under the ids of requests. */
type Known = (
  requests: ReadonlyArray<Decision.Request>,
) => Effect.Effect<ReadonlyMap<string, BudgetEvent.BudgetEvent>, Failure>

/**
 * What the journal holds under the ids of requests, with what the branch proposes. A journal without amounts is not
 * asked about lines: a first import of a million rows has no repeats to look for.
 */
const knownOf = (session: Session, { inputs, kind }: Job): Known => {
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
