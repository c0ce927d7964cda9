/** The amounts of a plan that norms are checked on. */
import * as Structure from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** The amounts that norms are checked on, by year: M2 IX, M2 VII, the self-financing margin, and all estimates. */
export interface NormReadings {
  readonly plan: Plan
  readonly available: ReadonlyMap<Year, Money.Money>
  readonly reserve: ReadonlyMap<Year, Money.Money>
  readonly margin: ReadonlyMap<Year, Money.Money>
  readonly estimates: ReadonlyArray<Balances.Balance>
}

/** Returns these amounts at a position, without those of some nodes of the objectives tree. */
export const of = (
  ledger: Ledger.Ledger,
  { plan, position }: Ledger.PlanAt,
  without: ReadonlyArray<string>,
): NormReadings => {
  const balances = Balances.where(
    Balances.of(ledger.columns, position),
    ({ action }) => !Structure.isWithin(plan.structure, action, without),
  )
  const years = yearsOf(plan.years)
  const layout = Ledger.layout(ledger, "M2", plan)
  const amounts = Statement.amounts(layout, balances, years)
  const cells = (section: string, code: string): ReadonlyMap<Year, Money.Money> => {
    const row = layout.rows.findIndex((one) => one.section === section && one.code === code)
    return new Map(years.map((year, index) => [year, Money.ofMicros(amounts[row]?.[index] ?? 0n)]))
  }
  return {
    plan,
    available: cells("Budgettair resultaat", "IX"),
    reserve: cells("Budgettair resultaat", "VII"),
    margin: cells("Autofinancieringsmarge", "III"),
    estimates: Balances.list(balances).filter(({ place }) => place.phase === "estimate"),
  }
}
