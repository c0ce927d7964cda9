/**
 * Replacing the opening of a plan: results carried forward, earmarked funds and debts of a file take the place of the
 * recorded ones. The earlier entries are reversed, and each reversal names both entries.
 *
 * ```ts
 * const request = { id: "more", decide: Estimate.post({ line: rent, amounts: { 2026: "10.00" } }) }
 * const decided = Replacement.decide(ledger, [request], { ...context, positions: new Map() })
 * Result.isSuccess(decided) // => true
 * const working = Ledger.copy(ledger)
 * Replacement.take(working, Intake.begin(working, context), []).replaced // => []
 * ```
 */
import * as Result from "effect/Result"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import { known as knownOf, type Request } from "../rule/Decision.ts"
import * as Reversal from "../rule/Reversal.ts"
import { format } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Intake from "./Intake.ts"
import * as Ledger from "./Ledger.ts"
import { idOf, isSame, type OpeningEntry, openings } from "./OpeningEntry.ts"

/** A row of the file, with the position of the entry that has its id, if there is one. */
export interface OpeningRow {
  readonly request: Request & { readonly event: BudgetEvent }
  readonly recorded: number | undefined
}

/** The outcome of a row, or of a reversal that follows from rows. */
export interface ReplacementOutcome {
  readonly row: OpeningRow
  readonly isReversal: boolean
  readonly outcome: Intake.IntakeResult
}

/** An amount before and after, for a note. */
export interface ReplacedAmount {
  readonly place: string
  readonly year: number
  readonly old: Money.Money
  readonly new: Money.Money
  readonly entries: ReadonlyArray<number>
}

/** The outcome of each row, and the amounts that the rows replace. */
export interface ReplacedOpening {
  readonly outcomes: ReadonlyArray<ReplacementOutcome>
  readonly replaced: ReadonlyArray<ReplacedAmount>
}

/**
 * Replaces the opening amounts on every account and year of the rows. A row that equals a recorded entry keeps it, so that
 * the same file again changes nothing. Refused when an earlier entry has another amount that no row replaces.
 */
export const take = (
  working: Ledger.Ledger,
  intake: Intake.Intake,
  rows: ReadonlyArray<OpeningRow>,
): ReplacedOpening => {
  const found = openings(working)
  const slots = new Map<string, { readonly rows: Array<OpeningRow>; readonly entries: Array<OpeningEntry> }>()
  for (const row of rows)
    for (const posting of Posting.of(row.request.event)) {
      const id = idOf(posting)
      const slot = slots.get(id) ?? { rows: [], entries: found.filter(({ ids }) => ids.includes(id)) }
      slot.rows.push(row)
      slots.set(id, slot)
    }
  const outcomes: Array<ReplacementOutcome> = []
  const replaced: Array<ReplacedAmount> = []
  const positions = new Map<OpeningRow, number>()
  const gone = new Map<
    number,
    { readonly opening: OpeningEntry; readonly by: Set<number>; readonly row: OpeningRow }
  >()
  for (const slot of slots.values()) {
    const left = [...slot.entries]
    const keep = (row: OpeningRow, test: (opening: OpeningEntry) => boolean): void => {
      const at = left.findIndex(test)
      const kept = at < 0 || positions.has(row) ? undefined : left.splice(at, 1)[0]
      if (kept === undefined) return
      positions.set(row, kept.position)
      outcomes.push({ row, isReversal: false, outcome: { ...Intake.join([]), known: [row.request] } })
    }
    // An entry with the same id first, then one that differs in its description only.
    for (const row of slot.rows) keep(row, ({ position }) => position === row.recorded)
    for (const row of slot.rows) keep(row, ({ event }) => isSame(event, row.request.event))
    for (const row of slot.rows) {
      if (positions.has(row)) continue
      // The id of a reversed entry is taken: the row is recorded again under an id of its own.
      const again = row.recorded === undefined ? "" : `.${Ledger.position(working)}`
      const outcome = intake.take({ ...row.request, id: `${row.request.id}${again}` }, undefined)
      positions.set(row, Ledger.position(working))
      outcomes.push({ row, isReversal: false, outcome })
    }
    const by = slot.rows.flatMap((row) => positions.get(row) ?? [])
    const amounted = left.filter(({ event }) => Posting.of(event).some(({ amount }) => !Money.isZero(amount)))
    for (const opening of amounted) {
      const [row] = slot.rows
      if (row === undefined) continue
      const other = gone.get(opening.position) ?? { opening, by: new Set<number>(), row }
      for (const position of by) other.by.add(position)
      gone.set(opening.position, other)
    }
    if (amounted.length > 0) replaced.push(amountsOf(slot, amounted))
  }
  for (const { opening, by, row } of gone.values()) {
    const { event, position } = opening
    const more = Posting.of(event).find((posting) => !slots.has(idOf(posting)))
    const refusals: ReadonlyArray<Refusal> =
      more === undefined
        ? []
        : [{ _tag: "ReplacesMore", entry: position, place: format(more.place), year: more.year }]
    const decide = Reversal.of({ position, event }, { class: "correction" }, [...by])
    const { source } = row.request
    const request: Request = {
      id: `reverse:${position}`,
      decide,
      ...(source === undefined ? {} : { source }),
    }
    const outcome =
      refusals.length === 0
        ? intake.take(request, undefined)
        : { ...Intake.join([]), refused: refusals.map((refusal) => ({ request: row.request, refusal })) }
    outcomes.push({ row, isReversal: true, outcome })
  }
  return { outcomes, replaced }
}

