/**
 * The amounts that earlier imports recorded on the place and year of a row.
 *
 * A corrected file repeats a line with another amount. Posting it would add the amount to the earlier one, so an import
 * looks for the earlier amount first.
 *
 * ```ts
 * const imported = Ledger.copy(ledger)
 * Result.getOrThrow(Ledger.append(imported, { ...entry, source: { name: "lines.csv", sha256: "ab", line: 2 } }))
 * const earlier = EarlierImports.begin(imported)
 * earlier.under(entry.event)?._tag // => "AmountRecorded"
 * earlier.repeat(Ledger.position(imported))
 * earlier.under(entry.event)?._tag // => undefined
 * ```
 */
import type { BudgetEvent, Kind } from "../event/BudgetEvent.ts"
import * as Posting from "../event/Posting.ts"
import type { Source } from "../journal/Journal.ts"
import { format } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { RecordedKind, Refusal } from "../value/Refusal.ts"
import * as Ledger from "./Ledger.ts"

/** The earlier imports of a ledger, as they were when an import began. */
export interface EarlierImports {
  /** Marks an entry as repeated: a row of the running import has its id, so its amount is in the new file too. */
  readonly repeat: (entry: number) => void
  /** Returns the refusal of a row that would be added to an amount that no row repeats. */
  readonly under: (event: BudgetEvent) => Refusal | undefined
  /** Returns an entry that no row repeats and that differs from a row in its texts only, and marks it as repeated. */
  readonly rewritten: (event: BudgetEvent) => number | undefined
}

/** Returns the earlier imports of a ledger. Entries that are appended later do not belong to them. */
export const begin = (ledger: Ledger.Ledger): EarlierImports => {
  const { columns, traces } = ledger
  const last = Ledger.position(ledger)
  const slots = columns.cells.length
  const reversed = Ledger.planAt(ledger)?.reversed ?? new Map<number, number>()
  const repeated = new Set<number>()
  const bySlot = new Map<number, ReadonlyArray<number>>()

  const sourceAt = (entry: number): Source | undefined => traces.sourceAt(entry)
  const amountOn = (slot: number, entry: number): Money.Money => {
    let sum = 0n
    for (let posting = columns.endOf(entry - 1); posting < columns.endOf(entry); posting++)
      if (columns.cellOfPosting(posting) === slot) sum += columns.amountOf(posting)
    return Money.ofMicros(sum)
  }
  const imported = (slot: number): ReadonlyArray<number> => {
    const known = bySlot.get(slot)
    if (known !== undefined) return known
    const entries = new Set<number>()
    let sum = 0n
    for (const posting of columns.chain(slot, 0, last)) {
      const { entry, amount } = columns.posting(posting)
      if (amount === 0n || sourceAt(entry) === undefined || reversed.has(entry)) continue
      if (derived.has(traces.kindAt(entry))) continue
      entries.add(entry)
      sum += amount
    }
    // On amounts that sum to zero, adding and replacing are the same.
    const found = sum === 0n ? [] : [...entries].reverse()
    bySlot.set(slot, found)
    return found
  }
  const slotOf = ({ place, year }: Posting.Posting): number | undefined => {
    const slot = columns.findCell(place, year)
    return slot === undefined || slot >= slots ? undefined : slot
  }

  return {
    repeat: (entry) => {
      repeated.add(entry)
    },
    under: (event) => {
      for (const posting of Posting.of(event)) {
        const slot = slotOf(posting)
        const entry = slot === undefined ? undefined : imported(slot).find((one) => !repeated.has(one))
        if (slot === undefined || entry === undefined) continue
        const source = sourceAt(entry)
        return {
          _tag: "AmountRecorded",
          what: kindOf(event),
          place: format(posting.place),
          year: posting.year,
          amount: Money.format(amountOn(slot, entry)),
          entry,
          ...(source === undefined ? {} : { file: source.name }),
          ...(source?.line === undefined ? {} : { line: source.line }),
        }
      }
      return undefined
    },
    rewritten: (event) => {
      const postings = Posting.of(event)
      const found = candidates(postings, slotOf, imported).find(
        (entry) =>
          !repeated.has(entry) &&
          traces.kindAt(entry) === event._tag &&
          columns.endOf(entry) - columns.endOf(entry - 1) === postings.length &&
          postings.every((posting) => amountOn(slotOf(posting) ?? slots, entry) === posting.amount),
      )
      if (found !== undefined) repeated.add(found)
      return found
    },
  }
}

const candidates = (
  postings: ReadonlyArray<Posting.Posting>,
  slotOf: (posting: Posting.Posting) => number | undefined,
  imported: (slot: number) => ReadonlyArray<number>,
): ReadonlyArray<number> =>
  postings.flatMap((posting) => {
    const slot = slotOf(posting)
    return slot === undefined ? [] : imported(slot)
  })

// Amounts of rules follow those of people, and a reversal belongs to the entry that it reverses.
const derived: ReadonlySet<Kind | undefined> = new Set<Kind>([
  "OverheadReallocated",
  "PassedThrough",
  "ContributionsApportioned",
  "Reversed",
])

const kindOf = (event: BudgetEvent): RecordedKind => {
  if (event._tag === "ResultCarriedForward") return "result"
  if (event._tag === "FundsEarmarked") return "funds"
  return event._tag === "DebtOpened" ? "debt" : "line"
}
