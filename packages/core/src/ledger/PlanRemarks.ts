/**
 * Remarks about a plan as a whole: its versions, estimates below zero, and rules that are stale.
 *
 * ```ts
 * PlanRemarks.of(ledger).map(({ code }) => code) // => []
 * ```
 */
import * as Remark from "../journal/Remark.ts"
import * as SourceAccount from "../rule/SourceAccount.ts"
import { format, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as EnvelopeRemarks from "./EnvelopeRemarks.ts"
import * as Ledger from "./Ledger.ts"
import * as RuleRemarks from "./RuleRemarks.ts"
import * as VersionRemarks from "./VersionRemarks.ts"

/** Returns the remarks about what was recorded after a position, in the order of the journal. */
export const of = (ledger: Ledger.Ledger, after = 0): ReadonlyArray<Remark.Remark> =>
  [
    ...VersionRemarks.of(ledger, after),
    ...belowZero(ledger, after),
    ...RuleRemarks.stale(ledger, after),
    ...stillOwed(ledger, after),
    ...RuleRemarks.elsewhere(ledger, after),
    ...sourcesDisagree(ledger, after),
    ...EnvelopeRemarks.of(ledger, after),
  ].sort((a, b) => a.position - b.position)

/** The slots of one line in one year, over all its parts (partners and members), and their sum. */
interface LineYear {
  readonly place: string
  readonly year: number
  readonly slots: Array<number>
  now: bigint
}

const belowZero = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const { columns } = ledger
  const negative = lineYears(ledger).filter(({ now }) => now < 0n)
  if (negative.length === 0) return []
  const then = columns.at(after)
  return negative.flatMap(({ place, year, slots, now }): ReadonlyArray<Remark.Remark> => {
    const entry = Math.max(...slots.map((slot) => lastEntry(ledger, slot)))
    // For the whole journal, the amount before is that before the last entry.
    const before =
      after > 0
        ? slots.reduce((sum, slot) => sum + (then[slot] ?? 0n), 0n)
        : now - postedBy(ledger, entry, slots)
    if (after > 0 && before === now) return []
    const amounts = { before: textOf(before), now: textOf(now) }
    return [Remark.of(entry, { _tag: "EstimateBelowZero", place, year, ...amounts })]
  })
}

/** Returns a remark for each action and account of receipts that does not fit the only source of the action. */
const sourcesDisagree = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return []
  const { columns } = ledger
  const now = columns.at(columns.entries)
  const found = new Map<string, { readonly facts: SourceAccount.SourceAccount; entry: number }>()
  columns.cells.forEach(({ place: id }, slot) => {
    const place = columns.places[id]
    const facts = now[slot] === 0n || place === undefined ? undefined : SourceAccount.of(plan, place)
    if (facts === undefined) return
    const known = found.get(`${facts.action} ${facts.account}`) ?? { facts, entry: 0 }
    known.entry = Math.max(known.entry, lastEntry(ledger, slot))
    found.set(`${facts.action} ${facts.account}`, known)
  })
  return [...found.values()].flatMap(({ facts, entry }) =>
    entry > after ? [Remark.of(entry, { _tag: "SourceDisagrees", ...facts })] : [],
  )
}

/** Returns a remark for each year in which a pass-through received another amount than it paid on, by realisations. */
const stillOwed = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const { plan, balances } = Ledger.state(ledger)
  const actions = [...(plan?.passThroughs ?? [])].flatMap(([action, { shares }]) =>
    shares.length === 0 ? [] : [action],
  )
  if (actions.length === 0) return []
  const { columns, amounts } = balances()
  const sums = new Map<string, BookedYear>()
  columns.cells.forEach(({ place: id, year }, slot) => {
    const { phase, action = "", direction } = columns.places[id] ?? {}
    if (phase !== "actual" || !actions.includes(action)) return
    const sum = sums.get(`${action} ${year}`) ?? { action, year, entry: 0, received: 0n, paid: 0n }
    sums.set(`${action} ${year}`, sum)
    sum[direction === "O" ? "received" : "paid"] += amounts[slot] ?? 0n
    sum.entry = Math.max(sum.entry, lastEntry(ledger, slot))
  })
  return [...sums.values()].flatMap(({ action, year, entry, received, paid }) => {
    if (received === paid || entry <= after) return []
    const facts = { action, year, received: textOf(received), paid: textOf(paid) }
    return [Remark.of(entry, { _tag: "PassThroughOwed", ...facts })]
  })
}

/** What an action received and paid in a year, and the last entry of its bookings. */
interface BookedYear {
  readonly action: string
  readonly year: number
  entry: number
  received: bigint
  paid: bigint
}

const lineYears = ({ columns }: Ledger.Ledger): ReadonlyArray<LineYear> => {
  const now = columns.at(columns.entries)
  const lines = columns.places.map(({ part: _, ...line }) =>
    line.phase === "estimate" && line.policyItem !== undefined ? { id: key(line), line } : undefined,
  )
  const out = new Map<string, LineYear>()
  columns.cells.forEach(({ place, year }, slot) => {
    const found = lines[place]
    if (found === undefined) return
    const id = `${found.id}\u001f${year}`
    const sum = out.get(id) ?? { place: format(found.line), year, slots: [], now: 0n }
    sum.slots.push(slot)
    sum.now += now[slot] ?? 0n
    out.set(id, sum)
  })
  return [...out.values()]
}

const textOf = (micros: bigint): string => Money.format(Money.ofMicros(micros))

const lastEntry = ({ columns }: Ledger.Ledger, slot: number): number => {
  const [posting] = columns.chain(slot, 0, columns.entries)
  return posting === undefined ? 0 : columns.posting(posting).entry
}

const postedBy = ({ columns }: Ledger.Ledger, entry: number, slots: ReadonlyArray<number>): bigint => {
  let sum = 0n
  // An entry may have thousands of postings, and as many slots may be below zero.
  for (const slot of slots)
    for (const posting of columns.chain(slot, entry - 1, entry)) sum += columns.amountOf(posting)
  return sum
}
