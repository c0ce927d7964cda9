/** The risks of a plan, each compared with the same risk earlier. */
import type { Risk } from "../event/Register.ts"
import * as Ledger from "../ledger/Ledger.ts"
import type { Plan } from "../rule/Plan.ts"

/** A risk now and before. */
export interface RiskChange {
  readonly risk: Risk
  readonly before: Risk | undefined
  readonly changed: boolean
}

/** Returns the risks of a plan now and at an earlier position, or as first declared when no position is named. */
export const of = (
  ledger: Ledger.Ledger,
  plan: Plan,
  before: number | undefined,
): ReadonlyArray<RiskChange> => {
  const risksBefore =
    before === undefined ? undefined : Ledger.planAt(ledger, before)?.structure.register.risks
  return [...plan.structure.register.risks.values()].map((risk) => {
    const old = before === undefined ? firstOf(ledger, risk.code) : risksBefore?.get(risk.code)
    return {
      risk,
      before: old,
      changed: old === undefined || old.trend !== risk.trend || old.text !== risk.text,
    }
  })
}

/** Returns a risk as first declared. */
const firstOf = (ledger: Ledger.Ledger, code: string): Risk | undefined => {
  for (const { position } of ledger.plans) {
    const risk = Ledger.planAt(ledger, position)?.structure.register.risks.get(code)
    if (risk !== undefined) return risk
  }
  return undefined
}
