/**
 * The part of what is available that is paid on to the partners of a pass-through (doorstorting): it counts as available on
 * the budget line, but may be spent on nothing else.
 *
 * ```ts
 * const actions = Realisation.byAction(plan, balances, { year: 2026 })
 * const perAction = ForPartners.of(plan, actions)
 * perAction.size // => 0
 * const [, expenditure] = Realisation.whole(balances, { year: 2026 })
 * expenditure && Money.format(ForPartners.part({ actions, forPartners: perAction }, expenditure)) // => "0.00"
 * ```
 */
import type { Plan } from "../rule/Plan.ts"
import type { BudgetLine } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { ActionFigures, DirectionFigures } from "./Realisation.ts"

/** The part for partners of each action with a pass-through, and the figures of all actions. */
export interface PartnerMoney {
  readonly actions: ReadonlyArray<ActionFigures>
  readonly forPartners: ReadonlyMap<string, Money.Money>
}

/** Figures that have a part for partners: of all actions, of a budget holder, of an action, or of a budget line. */
export interface PartedFigures extends Pick<DirectionFigures, "available" | "direction"> {
  readonly holder?: string | undefined
  readonly action?: string | undefined
  readonly line?: BudgetLine
}

/** Returns what is available for expenditure on each action with a pass-through. */
export const of = (
  { passThroughs }: Plan,
  actions: ReadonlyArray<ActionFigures>,
): PartnerMoney["forPartners"] =>
  new Map(
    actions.flatMap(({ action = "", direction, available }) => {
      const shares = passThroughs.get(action)?.shares ?? []
      return direction === "U" && available > 0n && shares.length > 0 ? [[action, available] as const] : []
    }),
  )

/** Returns the part of figures that is paid on to partners; zero for receipts. */
export const part = ({ actions, forPartners }: PartnerMoney, one: PartedFigures): Money.Money => {
  if (one.direction === "O") return Money.zero
  if (one.line !== undefined)
    return forPartners.has(one.line.action ?? "") && one.available > 0n ? one.available : Money.zero
  const isMeant = ({ action, holder }: ActionFigures): boolean =>
    "action" in one ? action === one.action : !("holder" in one) || holder === one.holder
  return Money.sum(
    actions
      .filter((figures) => figures.direction === "U" && isMeant(figures))
      .map(({ action }) => forPartners.get(action ?? "") ?? Money.zero),
  )
}
