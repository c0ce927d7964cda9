/**
 * The law of budget neutrality: a rule does not change receipts less expenditure of some actions.
 *
 * ```ts
 * const neutral = budgetNeutral({ actions: ["A10101", "A50111"], tolerance: 0 })
 * neutral.breaks(events) // undefined, or the first year whose balance changed, as a table
 * const law = neutral.onRule(inputs, { given, when, show }) // a rule, applied to a journal with drawn inputs
 * Laws.check(law, { runs: 1_000, seed: 1 })
 * ```
 */
import type { BudgetEvent } from "@grootboek/core"
import type * as fc from "fast-check"
import { type Breach, type Law, law } from "../kit/Law.ts"
import { Exact, moves, type ReferenceMove, signed } from "../reference/Moves.ts"
import { type RuleCase, ruleApplied } from "./RuleApplied.ts"

/** What must not change. */
export interface Neutral {
  /** The actions taken together; every line of the budget when left out. */
  readonly actions?: ReadonlyArray<string>
  /** Allowed change of the balance of a year, in euro. Use 0 for exact money. */
  readonly tolerance: number
  /** Position before the entries to judge, in a journal read as a whole. `onRule` knows it. */
  readonly after?: number
}

export interface JournalLaw {
  /** Returns the first year whose balance changed, with every amount that changed it. */
  readonly breaks: (events: ReadonlyArray<BudgetEvent.BudgetEvent>) => Breach | undefined
  readonly on: (journals: fc.Arbitrary<ReadonlyArray<BudgetEvent.BudgetEvent>>) => Law
  /** Returns the law on what a rule records, applied with generated inputs. */
  readonly onRule: <Inputs>(inputs: fc.Arbitrary<Inputs>, rule: RuleCase<Inputs>) => Law
}

/** Checks that receipts less expenditure of the actions change by at most the tolerance in every year. */
export const budgetNeutral = ({ actions, tolerance, after = 0 }: Neutral): JournalLaw => {
  const counts = ({ place }: ReferenceMove): boolean =>
    place.phase === "estimate" &&
    place.policyItem !== undefined &&
    (actions === undefined || (place.action !== undefined && actions.includes(place.action)))
  const breaksAfter = (
    position: number,
    events: ReadonlyArray<BudgetEvent.BudgetEvent>,
  ): Breach | undefined => {
    const steps = events
      .flatMap((event, at) => moves(event).map((move) => ({ ...move, entry: at + 1, kind: event._tag })))
      .filter((step) => step.entry > position && counts(step))
    const years = [...new Set(steps.map((step) => step.year))].sort()
    for (const year of years) {
      const here = steps.filter((step) => step.year === year)
      const net = here.reduce((sum, step) => sum.add(signed(step)), new Exact(0))
      if (net.abs().lte(tolerance)) continue
      const rows = here.map((step) => [
        String(step.entry),
        step.kind,
        step.place.where,
        side(step, "O"),
        side(step, "U"),
      ])
      return {
        what: `receipts less expenditure of ${actions?.join(", ") ?? "the budget"} changed in ${year}`,
        found: net.toFixed(2),
        expected: `at most ${tolerance}`,
        table: {
          head: ["entry", "event", "where", "received", "spent"],
          rows: [...rows, ["", "", `balance ${net.toFixed()}`, total(here, "O"), total(here, "U")]],
        },
      }
    }
    return undefined
  }
  const name = actions === undefined ? "neutral: the budget" : `neutral: ${actions.join(", ")}`
  const note = `Receipts less expenditure of every year change by at most ${tolerance}.`
  const breaks: JournalLaw["breaks"] = (events) => breaksAfter(after, events)
  return {
    breaks,
    on: (journals) =>
      law(name, note, { arbitrary: journals, breaks, show: (events) => `${events.length} entries` }),
    onRule: (inputs, rule) =>
      ruleApplied(name, note, {
        ...rule,
        inputs,
        breaks: ({ given, recorded }) => breaksAfter(given.length, [...given, ...recorded]),
      }),
  }
}

const side = ({ place, amount }: ReferenceMove, direction: "O" | "U"): string =>
  place.direction === direction ? amount.toFixed() : ""

const total = (list: ReadonlyArray<ReferenceMove>, direction: "O" | "U"): string =>
  list
    .filter(({ place }) => place.direction === direction)
    .reduce((sum, { amount }) => sum.add(amount), new Exact(0))
    .toFixed(2)
