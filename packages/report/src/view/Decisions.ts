/** The decisions behind the postings of an explanation, each with its entries. */
import type { Explain } from "@grootboek/core"
import * as Resolutions from "./Resolutions.ts"

/** A decision and the entries that it is behind, in order. */
export interface DecidedEntries {
  readonly decision: Resolutions.Resolved
  readonly entries: ReadonlyArray<number>
}

/** Returns the decisions in the order of their first entry. Realisations are recorded, not decided. */
export const of = (
  postings: ReadonlyArray<Explain.ExplainedPosting>,
  deciders: Resolutions.Deciders,
): ReadonlyArray<DecidedEntries> => {
  const groups = new Map<
    string,
    { readonly decision: Resolutions.Resolved; readonly entries: Array<number> }
  >()
  for (const entry of new Set(postings.flatMap((one) => (one.place.phase === "actual" ? [] : [one.entry])))) {
    const decision = deciders(entry)
    if (decision === undefined) continue
    const key = JSON.stringify([Resolutions.format(decision), decision.motivation])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { decision, entries: [entry] })
    else known.entries.push(entry)
  }
  return [...groups.values()]
}

/** Returns entries as spans: `12, 15-18`. */
export const spans = (entries: ReadonlyArray<number>): string => {
  const found: Array<readonly [first: number, last: number]> = []
  for (const entry of entries.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last !== undefined && entry === last[1] + 1) found[found.length - 1] = [last[0], entry]
    else found.push([entry, entry])
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ")
}
