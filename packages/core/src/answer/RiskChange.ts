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
    before === undefined ? firstRisks(ledger) : Ledger.planAt(ledger, before)?.structure.register.risks
  return [...plan.structure.register.risks.values()].map((risk) => {
    const old = risksBefore?.get(risk.code)
    return {
      risk,
      before: old,
      changed: old === undefined || old.trend !== risk.trend || old.text !== risk.text,
    }
  })
}

/** Returns every risk as first declared. */
const firstRisks = (ledger: Ledger.Ledger): ReadonlyMap<string, Risk> => {
  const first = new Map<string, Risk>()
  for (const { plan } of ledger.plans)
    for (const [code, risk] of plan.structure.register.risks) if (!first.has(code)) first.set(code, risk)
  return first
}
