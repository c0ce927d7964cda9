/** The sets of laws. */
import type { Law } from "../kit/Law.ts"
import { accounts } from "./AccountsLaws.ts"
import { allocation } from "./AllocationLaws.ts"
import { branches } from "./BranchLaws.ts"
import { checks } from "./CheckLaws.ts"
import { commitments } from "./CommitmentLaws.ts"
import { contributions } from "./ContributionLaws.ts"
import { decisions } from "./DecisionLaws.ts"
import { diff } from "./DiffLaws.ts"
import { exceptions } from "./ExceptionLaws.ts"
import { explain } from "./ExplainLaws.ts"
import { fold } from "./FoldLaws.ts"
import { forms } from "./FormLaws.ts"
import { funding } from "./FundingLaws.ts"
import { indexation } from "./IndexationLaws.ts"
import { indicators } from "./IndicatorLaws.ts"
import { order, roundTrips } from "./JournalLaws.ts"
import { moments } from "./MomentLaws.ts"
import { money } from "./MoneyLaws.ts"
import { neutrality } from "./NeutralityLaws.ts"
import { norms } from "./NormLaws.ts"
import { realisation } from "./RealisationLaws.ts"
import { reconcile } from "./ReconcileLaws.ts"
import { repayments } from "./RepaymentLaws.ts"
import { reversals } from "./ReversalLaws.ts"
import { state } from "./StateLaws.ts"
import { stops } from "./StopLaws.ts"
import { validity } from "./ValidityLaws.ts"

export { accepted } from "./RuleLaw.ts"

export const sets = {
  money,
  allocation,
  neutrality,
  fold,
  checks,
  forms,
  explain,
  diff: [...diff, ...moments, ...branches],
  roundTrips,
  order,
  decisions,
  validity,
  reconcile,
} as const satisfies Readonly<Record<string, ReadonlyArray<Law>>>

/** The sets of laws of the plan's rules by name. */
export const rules = {
  indexation,
  contributions,
  exceptions,
  funding,
  stops,
  reversals,
  repayments,
  norms,
  realisation: [...realisation, ...accounts],
  commitments,
  state,
  indicators,
} as const satisfies Readonly<Record<string, ReadonlyArray<Law>>>
