/**
 * The model: what the program reports as recorded, and the figures that follow from it.
 *
 * It never reads what the program wrote. Its events are made from the files that the users imported, and its figures are
 * those of the reference calculation of the laws, which uses neither the fold nor the forms of `core`.
 */
import type { BudgetEvent, BudgetLine } from "@grootboek/core"
import { Figures, Moves } from "@grootboek/laws"
import * as Files from "./Files.ts"

/** A draft: how many entries the journal had when it began, and its events. */
export interface DraftedBranch {
  readonly base: number
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
}

export interface PlanModel {
  events: ReadonlyArray<BudgetEvent.BudgetEvent>
  lines: ReadonlyArray<BudgetLine.BudgetLine>
  branches: ReadonlyMap<string, DraftedBranch>
  checkpoints: ReadonlyArray<number>
  /** The adjustments so far, and whether the result was imported. */
  adjustments: number
  hasResult: boolean
  /** The number of files and lines so far: each has a name of its own. */
  serial: number
  /** The clock, in milliseconds, and the record time of the last entry. */
  now: number
  last: number
}

/** Returns the model of a ledger with its plan and structure. */
export const start = (): PlanModel => ({
  events: Files.opening,
  lines: [],
  branches: new Map(),
  checkpoints: [],
  adjustments: 0,
  hasResult: false,
  serial: 0,
  now: began,
  last: began,
})

/** The first time of the clock. */
export const began = Date.UTC(2026, 0, 5, 9)

export const estimates = (rows: ReadonlyArray<Files.FileRow>): ReadonlyArray<BudgetEvent.BudgetEvent> =>
  rows.map(({ line, cents }) => ({ _tag: "EstimatePosted", line, amounts: amounts(cents) }))

/** Returns an adjustment of rows. */
export const adjustment = (plan: string, rows: ReadonlyArray<Files.FileRow>): BudgetEvent.BudgetEvent => ({
  _tag: "PlanAdjusted",
  plan,
  creditYears: [Files.years[0]],
  changes: rows.map(({ line, cents }) => ({ line, amounts: amounts(cents) })),
})

export const reversal = ({ events }: PlanModel, entry: number): BudgetEvent.BudgetEvent => {
  const event = events[entry - 1]
  const moved = event === undefined ? [] : Moves.moves(event)
  return {
    _tag: "Reversed",
    entry,
    reason: { class: "correction" },
    turned: moved.map(({ place, year, amount }) => ({
      place: {
        phase: "estimate",
        direction: place.direction,
        account: place.account,
        ...(place.policyItem === undefined ? {} : { policyItem: place.policyItem }),
        ...(place.action === undefined ? {} : { action: place.action }),
      },
      year,
      amount: amount.negated().toFixed(2),
    })),
  }
}

/** Returns the positions, from 1, of the estimates that were not reversed. */
export const reversible = ({ events }: PlanModel): ReadonlyArray<number> => {
  const reversed = new Set(events.flatMap((event) => (event._tag === "Reversed" ? [event.entry] : [])))
  // Without its payment the receipt of a pass-through is refused, and the other way round.
  return events.flatMap((event, index) =>
    event._tag === "EstimatePosted" && event.line.action !== Files.passingAction && !reversed.has(index + 1)
      ? [index + 1]
      : [],
  )
}

/** Returns the printed and exact figures of all forms after a number of entries, by `FORM SECTION/CODE YEAR`. */
export const figures = (
  { events }: Pick<PlanModel, "events">,
  position = events.length,
): ReferenceFigures => {
  if (position !== events.length) return Figures.of(events.slice(0, position))
  // Several forms are checked after the same entries.
  const known = calculated.get(events) ?? Figures.of(events)
  calculated.set(events, known)
  return known
}

type ReferenceFigures = ReturnType<typeof Figures.of>

const calculated = new WeakMap<PlanModel["events"], ReferenceFigures>()

/** Returns what events move, as texts that can be compared. */
export const moved = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): ReadonlyArray<string> =>
  events.map((event) =>
    [
      event._tag,
      ...inOrder(
        event,
        Moves.moves(event).map(({ place, year, amount }) => `${place.where} ${year} ${amount.toFixed()}`),
      ),
    ].join("; "),
  )

// The charges of an overhead rule have no order.
const inOrder = ({ _tag }: BudgetEvent.BudgetEvent, texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  _tag === "OverheadReallocated" ? [...texts].sort() : texts

const amounts = (cents: Files.Cents): BudgetEvent.Amounts =>
  Object.fromEntries(
    Files.years.flatMap((year, index) => {
      const amount = cents[index] ?? 0
      return amount === 0 ? [] : [[year, Files.decimal(amount)]]
    }),
  )
