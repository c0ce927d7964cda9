/**
 * What becomes of a batch at the end of a journal: known already, refused, or sealed. Every store asks here, so that
 * stores differ in how they keep bytes and in nothing else.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Envelope from "../codec/Envelope.ts"
import * as History from "../codec/History.ts"
import * as SchemaProblem from "../codec/SchemaProblem.ts"
import * as Shortcut from "../codec/Shortcut.ts"
import * as Journal from "./Journal.ts"
import type { Appended, StoreError } from "./JournalStore.ts"

/** What a caller wants appended, and after which position. */
export interface Batch {
  readonly ledger: string
  readonly expected: number
  readonly proposals: ReadonlyArray<Journal.Proposal>
}

/** An entry with its id, by which a store finds it. */
export interface Row extends Journal.Sealed {
  readonly id: string
}

/** What the store holds at the moment of writing: its head, the entries that carry an id of the batch, and the time. */
export interface Ground {
  readonly head: Journal.Head
  readonly found: ReadonlyArray<Row>
  readonly now: number
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
  const now = new Date(ground.now).toISOString()
  const found = new Map(ground.found.map((row) => [row.id, row]))
  const rows: Array<Row> = []
  const known: Array<string> = []
  const conflicts: Array<{ readonly id: string; readonly position: number }> = []
  let { head } = ground
  for (const proposal of proposals) {
    const told = tell(ledger, proposal)
    if (Result.isFailure(told)) return Result.fail(told.failure)
    const { id } = proposal
    const before = found.get(id)
    if (before === undefined) {
      // Sealed at once, even when what follows may refuse the batch: what an event tells then dies young.
      const { body, hash, head: next } = Journal.sealTold({ proposal, told: told.success }, head, now, sha256)
      const row = { position: next.position, hash, body, id }
      rows.push(row)
      found.set(id, row)
      head = next
    } else if (isSame(before, told.success, proposal)) known.push(id)
    else conflicts.push({ id, position: before.position })
  }
  if (conflicts.length > 0) return Result.fail({ _tag: "IdConflict", ledger, conflicts })
  if (rows.length > 0 && ground.head.position !== expected)
    return Result.fail({ _tag: "PositionConflict", ledger, expected, actual: ground.head.position })
  return Result.succeed({ rows, appended: { head, written: rows.map(({ position }) => position), known } })
}

/** Entries to take back as they were sealed, and after which position. */
export interface Backup {
  readonly ledger: string
  readonly expected: number
  readonly entries: ReadonlyArray<Journal.Sealed>
}

/** Checks a backup against the head that it must follow. */
export const restore = (
  { ledger, expected, entries }: Backup,
  { head, found }: Pick<Ground, "head" | "found">,
  sha256: Journal.Sha256,
): Result.Result<{ readonly rows: ReadonlyArray<Row>; readonly head: Journal.Head }, StoreError> => {
  if (head.position !== expected)
    return Result.fail({ _tag: "PositionConflict", ledger, expected, actual: head.position })
  const places = new Map(found.map(({ id, position }) => [id, position]))
  const rows: Array<Row> = []
  let last = head
  for (const sealed of entries) {
    const entry = Journal.open(sealed, last, sha256)
    if (Result.isFailure(entry)) return Result.fail({ _tag: "Damaged", ledger, damage: entry.failure })
    const { id } = entry.success
    const position = places.get(id)
    if (position !== undefined)
      return Result.fail({ _tag: "IdConflict", ledger, conflicts: [{ id, position }] })
    places.set(id, sealed.position)
    rows.push({ ...sealed, id })
    last = Journal.headOf(entry.success)
  }
  return Result.succeed({ rows, head: last })
}

/** The ids that a backup carries, for a store to look up; of what cannot be read there is none. */
export const idsOf = (entries: ReadonlyArray<Journal.Sealed>): ReadonlyArray<string> =>
  entries.flatMap((sealed) =>
    Result.match(Journal.parse(sealed), { onFailure: () => [], onSuccess: ({ id }) => [id] }),
  )

/** The head of a ledger by its last entry, if it has one; its event may be of a kind that is not known here. */
export const headAfter = (
  last: Journal.Sealed | undefined,
  ledger: string,
): Result.Result<Journal.Head, StoreError> => {
  if (last === undefined) return Result.succeed(Journal.genesis)
  return Result.mapError(Journal.tail(last), (damage) => ({
    _tag: "StoreFailed" as const,
    operation: "head",
    reason: `the last entry (${last.position}) of ledger ${ledger} cannot be read (${damage._tag}): verify the ledger`,
  }))
}

// What cannot be read is not the same: a newer or damaged entry under this id refuses the batch, it is not skipped.
const isSame = (stored: Row, told: string, { event }: Journal.Proposal): boolean => {
  if (Journal.tells(stored, told)) return true
  const entry = Journal.parse(stored)
  return Result.isSuccess(entry) && Journal.sameness(entry.success.event) === Journal.sameness(event)
}

/** What a proposal tells. An entry can never be changed, so one that nobody could read back must never be written. */
const tell = (ledger: string, proposal: Journal.Proposal): Result.Result<string, StoreError> => {
  const misfit = ({
    field,
    problem,
    reason,
  }: SchemaProblem.SchemaProblem): Result.Result<never, StoreError> =>
    Result.fail({ _tag: "Misfit", ledger, id: proposal.id, field, problem, reason })
  if (!Envelope.fits(proposal)) {
    const envelope = decode(proposal)
    if (Result.isFailure(envelope)) return misfit(SchemaProblem.first(envelope.failure))
  }
  const told = Shortcut.write(proposal.event)
  if (told !== undefined) return Result.succeed(told)
  const event = History.read(proposal.event, History.version)
  if (Result.isSuccess(event)) return Result.succeed(Journal.telling(proposal.event))
  const unread = event.failure
  return unread._tag === "UnknownEvent"
    ? misfit({
        field: "event",
        problem: `there is no event ${unread.kind}`,
        reason: { kind: "event", values: [unread.kind] },
      })
    : misfit({ ...unread, field: `event.${unread.field}` })
}

const decode = Schema.decodeUnknownResult(
  Schema.Struct({
    id: Envelope.EntryId,
    event: Schema.Unknown,
    actor: Envelope.Actor,
    source: Schema.optionalKey(Envelope.Source),
  }),
)
