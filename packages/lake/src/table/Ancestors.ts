/**
 * The table `ancestors`: the nodes of the objectives tree that count the amounts of a node, itself included, from an entry
 * on, until a later set of the same node follows.
 */
import { Form, Layout, LinearForm, type Structure } from "@grootboek/core"
import { type LakeGrowth, planChanges } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

/** A node and a node that counts it, from an entry on. */
interface AncestorRow {
  readonly goal: string
  readonly since: number
  readonly ancestor: string
}

export const of = (growth: LakeGrowth): LakeTable.LakeTable => {
  const rows = all(growth).filter(({ since }) => since > growth.after)
  return LakeTable.of("ancestors", rows.length, {
    ledger: LakeTable.texts(rows, () => growth.name),
    goal: LakeTable.texts(rows, ({ goal }) => goal),
    since: LakeTable.ints(rows, ({ since }) => since),
    ancestor: LakeTable.texts(rows, ({ ancestor }) => ancestor),
  })
}

const all = (growth: LakeGrowth): ReadonlyArray<AncestorRow> => {
  const out: Array<AncestorRow> = []
  const last = new Map<string, string>()
  for (const { position, plan, before } of planChanges(growth)) {
    if (before?.structure.goals === plan.structure.goals) continue
    for (const [goal, ancestors] of sets(plan.structure)) {
      const text = JSON.stringify(ancestors)
      if (last.get(goal) === text) continue
      last.set(goal, text)
      for (const ancestor of ancestors) out.push({ goal, since: position, ancestor })
    }
  }
  return out
}

// A form with one row per node: its linear form says which nodes count which.
const tree = Form.grouped({
  id: "tree",
  title: "Doelstellingenboom",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  by: "goal",
  address: "code",
  showEmpty: false,
  template: { U: { label: "Uitgaven", count: { direction: "U" } } },
  totals: {},
})

const sets = (structure: Structure.Structure): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const layout = Layout.of(tree, structure)
  const { rows } = layout
  const { up } = LinearForm.of(layout, 1)
  return rows.flatMap(({ index, count, group }) =>
    count === undefined
      ? []
      : [
          [
            group,
            [...up.rows.subarray(up.starts[index], up.starts[index + 1])].map(
              (row) => rows[row]?.group ?? "",
            ),
          ],
        ],
  )
}
