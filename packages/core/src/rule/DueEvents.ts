/** The events that follow from the rules of a plan: each posts what is due minus what its rule posted before. */
import * as Result from "effect/Result"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import type { Balances } from "../fold/Balances.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Contribution from "./Contribution.ts"
import * as Overhead from "./Overhead.ts"
import * as PassThrough from "./PassThrough.ts"
import type { Plan } from "./Plan.ts"
import * as Repayment from "./Repayment.ts"

/** The events in the order in which they are recorded, and why pass-throughs cannot be applied. */
export interface DueEvents {
  readonly events: ReadonlyArray<BudgetEvent>
  readonly refused: ReadonlyArray<Refusal>
}

/** Returns the events that follow from the rules of a plan; no events of pass-throughs when one is refused. */
export const of = (plan: Plan, balances: Balances): DueEvents => {
  const passed = PassThrough.follow(plan, balances)
  const [events, refused] = Result.isSuccess(passed) ? [passed.success, []] : [[], passed.failure]
  return {
    events: [
      ...Overhead.follow(plan, balances),
      ...events,
      ...Contribution.follow(plan, balances),
      ...Repayment.follow(plan, balances),
    ],
    refused,
  }
}
