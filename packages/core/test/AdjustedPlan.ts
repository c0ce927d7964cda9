/** The small plan with estimates and rules, adjusted once with a stated and an unstated change. */
import { Adjustment, Estimate, Ledger, Overhead } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { adopted, declared, fees, goods, type grant, type payment, rule, van, wages } from "./SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amounts: Readonly<Record<string, string>>,
) => Estimate.post({ line, amounts })

/** The ledger. */
export const adjusted = ledger(
  adopted,
  declared,
  posted(goods, { "2026": "1000.40", "2027": "1000.40" }),
  posted(wages, { "2026": "200.00" }),
  posted(fees, { "2026": "1500.50" }),
  posted(van, { "2026": "300.00" }),
  Overhead.reallocate(rule),
  Estimate.carryResult({
    account: "0930000",
    year: 2026,
    adopted: "50.00",
    unprocessed: { investment: "-5.00" },
  }),
  Estimate.earmark({ account: "0900000", amounts: { "2027": "7.00" } }),
  Adjustment.adopt({
    plan: "2026/1",
    creditYears: [2026, 2027],
    changes: [
      { line: goods, amounts: { "2026": "-0.40" }, reason: { class: "timing", text: "later" } },
      { line: fees, amounts: { "2026": "0.25" } },
      { line: wages, amounts: { "2026": "100.00" }, reason: { class: "index" } },
    ],
  }),
)

/** Returns the success of a result, or throws its failure. */
export const get = <A, E>(result: Result.Result<A, E>): A =>
  Result.getOrThrowWith(result, (failure) => new Error(JSON.stringify(failure)))

const at = (moment: string) => get(Ledger.moment(adjusted, moment))
/** The positions of the two versions. */
export const versions = { from: at("plan:2026/0"), to: at("plan:2026/1") }

/** Throws where the plan is known to have a value. */
export const never = (): never => {
  throw new Error("the plan has this value")
}
