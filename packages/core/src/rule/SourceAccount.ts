/**
 * Receipts on an account that does not fit the only source of financing of their action.
 *
 * A plan names sources per action (financiering); the account of a receipt decides its T2 row. Money in kind and money
 * that is still to be found are not receipts, so that they are left out of the count.
 *
 * ```ts
 * // The plan names no source for A1, so that none disagrees.
 * SourceAccount.of(plan, { ...grant, phase: "estimate" }) // => undefined
 * ```
 */
import type { FundingSource } from "../event/BudgetEvent.ts"
import * as Dimension from "../form/Dimension.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Funding from "./Funding.ts"
import type { Plan } from "./Plan.ts"

/** A source that disagrees with an account: the source, the account, and the T2 row that the account belongs to. */
export interface SourceAccount {
  readonly action: string
  readonly source: FundingSource
  readonly account: string
  readonly row: string
}

/** The T2 rows of receipts from a source; a source without an entry may have any. */
const rows: { readonly [source in FundingSource]?: ReadonlyArray<string> } = {
  subsidies: ["operating II.A.3", "investment II.D"],
  gifts: ["operating II.A.5", "investment II.D"],
  memberOperating: ["operating II.A.3"],
  memberTime: ["operating II.A.3"],
  paidServices: ["operating II.A.1"],
}

/** Returns the disagreement of an estimated receipt, or nothing. */
export const of = (plan: Plan, place: Place): SourceAccount | undefined => {
  const { phase, direction, action, account } = place
  if (phase !== "estimate" || direction !== "O" || action === undefined || account === undefined)
    return undefined
  if (action === plan.overhead?.target && account === plan.overhead.creditAccount) return undefined
  const source = onlySource(plan.structure.goals.get(action)?.financing ?? "")
  const fitting = source === undefined ? undefined : rows[source]
  const dimensions = Dimension.of(plan.structure, place)
  if (source === undefined || fitting === undefined || Dimension.isUnplaced(dimensions)) return undefined
  const { section, row } = dimensions
  const own = `${section} ${row}`
  return section === "result" || fitting.some((one) => own === one || own.startsWith(`${one}.`))
    ? undefined
    : { action, source, account, row }
}

const onlySource = (text: string): FundingSource | undefined => {
  const { sources, unknown } = Funding.sourcesOf(text)
  const money = sources.filter((source) => source !== "inKind" && source !== "toBeFinanced")
  return money.length === 1 && unknown.length === 0 ? money[0] : undefined
}
