/**
 * Remarks about realisations and commitments that were recorded after a position, for the import that recorded them.
 *
 * ```ts
 * RealisationRemarks.of(ledger, 0).map(({ code }) => code) // => []
 * ```
 */
import * as Balances from "../fold/Balances.ts"
import * as Remark from "../journal/Remark.ts"
import * as Commitment from "../rule/Commitment.ts"
import { estimated, format, key, lineOf } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import type * as Ledger from "./Ledger.ts"

/** Returns the remarks about each line and year with a booking or a commitment after a position, and about closings. */
export const of = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> =>
  [...ofLines(ledger, after), ...ofClosings(ledger, after)].sort((a, b) => a.position - b.position)

/** The amounts of a line in a year, and the entry that changed it last. */
interface LineYear {
  readonly place: string
  readonly year: Year
  entry: number
  estimate: Money.Money
  realised: Money.Money
  open: Money.Money
}

const ofLines = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const touched = touchedLines(ledger, after)
  if (touched.size === 0) return []
  const balances = Balances.of(ledger.columns)
  for (const { place, year, amount } of Balances.list(balances)) {
    const line = lineOf(place)
    const found = line === undefined ? undefined : touched.get(`${key(estimated(line))}\u001f${year}`)
    if (found === undefined) continue
    if (place.phase === "estimate") found.estimate = Money.add(found.estimate, amount)
    if (place.phase === "actual") found.realised = Money.add(found.realised, amount)
  }
  for (const year of new Set([...touched.values()].map((one) => one.year)))
    for (const { line, amount } of Commitment.open(balances, { year })) {
      const found = touched.get(`${key(estimated(line))}\u001f${year}`)
      if (found !== undefined) found.open = Money.add(found.open, amount)
    }
  return [...touched.values()].flatMap((one) => {
    const facts = factsOf(one)
    return facts === undefined ? [] : [Remark.of(one.entry, facts)]
  })
}

const factsOf = ({ place, year, ...amounts }: LineYear): Remark.RemarkFacts | undefined => {
  const [estimate, realised, open] = [amounts.estimate, amounts.realised, amounts.open].map(Money.format)
  const texts = { estimate: estimate ?? "", realised: realised ?? "" }
  if (Money.isZero(amounts.estimate) && !Money.isZero(amounts.realised))
    return { _tag: "LineWithoutEstimate", place, year, realised: texts.realised }
  if (amounts.realised > amounts.estimate) return { _tag: "EstimatePassed", place, year, ...texts }
  return Money.add(amounts.realised, amounts.open) > amounts.estimate
    ? { _tag: "AvailableBelowZero", place, year, ...texts, open: open ?? "" }
    : undefined
}

/** Returns the lines and years of the bookings and commitments after a position. */
const touchedLines = ({ columns }: Ledger.Ledger, after: number): Map<string, LineYear> => {
  const touched = new Map<string, LineYear>()
  columns.cells.forEach(({ place: id, year }, slot) => {
    const place = columns.places[id]
    if (place?.phase !== "actual" && place?.phase !== "commitment") return
    const line = lineOf(place)
    const last = [...columns.chain(slot, after, columns.entries)].map((at) => columns.posting(at).entry)
    if (line === undefined || last.length === 0) return
    const where = `${key(estimated(line))}\u001f${year}`
    const entry = Math.max(touched.get(where)?.entry ?? 0, ...last)
    const none = { estimate: Money.zero, realised: Money.zero, open: Money.zero }
    touched.set(where, { place: format(line), year, entry, ...none })
  })
  return touched
}

const ofClosings = ({ traces }: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> =>
  [...traces.events].flatMap(([position, event]) => {
    if (position <= after || event._tag !== "YearClosed" || event.released === undefined) return []
    const { year, released } = event
    const amount = Money.sum(released.map((one) => Money.negate(Money.from(one.amount))))
    const facts = { year, count: released.length, amount: Money.format(amount) }
    return [Remark.of(position, { _tag: "CommitmentsReleased", ...facts })]
  })
