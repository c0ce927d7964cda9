/** The credits of M3 as limits with a warning level. */
import type * as Balances from "../fold/Balances.ts"
import { M3 } from "../form/bbc3/M3.ts"
import * as Dimension from "../form/Dimension.ts"
import { matches } from "../form/Selector.ts"
import type { Plan } from "../rule/Plan.ts"
import type { Direction } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import { collect, type Figures, figures, nothing, type Period } from "./RealisedFigures.ts"

/** The state of a limit. */
export type Alarm = "fine" | "warning" | "exceeded"

/** A limitative credit (limitatief krediet) of M3 and its use. */
export interface Limit extends Figures {
  readonly row: string
  readonly direction: Direction
  readonly alarm: Alarm
}

/**
 * Returns the limitative credits (BVR, as authorities print them with M3): operating and investment expenditure, loans
 * granted, and receipts from loans and leasings. A limit has a warning from a percentage on.
 */
export const limits = (
  plan: Plan,
  balances: Balances.Balances,
  { warnAt, ...period }: Period & { readonly warnAt: number },
): ReadonlyArray<Limit> => {
  const sums = collect(balances, period, ({ place }) => {
    const dimensions = Dimension.of(plan.structure, place)
    if (Dimension.isUnplaced(dimensions) || place.policyItem === undefined) return undefined
    const counted = { ...place, phase: "estimate" as const }
    return binding.find(([, row]) => "count" in row && matches(row.count, counted, dimensions))?.[0]
  })
  return binding.map(([row]) => {
    const sum = sums.get(row) ?? nothing
    const own = figures(sum)
    const used = Money.add(sum.realised, sum.committed)
    const reached = used * 100n >= sum.estimate * BigInt(warnAt)
    return {
      row,
      direction: row.endsWith("/O") ? "O" : "U",
      ...own,
      alarm: own.available < 0n ? "exceeded" : reached && used > 0n ? "warning" : "fine",
    }
  })
}

const binding = (
  [
    "Exploitatie/U",
    "Investeringen/U",
    "Toegestane leningen en betalingsuitstel/U",
    "Leningen en Leasings/O",
  ] as const
).map((id) => [id, M3.rows[id] ?? { label: id, plus: [] }] as const)
