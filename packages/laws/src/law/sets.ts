/** The sets of laws. */

import type { Law } from "../kit/Law.ts"
import { allocation } from "./AllocationLaws.ts"
import { decisions } from "./DecisionLaws.ts"
import { diff } from "./DiffLaws.ts"
import { explain } from "./ExplainLaws.ts"
import { fold } from "./FoldLaws.ts"
import { forms } from "./FormLaws.ts"
import { order, roundTrips } from "./JournalLaws.ts"
import { money } from "./MoneyLaws.ts"
import { neutrality } from "./NeutralityLaws.ts"
import { reconcile } from "./ReconcileLaws.ts"

/** Every set by its name. */
export const sets = {
  money,
  allocation,
  neutrality,
  fold,
  forms,
  explain,
  diff,
  roundTrips,
  order,
  decisions,
  reconcile,
} as const satisfies Readonly<Record<string, ReadonlyArray<Law>>>
