/**
 * What becomes of a batch at the end of a journal: known already, refused, or sealed. Every store asks here, so that
 * stores differ in how they keep bytes and in nothing else.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import * as History from "./History.ts"
import * as Journal from "./Journal.ts"
import type { Appended, StoreError } from "./JournalStore.ts"

/** What a caller wants appended, and after which position. */
export interface Batch {
  readonly ledger: string
  readonly expected: number
  readonly proposals: ReadonlyArray<Journal.Proposal>
}

/** What the store holds at the moment of writing: its head, the entries that carry an id of the batch, and the time. */
export interface Ground {
  readonly head: Journal.Head
  readonly found: ReadonlyArray<Journal.Sealed>
  readonly now: number
}

/** An entry to write, with its id for the store's index. */
export interface Row extends Journal.Sealed {
  readonly id: string
}

/** What to write, and what to answer once it is written. */
export interface Settled {
  readonly rows: ReadonlyArray<Row>
  readonly appended: Appended
}

/** Settles a batch on the ground it meets: all of it or nothing. */
export const settle = (
  batch: Batch,
  ground: Ground,
  sha256: Journal.Sha256,
): Result.Result<Settled, StoreError> => {
  const { ledger, expected, proposals } = batch
  const stored = read(ledger, ground.found)
  if (Result.isFailure(stored)) return Result.fail(stored.failure)
  const told = new Map(stored.success)
  const fresh: Array<Journal.Proposal> = []
  const known: Array<string> = []
  const conflicts: Array<{ readonly id: string; readonly position: number }> = []
  for (const proposal of proposals) {
    const { id } = proposal
    const misfit = check(ledger, proposal)
    if (Result.isFailure(misfit)) return Result.fail(misfit.failure)
    const before = told.get(id)
    const sameness = Journal.sameness(proposal.event)
    if (before === undefined) {
      fresh.push(proposal)
      told.set(id, { position: ground.head.position + fresh.length, sameness })
    } else if (before.sameness === sameness) known.push(id)
    else conflicts.push({ id, position: before.position })
  }
  if (conflicts.length > 0) return Result.fail({ _tag: "IdConflict", ledger, conflicts })
  const { head } = ground
  if (fresh.length > 0 && head.position !== expected)
    return Result.fail({ _tag: "PositionConflict", ledger, expected, actual: head.position })
  return Result.succeed(seal(fresh, ground, { known, sha256 }))
}

const seal = (
  fresh: ReadonlyArray<Journal.Proposal>,
  ground: Ground,
  { known, sha256 }: { readonly known: ReadonlyArray<string>; readonly sha256: Journal.Sha256 },
): Settled => {
  const now = new Date(ground.now).toISOString()
  let { head } = ground
  const rows = fresh.map((proposal) => {
    const { head: next, ...sealed } = Journal.seal(proposal, head, now, sha256)
    head = next
    return { ...sealed, id: proposal.id }
  })
  return { rows, appended: { head, written: rows.map((row) => row.position), known } }
}

interface Told {
  readonly position: number
  readonly sameness: string
}

const read = (
  ledger: string,
  found: ReadonlyArray<Journal.Sealed>,
): Result.Result<ReadonlyMap<string, Told>, StoreError> => {
  const told = new Map<string, Told>()
  for (const sealed of found) {
    const entry = Journal.parse(sealed)
    if (Result.isFailure(entry))
      return Result.fail({
        _tag: "StoreFailed",
        operation: "append",
        reason: `entry ${sealed.position} of ledger ${ledger} carries an id of this batch but cannot be read (${entry.failure._tag}): verify the ledger, or use the version of Grootboek that wrote it`,
      })
    told.set(entry.success.id, {
      position: sealed.position,
      sameness: Journal.sameness(entry.success.event),
    })
  }
  return Result.succeed(told)
}

// An entry can never be changed, so one that nobody could read back must never be written.
const check = (ledger: string, proposal: Journal.Proposal): Result.Result<void, StoreError> => {
  const misfit = (field: string, problem: string): Result.Result<void, StoreError> =>
    Result.fail({ _tag: "Misfit", ledger, id: proposal.id, field, problem })
  const envelope = decode(proposal)
  if (Result.isFailure(envelope)) {
    const [issue] = formatIssue(envelope.failure.issue).issues
    return misfit((issue?.path ?? []).map(String).join("."), issue?.message ?? envelope.failure.message)
  }
  const event = History.read(proposal.event, History.version)
  if (Result.isSuccess(event)) return Result.succeed(undefined)
  const problem = event.failure
  return problem._tag === "UnknownEvent"
    ? misfit("event", `there is no event ${problem.kind}`)
    : misfit(`event.${problem.field}`, problem.problem)
}

const decode = Schema.decodeUnknownResult(
  Schema.Struct({
    id: Journal.EntryId,
    event: Schema.Unknown,
    actor: Journal.Actor,
    source: Schema.optionalKey(Journal.Source),
  }),
)
const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()
