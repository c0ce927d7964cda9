/** The resolution of the governing body behind an entry. */
import { type BudgetEvent, Ledger } from "@grootboek/core"

/** A decision behind an entry. */
export interface Resolved {
  readonly plan: string | undefined
  readonly resolution: BudgetEvent.Resolution | undefined
  readonly motivation: string | undefined
}

/** Returns the resolution behind an entry; `undefined` when its event names none. */
export const of = (ledger: Ledger.Ledger, position: number): Resolved | undefined => {
  const event = ledger.traces.at(position)?.event
  if (event === undefined) return undefined
  const resolution = "resolution" in event ? event.resolution : undefined
  const adjusted = event._tag === "PlanAdjusted" ? event : undefined
  if (resolution === undefined && adjusted === undefined) return undefined
  return { plan: adjusted?.plan, resolution, motivation: adjusted?.motivation }
}

/**
 * Returns the decision that an entry belongs to: its own resolution, or that of the version of the plan in force, which a
 * posting of a rule follows.
 */
export const behind = (ledger: Ledger.Ledger, position: number): Resolved | undefined => {
  const own = of(ledger, position)
  if (own !== undefined) return own
  const version = Ledger.planAt(ledger, position)?.versions.findLast((one) => one.position <= position)
  if (version === undefined) return undefined
  return {
    resolution: undefined,
    motivation: undefined,
    ...of(ledger, version.position),
    plan: version.label,
  }
}

/** `2026/1, Raad van bestuur 2026-06-30 (RvB 2026-06/12)`. */
export const format = ({ plan, resolution }: Resolved): string =>
  [
    ...(plan === undefined ? [] : [plan]),
    ...(resolution === undefined
      ? []
      : [
          `${resolution.body} ${resolution.date}${resolution.reference === undefined ? "" : ` (${resolution.reference})`}`,
        ]),
  ].join(", ")

/** Returns the resolution behind an entry: {@link of} with a ledger. */
export type Deciders = (entry: number) => Resolved | undefined
