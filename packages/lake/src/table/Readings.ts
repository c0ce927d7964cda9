/**
 * The table `readings`: how the plan reads each place from an entry on, until a later reading of the same place follows.
 *
 * The section, the row and the groups of a place depend on the structure in force. A posting does not hold them, because
 * a later structure reads an earlier posting in another way.
 */
import { type BudgetLine, Dimension, Funding, Layout, type Plan } from "@grootboek/core"
import { type LakeGrowth, planChanges } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

/** How a plan reads a place. A place without a section counts in no form. */
interface PlaceReading {
  readonly section: string | undefined
  readonly row: string | undefined
  readonly domain: string | undefined
  readonly objective: string | undefined
  readonly action: string | undefined
  readonly goal: string | undefined
  /** The condition of the money, when it is not met. */
  readonly unmet: string | undefined
}

interface ReadingRow extends PlaceReading {
  readonly place: number
  readonly since: number
}

/** Returns the new readings; `appearances` lists the first entry of each place. */
export const of = (growth: LakeGrowth, appearances: ReadonlyArray<number>): LakeTable.LakeTable => {
  const rows = all(growth, appearances).filter(({ since }) => since > growth.after)
  const texts = (code: keyof PlaceReading) => LakeTable.texts(rows, (row) => row[code])
  return LakeTable.of("readings", rows.length, {
    ledger: LakeTable.texts(rows, () => growth.name),
    place: LakeTable.ints(rows, ({ place }) => place),
    since: LakeTable.ints(rows, ({ since }) => since),
    section: texts("section"),
    t2_row: texts("row"),
    domain: texts("domain"),
    objective: texts("objective"),
    action: texts("action"),
    goal: texts("goal"),
    unmet: texts("unmet"),
  })
}

const all = (growth: LakeGrowth, appearances: ReadonlyArray<number>): ReadonlyArray<ReadingRow> => {
  const { places } = growth.ledger.columns
  const out: Array<ReadingRow> = []
  const last = new Map<number, string>()
  let read: ((place: BudgetLine.Place) => PlaceReading) | undefined
  let seen = 0
  const write = (place: number, since: number): void => {
    if (read === undefined) return
    const reading = read(places[place] as BudgetLine.Place)
    const text = JSON.stringify(Object.values(reading).map((value) => value ?? null))
    if (last.get(place) === text) return
    last.set(place, text)
    out.push({ place, since, ...reading })
  }
  const writeUntil = (position: number): void => {
    for (; seen < places.length && (appearances[seen] as number) <= position; seen++)
      write(seen, appearances[seen] as number)
  }
  for (const { position, plan, before } of planChanges(growth)) {
    writeUntil(position - 1)
    if (before !== undefined && readsAlike(plan, before)) continue
    read = reader(plan)
    for (let place = 0; place < seen; place++) write(place, position)
  }
  writeUntil(growth.ledger.columns.entries)
  return out
}

/** Whether two plans read every place in the same way, because what a reading depends on was not declared again. */
const readsAlike = (a: Plan.Plan, b: Plan.Plan): boolean =>
  a.structure.goals === b.structure.goals &&
  a.structure.policyItems === b.structure.policyItems &&
  a.structure.sectors === b.structure.sectors &&
  a.structure.accounts === b.structure.accounts &&
  a.funding === b.funding &&
  a.met === b.met

const reader = (plan: Plan.Plan): ((place: BudgetLine.Place) => PlaceReading) => {
  const { structure } = plan
  const counting = {
    policyDomain: Layout.countingGroups("policyDomain", structure),
    policyObjective: Layout.countingGroups("policyObjective", structure),
    action: Layout.countingGroups("action", structure),
    goal: Layout.countingGroups("goal", structure),
  }
  return (place) => {
    const dimensions = Dimension.of(structure, place)
    const unmet = Funding.unmet(plan, place)
    if (Dimension.isUnplaced(dimensions)) return { ...nowhere, unmet }
    const group = (by: keyof typeof counting): string | undefined => {
      const code = Layout.groupCode(by, dimensions)
      return code !== undefined && counting[by].has(code) ? code : undefined
    }
    return {
      section: dimensions.section,
      row: dimensions.row,
      domain: group("policyDomain"),
      objective: group("policyObjective"),
      action: group("action"),
      goal: group("goal"),
      unmet,
    }
  }
}

const nowhere = {
  section: undefined,
  row: undefined,
  domain: undefined,
  objective: undefined,
  action: undefined,
  goal: undefined,
} as const
