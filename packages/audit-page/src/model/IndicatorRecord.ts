/** What the journal states about an indicator: its declarations, targets and measurements, each with its entry. */
import { type Indicator, Ledger } from "@grootboek/core"
import { DeclaredChange } from "@grootboek/core/answer"
import * as Filter from "./Filter.ts"

/** A target or measurement, and the entry that recorded it. */
export interface IndicatorRecord<A> {
  readonly entry: number
  readonly value: A
}

/** The targets and measurements of one indicator, in the order of the journal; replaced ones are included. */
export interface IndicatorHistory {
  readonly targets: ReadonlyArray<IndicatorRecord<Indicator.IndicatorTarget>>
  readonly measurements: ReadonlyArray<IndicatorRecord<Indicator.Measurement>>
}

/** Returns what the entries up to a position state about an indicator. */
export const of = (ledger: Ledger.Ledger, code: string, position: number): IndicatorHistory => {
  const targets: Array<IndicatorRecord<Indicator.IndicatorTarget>> = []
  const measurements: Array<IndicatorRecord<Indicator.Measurement>> = []
  for (const [entry, event] of ledger.traces.events) {
    if (entry > position) continue
    const declared = DeclaredChange.declared(event)
    for (const value of declared.targets ?? []) if (value.indicator === code) targets.push({ entry, value })
    for (const value of declared.measurements ?? [])
      if (value.indicator === code) measurements.push({ entry, value })
  }
  return { targets, measurements }
}

/**
 * Returns the test of indicators that a filter makes: by the action or objective that they belong to, and by the decision or
 * file that declared, aimed at or measured them. The other kinds of terms are about postings.
 */
export const test = (
  ledger: Ledger.Ledger,
  terms: ReadonlyArray<Filter.FilterTerm>,
): ((indicator: Indicator.Indicator) => boolean) => {
  const { goals = new Map() } = Ledger.planAt(ledger)?.structure ?? {}
  const actions = terms.filter(({ kind }) => kind === "action")
  const isEntry = Filter.entryTest(ledger, terms)
  const narrows = terms.some(({ kind }) => kind === "decision" || kind === "file")
  const stated = new Set<string>()
  if (narrows)
    for (const [entry, event] of ledger.traces.events) {
      if (!isEntry(entry)) continue
      const declared = DeclaredChange.declared(event)
      for (const { code } of declared.indicators ?? []) stated.add(code)
      for (const { indicator } of [...(declared.targets ?? []), ...(declared.measurements ?? [])])
        stated.add(indicator)
    }
  return ({ code, goal }) =>
    (actions.length === 0 || actions.some(({ value }) => Filter.isBelow(goals, goal, value))) &&
    (!narrows || stated.has(code))
}

/** What changed beside the amounts with one version of the plan. */
export interface VersionChanges {
  readonly label: string
  readonly position: number
  readonly changes: ReadonlyArray<DeclaredChange.DeclaredChange>
}

/** Returns the changes of indicators, targets and texts of each version after the first, up to a position. */
export const changes = (ledger: Ledger.Ledger, position: number): ReadonlyArray<VersionChanges> => {
  const versions = (Ledger.planAt(ledger)?.versions ?? []).filter((one) => one.position <= position)
  return versions.slice(1).flatMap(({ label, position: first }, index) => {
    const next = versions[index + 2]?.position ?? position + 1
    const [from, to] = [Ledger.planAt(ledger, first - 1), Ledger.planAt(ledger, next - 1)]
    if (from === undefined || to === undefined) return []
    const found = DeclaredChange.between(ledger, {
      from: { position: first - 1, plan: from },
      to: { position: next - 1, plan: to },
    })
    return found.length === 0 ? [] : [{ label, position: first, changes: found }]
  })
}
