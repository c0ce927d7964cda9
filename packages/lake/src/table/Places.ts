/** The table `places`: the codes of every place that ever had an amount. */
import type { BudgetLine } from "@grootboek/core"
import type { LakeGrowth } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

/** Returns the places that appear in the new entries; `appearances` lists the first entry of each place. */
export const of = (
  { name, ledger, after }: LakeGrowth,
  appearances: ReadonlyArray<number>,
): LakeTable.LakeTable => {
  const rows = appearances.flatMap((entry, place) => (entry > after ? [{ entry, place }] : []))
  const codes = (code: Exclude<keyof BudgetLine.Place, "phase">) =>
    LakeTable.texts(rows, ({ place }) => ledger.columns.places[place]?.[code])
  return LakeTable.of("places", rows.length, {
    ledger: LakeTable.texts(rows, () => name),
    place: LakeTable.ints(rows, ({ place }) => place),
    first_entry: LakeTable.ints(rows, ({ entry }) => entry),
    phase: LakeTable.texts(rows, ({ place }) => ledger.columns.places[place]?.phase),
    direction: codes("direction"),
    account: codes("account"),
    policy_item: codes("policyItem"),
    action: codes("action"),
    sector: codes("sector"),
    envelope: codes("envelope"),
    part: codes("part"),
  })
}
