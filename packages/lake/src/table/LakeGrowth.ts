/** What is new in a ledger since the last export: the entries after one position, up to the end of the journal. */
import type { Ledger, Plan } from "@grootboek/core"

/** The growth of a ledger. The ledger has every entry from the first, because places and versions are numbered from there. */
export interface LakeGrowth {
  readonly name: string
  readonly ledger: Ledger.Ledger
  /** The last position that was exported before; 0 at the first export. */
  readonly after: number
  /** The actor of each entry after that position, in order. */
  readonly actors: ReadonlyArray<string>
}

/** Returns the positions of the new entries. */
export const positions = ({ ledger, after }: LakeGrowth): ReadonlyArray<number> =>
  Array.from({ length: ledger.columns.entries - after }, (_, index) => after + 1 + index)

/** Returns every plan of the journal, with the position from which it is in force and the plan before it. */
export const planChanges = ({
  ledger,
}: LakeGrowth): ReadonlyArray<{
  readonly position: number
  readonly plan: Plan.Plan
  readonly before: Plan.Plan | undefined
}> => ledger.plans.map((change, index) => ({ ...change, before: ledger.plans[index - 1]?.plan }))
