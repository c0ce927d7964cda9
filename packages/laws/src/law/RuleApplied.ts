/**
 * A law of your own rule: given a journal, when the rule is applied, then nothing breaks the law.
 *
 * ```ts
 * const law = ruleApplied("split: pays everything out", "Nothing is left.", {
 *   inputs: fc.integer({ min: 1, max: 100_000 }),
 *   given: (cents) => [adopt, declare, estimate(cents)],
 *   when: (cents) => split(cents),
 *   breaks: ({ ledger }) => (isEmpty(ledger) ? undefined : { what: "an amount is left" }),
 *   show: (cents) => `split ${cents} cents`,
 * })
 * Laws.check(law, { runs: 1_000, seed: 1 })
 * ```
 */
import { type BudgetEvent, type Decision, Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { type Breach, type Law, law } from "../kit/Law.ts"
import { firstInvalid } from "./Valid.ts"

/** An event, or a decision that makes events. */
export type JournalStep = BudgetEvent.BudgetEvent | Decision.Decision

/** How a rule is applied: the journal before it, and the rule itself. */
export interface RuleCase<Inputs> {
  /** The events before the rule, or the decisions that make them. */
  readonly given: (inputs: Inputs) => ReadonlyArray<JournalStep>
  /** The rule: a decision, or the events that it records. A sample that a decision refuses is skipped. */
  readonly when: (inputs: Inputs) => Decision.Decision | ReadonlyArray<BudgetEvent.BudgetEvent>
  /** The inputs as text, for a counterexample; JSON-like text by default. */
  readonly show?: (inputs: Inputs) => string
}

export interface RuleOutcome<Inputs> {
  readonly inputs: Inputs
  readonly given: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** The events of the rule. Their positions begin after those of `given`. */
  readonly recorded: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** The ledger before the rule. */
  readonly before: Ledger.Ledger
  /** The ledger after the rule. */
  readonly ledger: Ledger.Ledger
}

/** A rule, its inputs, and what must hold after it. */
export interface RuleLawDefinition<Inputs> extends RuleCase<Inputs> {
  readonly inputs: fc.Arbitrary<Inputs>
  /** Returns how the outcome breaks the law; undefined when it holds. */
  readonly breaks: (outcome: RuleOutcome<Inputs>) => Breach | undefined
}

/** Makes a law of a rule. What the rule records must also be valid in the ledger. */
export const ruleApplied = <Inputs>(
  name: string,
  note: string,
  { inputs, given, when, breaks, show = fc.stringify }: RuleLawDefinition<Inputs>,
): Law =>
  law(name, note, {
    arbitrary: inputs,
    breaks: (sample) => {
      const earlier = recordAll(given(sample))
      const before = folded(earlier)
      const rule = when(sample)
      const decided = typeof rule === "function" ? rule(Ledger.state(before)) : Result.succeed(rule)
      fc.pre(Result.isSuccess(decided))
      const recorded = Result.getOrElse(decided, () => [])
      const events = [...earlier, ...recorded]
      return (
        firstInvalid(events) ??
        breaks({ inputs: sample, given: earlier, recorded, before, ledger: folded(events) })
      )
    },
    show: (sample) => {
      const entries = recordAll(given(sample)).length
      return `inputs: ${show(sample)}\ngiven: ${entries} entries; when: the rule records from entry ${entries + 1}`
    },
  })

/** Returns the events of steps, each decided on those before it. */
const recordAll = (steps: ReadonlyArray<JournalStep>): ReadonlyArray<BudgetEvent.BudgetEvent> => {
  const ledger = Ledger.empty()
  return steps.flatMap((step, index) => {
    const decided = typeof step === "function" ? step(Ledger.state(ledger)) : Result.succeed([step])
    if (Result.isFailure(decided))
      throw new Error(`given: decision ${index + 1} is refused: ${JSON.stringify(decided.failure)}`)
    for (const event of decided.success) append(ledger, event)
    return decided.success
  })
}

const folded = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): Ledger.Ledger => {
  const ledger = Ledger.empty()
  for (const event of events) append(ledger, event)
  return ledger
}

const append = (ledger: Ledger.Ledger, event: BudgetEvent.BudgetEvent): void => {
  const appended = Ledger.append(ledger, { event, time: "2026-01-01T00:00:00.000Z" })
  if (Result.isFailure(appended))
    throw new Error(
      `entry ${Ledger.position(ledger) + 1}, ${event._tag}: ${JSON.stringify(appended.failure)}`,
    )
}
