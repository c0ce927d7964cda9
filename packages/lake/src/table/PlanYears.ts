/** The table `plan_years`: the years of each version of the plan, and whether the version sets their credits. */
import { Ledger, Year } from "@grootboek/core"
import type { LakeGrowth } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

export const of = ({ name, ledger, after }: LakeGrowth): LakeTable.LakeTable => {
  const plan = Ledger.planAt(ledger)
  const years = plan === undefined ? [] : Year.list(plan.years)
  const rows = (plan?.versions ?? []).flatMap(({ label, position, creditYears }, index) =>
    position > after
      ? years.map((year) => ({
          number: index + 1,
          label,
          position,
          year,
          isCredit: creditYears.includes(year),
        }))
      : [],
  )
  return LakeTable.of("plan_years", rows.length, {
    ledger: LakeTable.texts(rows, () => name),
    version: LakeTable.ints(rows, ({ number }) => number),
    plan: LakeTable.texts(rows, ({ label }) => label),
    first_entry: LakeTable.ints(rows, ({ position }) => position),
    entity: LakeTable.texts(rows, () => plan?.entity.name),
    entity_type: LakeTable.texts(rows, () => plan?.entity.type),
    year: LakeTable.ints(rows, ({ year }) => year),
    is_credit: LakeTable.flags(rows, ({ isCredit }) => isCredit),
  })
}
