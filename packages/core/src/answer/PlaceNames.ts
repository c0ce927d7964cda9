/**
 * The names beside the codes of a place: its action, policy item, counterparty, and the T2 row of its account.
 *
 * ```ts
 * PlaceNames.of(plan.structure, { ...rent, phase: "estimate" }).action // => "Loket"
 * ```
 */
import type { Structure } from "../event/Structure.ts"
import { forms } from "../form/bbc3/index.ts"
import * as Dimension from "../form/Dimension.ts"
import type { FormRow } from "../form/Form.ts"
import type { Place } from "../value/BudgetLine.ts"

/** The names of the codes of a place; a code without a declared name has none. */
export interface PlaceNames {
  readonly action?: string
  readonly policyItem?: string
  readonly sector?: string
  /** The T2 row that counts the account, as the form prints it. */
  readonly account?: string
}

/** Returns the names of the codes of a place under a structure. */
export const of = (structure: Structure, place: Place): PlaceNames => {
  const action = structure.goals.get(place.action ?? "")?.name
  const policyItem = structure.policyItems.get(place.policyItem ?? "")?.name
  const sector = structure.sectors.get(place.sector ?? "")?.counterparty
  const dimensions = Dimension.of(structure, place)
  const account = Dimension.isUnplaced(dimensions)
    ? undefined
    : rows.get([dimensions.section, place.direction, dimensions.row].join("\u001f"))
  return {
    ...(action === undefined ? {} : { action }),
    ...(policyItem === undefined ? {} : { policyItem }),
    ...(sector === undefined ? {} : { sector }),
    ...(account === undefined ? {} : { account }),
  }
}

const t2: Readonly<Record<string, FormRow>> = forms.T2.rows

/** The labels of the T2 leaf rows. A dash row continues the label of the row above it. */
const rows: ReadonlyMap<string, string> = new Map(
  Object.entries(t2).flatMap(([id, row]): ReadonlyArray<[string, string]> => {
    if (!("count" in row) || row.count.row === undefined) return []
    const above = id.replace(/-[^-]*$/, "")
    const parent = above === id ? undefined : t2[above]?.label
    const label = parent === undefined ? row.label : `${parent} ${row.label}`
    return [[[row.count.section, row.count.direction, row.count.row].join("\u001f"), label]]
  }),
)
