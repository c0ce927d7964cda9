/** Remarks about the versions of a plan: gaps in their labels, and labels and decisions out of order. */
import type { Resolution } from "../event/BudgetEvent.ts"
import * as Remark from "../journal/Remark.ts"
import type { Version } from "../rule/Plan.ts"
import * as Ledger from "./Ledger.ts"

/** Returns the remarks about the versions that were recorded after a position. */
export const of = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return []
  return plan.versions.flatMap((version, index) => {
    if (index === 0 || version.position <= after) return []
    const earlier = plan.versions.slice(0, index)
    return [
      ...labelOf(version, earlier),
      ...decisionOf(ledger, version, { earlier, first: plan.years.first }),
    ].map((facts) => Remark.of(version.position, facts))
  })
}

/** The year and the number of a label such as `2026/1`; another label has no order. */
const numbered = (label: string): readonly [year: number, turn: number] | undefined => {
  if (!/^\d{4}\/\d{1,4}$/.test(label)) return undefined
  return [Number(label.slice(0, 4)), Number(label.slice(5))]
}

const labelOf = ({ label }: Version, earlier: ReadonlyArray<Version>): ReadonlyArray<Remark.RemarkFacts> => {
  const own = numbered(label)
  if (own === undefined) return []
  const [year, turn] = own
  const missing = `${year}/${turn - 1}`
  const later = earlier.find((version) => {
    const [otherYear, otherTurn] = numbered(version.label) ?? own
    return otherYear > year || (otherYear === year && otherTurn > turn)
  })
  return [
    ...(turn > 1 && earlier.every((version) => version.label !== missing)
      ? [{ _tag: "LabelGap", plan: label, missing } as const]
      : []),
    ...(later === undefined ? [] : [{ _tag: "LabelOrder", plan: label, later: later.label } as const]),
  ]
}

const decisionOf = (
  ledger: Ledger.Ledger,
  version: Version,
  { earlier, first }: { readonly earlier: ReadonlyArray<Version>; readonly first: number },
): ReadonlyArray<Remark.RemarkFacts> => {
  const date = resolutionAt(ledger, version)?.date
  if (date === undefined) return []
  const dated = earlier.flatMap((other) => {
    const since = resolutionAt(ledger, other)?.date
    return since === undefined ? [] : [{ other: other.label, since }]
  })
  // Without a dated decision, the first day of the plan is compared.
  const compared =
    dated.length > 0
      ? dated
      : earlier.slice(0, 1).map(({ label }) => ({ other: label, since: `${first}-01-01` }))
  return compared
    .filter(({ since }) => since > date && compared.every((one) => one.since <= since))
    .slice(-1)
    .map((latest) => ({ _tag: "DecisionBefore", plan: version.label, date, ...latest }))
}

const resolutionAt = ({ traces }: Ledger.Ledger, { position }: Version): Resolution | undefined => {
  const event = traces.events.get(position)
  return event !== undefined && "resolution" in event ? event.resolution : undefined
}
