/** The table `entries`: when, by whom and from which source an entry was recorded, and the version of the plan at it. */
import { Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import { type LakeGrowth, positions } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

/** A version of the plan with the span of its decision. */
interface VersionSpan {
  readonly number: number
  readonly label: string
  readonly position: number
  readonly decided: number
}

export const of = (growth: LakeGrowth): LakeTable.LakeTable => {
  const { name, ledger, after, actors } = growth
  const rows = positions(growth)
  const versions = spans(ledger)
  const versionAt = (entry: number): VersionSpan | undefined =>
    versions.findLast(({ position }) => position <= entry)
  const source = (entry: number) => ledger.traces.sourceAt(entry)
  return LakeTable.of("entries", rows.length, {
    ledger: LakeTable.texts(rows, () => name),
    entry: LakeTable.ints(rows, (entry) => entry),
    time: LakeTable.texts(rows, (entry) => ledger.traces.at(entry)?.time),
    kind: LakeTable.texts(rows, (entry) => ledger.traces.kindAt(entry)),
    actor: LakeTable.texts(rows, (entry) => actors[entry - after - 1]),
    source: LakeTable.texts(rows, (entry) => source(entry)?.name),
    sha256: LakeTable.texts(rows, (entry) => source(entry)?.sha256),
    line: LakeTable.ints(rows, (entry) => source(entry)?.line),
    version: LakeTable.ints(rows, (entry) => versionAt(entry)?.number),
    plan: LakeTable.texts(rows, (entry) => versionAt(entry)?.label),
    // Whether the entry belongs to the decision that made the version: the moment `decision:` ends at the last of these.
    decides: LakeTable.flags(rows, (entry) => entry <= (versionAt(entry)?.decided ?? 0)),
  })
}

const spans = (ledger: Ledger.Ledger): ReadonlyArray<VersionSpan> =>
  (Ledger.planAt(ledger)?.versions ?? []).map(({ label, position }, index) => ({
    number: index + 1,
    label,
    position,
    decided: Result.getOrElse(Ledger.moment(ledger, `decision:${label}`), () => position),
  }))
