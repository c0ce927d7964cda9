/**
 * Bookings of which the ledger has the line, year, day, voucher and amount already, with another description or once less.
 *
 * They may be two bookings or one, so a note reports them and nothing is refused.
 */
import { type BudgetEvent, Content, type Decision, Journal, Ledger, Posting } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { Language } from "../words/Language.ts"
import { storeError } from "./CoreFailure.ts"
import type { Session } from "./Session.ts"

/** A search during an import. */
export interface SameBookings {
  /** Takes a booking that the ledger does not have. */
  readonly add: (request: Decision.Request) => void
  /** Returns a note for each booking that resembles an entry of the ledger. */
  readonly notes: Effect.Effect<ReadonlyArray<string>, CommandFailure>
}

type Booking = BudgetEvent.Of<"ActualRecorded">

/** Notes that are given one by one; the others are counted. */
const most = 20

/** Starts a search among the entries of a ledger as it is now. */
export const begin = ({ ledger, name, store }: Session, language: Language): SameBookings => {
  const { columns } = ledger
  const last = Ledger.position(ledger)
  const slots = columns.cells.length
  // Entries by amount, for the line and month of a booking.
  const bySlot = new Map<number, ReadonlyMap<bigint, ReadonlyArray<number>>>()
  const entriesIn = (slot: number): ReadonlyMap<bigint, ReadonlyArray<number>> => {
    const known = bySlot.get(slot)
    if (known !== undefined) return known
    const entries = new Map<bigint, Array<number>>()
    for (const at of columns.chain(slot, 0, last)) {
      const { entry, amount } = columns.posting(at)
      entries.set(amount, [...(entries.get(amount) ?? []), entry])
    }
    bySlot.set(slot, entries)
    return entries
  }
  const suspects = new Map<number, Array<Decision.Request>>()
  return {
    add: (request) => {
      if (request.event?._tag !== "ActualRecorded") return
      for (const { place, year, amount } of Posting.of(request.event)) {
        const slot = place.phase === "actual" ? columns.findCell(place, year) : undefined
        if (slot === undefined || slot >= slots) continue
        for (const entry of entriesIn(slot).get(amount) ?? [])
          suspects.set(entry, [...(suspects.get(entry) ?? []), request])
      }
    },
    notes: Effect.suspend(() => {
      if (suspects.size === 0) return Effect.succeed([])
      const found: Array<string> = []
      return store.read(name, Math.min(...suspects.keys()) - 1).pipe(
        Stream.takeWhile(({ position }) => position <= last),
        Stream.runForEachArray((page) =>
          Effect.sync(() => {
            for (const sealed of page)
              for (const request of suspects.get(sealed.position) ?? []) {
                const entry = Journal.parse(sealed)
                const { event, source } = request
                if (Result.isFailure(entry) || event?._tag !== "ActualRecorded") continue
                if (!isSame(entry.success.event, event)) continue
                const facts = {
                  file: source?.name ?? "",
                  line: source?.line ?? 0,
                  entry: sealed.position,
                  isEqual: Content.isSame(entry.success.event, event),
                }
                found.push(ImportMessage.sameBooking({ ...facts, voucher: event.voucher })[language])
              }
          }),
        ),
        Effect.mapError(storeError),
        Effect.map(() =>
          found.length <= most
            ? found
            : [...found.slice(0, most), ImportMessage.moreSameBookings(found.length - most)[language]],
        ),
      )
    }),
  }
}

const isSame = (recorded: BudgetEvent.BudgetEvent, { date, voucher }: Booking): boolean =>
  recorded._tag === "ActualRecorded" && recorded.date === date && recorded.voucher === voucher
