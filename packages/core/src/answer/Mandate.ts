/**
 * The decision (besluit) of a governing body behind an entry.
 *
 * ```ts
 * Mandate.of(ledger, 7)?.resolution?.date // => "2026-02-01"
 * Mandate.behind(ledger, 7)?.plan // => "2026/1"
 * Mandate.list(ledger, [7]).map(({ entries }) => entries) // => [[7]]
 * ```
 */
import type { Resolution } from "../event/BudgetEvent.ts"
import * as Ledger from "../ledger/Ledger.ts"

/** A decision: the version of the plan that it made, the resolution, and its motivation. */
export interface Mandate {
  readonly plan: string | undefined
  readonly resolution: Resolution | undefined
  readonly motivation: string | undefined
}

/** Returns the decision that the event of an entry states itself. */
export const of = ({ traces }: Ledger.Ledger, entry: number): Mandate | undefined => {
  const event = traces.events.get(entry)
  if (event === undefined) return undefined
  const resolution = "resolution" in event ? event.resolution : undefined
  const adjusted = event._tag === "PlanAdjusted" ? event : undefined
  if (resolution === undefined && adjusted === undefined) return undefined
  return { plan: adjusted?.plan, resolution, motivation: adjusted?.motivation }
}

/**
 * Returns the decision that an entry belongs to: its own, or that of the version of the plan in force, which a posting of a
 * rule follows. A realisation is recorded, not decided.
 */
export const behind = (ledger: Ledger.Ledger, entry: number): Mandate | undefined => {
  const own = of(ledger, entry)
  if (own !== undefined) return own
  if (ledger.traces.kindAt(entry) === "ActualRecorded") return undefined
  const version = Ledger.planAt(ledger, entry)?.versions.at(-1)
  if (version === undefined) return undefined
  const made = of(ledger, version.position)
  return { plan: version.label, resolution: made?.resolution, motivation: made?.motivation }
}

/** A decision and the entries that it is behind, in order. */
export interface MandatedEntries {
  readonly decision: Mandate
  readonly entries: ReadonlyArray<number>
}

/** Returns the decisions behind entries, in the order of their first entry. */
export const list = (ledger: Ledger.Ledger, entries: Iterable<number>): ReadonlyArray<MandatedEntries> => {
  const groups = new Map<string, { readonly decision: Mandate; readonly entries: Array<number> }>()
  for (const entry of new Set(entries)) {
    const decision = behind(ledger, entry)
    if (decision === undefined) continue
    const key = JSON.stringify(decision)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { decision, entries: [entry] })
    else known.entries.push(entry)
  }
  return [...groups.values()]
}