/** The options of an intake, and the positions of the recorded ids. */
export interface ReplacementContext extends Intake.IntakeOptions {
  readonly positions: ReadonlyMap<string, number>
}

/**
 * Decides the rows of an opening that takes the place of the recorded one, then applies the rules of the plan: all rows are
 * accepted, or none. The ledger that is passed in does not change.
 */
export const decide = (
  ledger: Ledger.Ledger,
  requests: Iterable<Request>,
  { positions, ...options }: ReplacementContext,
): Result.Result<Intake.AcceptedRequests, Intake.RejectedRequests> => {
  const working = Ledger.copy(ledger)
  const intake = Intake.begin(working, options)
  const rows = new Map<string, OpeningRow>()
  const parts: Array<Intake.IntakeResult> = []
  for (const request of requests) {
    const { event, id } = request
    const before = rows.get(id)
    if (event === undefined || before !== undefined) parts.push(intake.take(request, before?.request.event))
    else rows.set(id, { request: { ...request, event }, recorded: knownOf(request, positions) })
  }
  parts.push(...take(working, intake, [...rows.values()]).outcomes.map(({ outcome }) => outcome))
  if (parts.every(({ refused }) => refused.length === 0)) parts.push(intake.end())
  const { proposals, known, replaced, refused, conflicting } = Intake.join(parts)
  return refused.length + conflicting.length > 0
    ? Result.fail({ refused, conflicting })
    : Result.succeed({ proposals, known, replaced, ledger: working })
}

const amountsOf = (
  {
    rows,
    entries,
  }: { readonly rows: ReadonlyArray<OpeningRow>; readonly entries: ReadonlyArray<OpeningEntry> },
  left: ReadonlyArray<OpeningEntry>,
): ReplacedAmount => {
  const [first] = rows.flatMap(({ request }) => Posting.of(request.event))
  const id = first === undefined ? "" : idOf(first)
  const sum = (events: ReadonlyArray<BudgetEvent>): Money.Money =>
    Money.sum(events.flatMap(Posting.of).flatMap((one) => (idOf(one) === id ? [one.amount] : [])))
  return {
    place: first === undefined ? "" : format(first.place),
    year: first?.year ?? 0,
    old: sum(entries.map(({ event }) => event)),
    new: sum(rows.map(({ request }) => request.event)),
    entries: left.map(({ position }) => position),
  }
}
