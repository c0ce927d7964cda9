/**
 * The validity of entries: checks on their content, besides those on their hashes.
 *
 * The list of checks is fixed and the same for journals of every age. They are written apart from the decisions of
 * `rule/`, which may refuse more in a later version: what only a later version refuses is a remark (see `Remarks`).
 *
 * ```ts
 * Validity.checks.map(({ code }) => code).slice(0, 2) // => ["planFirst", "mentions"]
 * const [first] = Validity.checks
 * first?.find({ ledger, plan: undefined, event: entry.event }).map(({ reason }) => reason) // => [{ _tag: "PlanNotAdopted" }]
 * const stored = { kind: entry.event._tag, content: { event: entry.event }, source: undefined, time: "2026-02-30" } as const
 * Validity.begin().check(ledger, stored).map(({ field }) => field) // => ["time"]
 * ```
 */
import type { Folded, FoldedChanges } from "../codec/FoldReader.ts"
import type * as Structure from "../event/Structure.ts"
import { type Invalidity, invalid } from "../journal/InvalidReason.ts"
import type { Plan } from "../rule/Plan.ts"
import { lineOf, type Place } from "../value/BudgetLine.ts"
import { isDay, isTime } from "../value/Calendar.ts"
import { within } from "../value/Year.ts"
import * as Ledger from "./Ledger.ts"
import * as MentionCheck from "./MentionCheck.ts"
import * as Preconditions from "./Preconditions.ts"

export type { Invalidity } from "../journal/InvalidReason.ts"

import { checks } from "./ContentCheck.ts"

export { type CheckedEntry, type ContentCheck, checks } from "./ContentCheck.ts"

/** Checks the content of entries in order. The ledger must be that before the entry. */
export interface Validity {
  readonly check: (ledger: Ledger.Ledger, entry: Folded) => ReadonlyArray<Invalidity>
}

/** Starts the checks of a journal. Lines are checked once for each structure of the plan. */
export const begin = (): Validity => {
  let structure: Structure.Structure | undefined
  let known = new Map<Place, ReadonlyArray<Invalidity>>()
  let lastTime = ""

  const ofPlace = (plan: Plan, place: Place): ReadonlyArray<Invalidity> => {
    if (plan.structure !== structure) {
      structure = plan.structure
      known = new Map()
    }
    const before = known.get(place)
    if (before !== undefined) return before
    const line = lineOf(place)
    const found = line === undefined ? none : MentionCheck.checkLine(plan.structure, line, "event.line")
    known.set(place, found)
    return found
  }

  // The most frequent entries: one line, and a few years.
  const ofChanges = (plan: Plan | undefined, { changes, day }: FoldedChanges): ReadonlyArray<Invalidity> => {
    if (plan === undefined) return [invalid("event", { _tag: "PlanNotAdopted" })]
    const found = ofPlace(plan, changes.place)
    const isOpen = changes.years.every((year) => within(plan.years, year) && !plan.closed.has(year))
    const stopped = plan.stopped.size === 0 ? none : ofStopped(plan, changes)
    if (isOpen && stopped.length === 0 && (day === undefined || isDay(day))) return found
    const field = (year: number): string => (day === undefined ? `event.amounts.${year}` : "event.year")
    return [
      ...found,
      ...changes.years.flatMap((year) =>
        MentionCheck.checkYear(plan, { field: field(year), year, isOpen: true }),
      ),
      ...stopped,
      ...(day === undefined ? [] : MentionCheck.checkDay(day, "event.date")),
    ]
  }

  return {
    check: (ledger, { content, time }) => {
      const found: Array<Invalidity> = []
      if (time !== lastTime && !isTime(time)) found.push(invalid("time", { _tag: "ImpossibleTime", time }))
      lastTime = time
      const plan = Ledger.planAt(ledger)
      if ("changes" in content) {
        const wrong = ofChanges(plan, content)
        return found.length === 0 ? wrong : [...found, ...wrong]
      }
      const checked = { ledger, plan, event: content.event }
      for (const { find } of checks) found.push(...find(checked))
      return found
    },
  }
}

const none: ReadonlyArray<Invalidity> = []

const ofStopped = (plan: Plan, { place, years }: FoldedChanges["changes"]): ReadonlyArray<Invalidity> => {
  const line = lineOf(place)
  return line === undefined ? none : Preconditions.running(plan, { line, years, field: "event.line" })
}
