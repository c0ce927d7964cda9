/**
 * A law of one rule: a scenario, and the rule applied at its end with generated inputs.
 *
 * A refused rule does not test its law; `accepted` counts how often the rule was accepted.
 */
import { type BudgetEvent, type BudgetLine, type Decision, Intake, Ledger, type Plan } from "@grootboek/core"
import * as fc from "fast-check"
import * as Lines from "../draw/Lines.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { digest } from "../kit/Digest.ts"
import { type Breach, type Law, law } from "../kit/Law.ts"
import { firstInvalid } from "./Valid.ts"

/** A scenario and the generated inputs of the rule. */
export interface Case<A> {
  readonly scenario: Scenarios.Scenario
  readonly drawn: A
}

/** A ledger after a scenario, to which rules are applied in turn. */
export interface Situation {
  readonly played: Scenarios.PlayedScenario
  readonly ledger: Ledger.Ledger
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
  readonly plan: Plan.Plan
}

/** Makes a law of a rule. What the rule records must also be valid. */
export const ruleLaw = <A>(
  name: string,
  note: string,
  facts: {
    readonly drawn: fc.Arbitrary<A>
    /** The decisions of the rule, preparation included; undefined when the scenario has nothing to apply it to. */
    readonly rule: (situation: Situation, drawn: A) => ReadonlyArray<Decision.Decision> | undefined
    readonly breaks: (after: Situation, before: Situation, drawn: A) => Breach | undefined
  },
): Law =>
  law(name, note, {
    arbitrary: fc.record({ scenario: Scenarios.scenario, drawn: facts.drawn }),
    breaks: ({ scenario, drawn }: Case<A>) => {
      const before = situationOf(scenario)
      const decisions = before === undefined ? undefined : facts.rule(before, drawn)
      const after = before === undefined || decisions === undefined ? undefined : apply(before, decisions)
      if (before === undefined || after === undefined) return undefined
      accepted.set(name, (accepted.get(name) ?? 0) + 1)
      return firstInvalid(after.events) ?? facts.breaks(after, before, drawn)
    },
    show: ({ scenario, drawn }) => `${Scenarios.format(scenario)}\ndrawn: ${fc.stringify(drawn)}`,
  })

/** How often the rule of each law was accepted. */
export const accepted = new Map<string, number>()

export const situationOf = (scenario: Scenarios.Scenario): Situation | undefined => {
  const played = Scenarios.play(scenario)
  const plan = Ledger.planAt(played.ledger)
  return plan === undefined ? undefined : { played, ledger: played.ledger, events: played.events, plan }
}

/** Applies decisions in order; undefined when one is refused. */
export const apply = (
  situation: Situation,
  decisions: ReadonlyArray<Decision.Decision>,
): Situation | undefined => {
  const ledger = Ledger.empty()
  const recorded = [...situation.played.entries]
  const events = [...situation.events]
  for (const entry of recorded) Ledger.append(ledger, entry)
  for (const event of situation.events.slice(recorded.length)) Ledger.append(ledger, { event, time: "" })
  for (const [turn, decide] of decisions.entries()) {
    const request = { id: `rule${turn}`, decide }
    const outcome = Intake.decideInto(ledger, [request], {
      actor: "laws",
      sha256: digest,
      recorded: new Map(),
    })
    if (outcome.refused.length > 0) return undefined
    events.push(...outcome.proposals.map(({ event }) => event))
  }
  const plan = Ledger.planAt(ledger)
  return plan === undefined ? undefined : { played: situation.played, ledger, events, plan }
}

export const since = <K extends BudgetEvent.Kind>(
  { events }: Situation,
  before: Situation,
  kind: K,
): ReadonlyArray<BudgetEvent.Of<K>> =>
  events.slice(before.events.length).filter((event): event is BudgetEvent.Of<K> => event._tag === kind)

/** Returns the lines with an estimate, in order of first appearance. */
export const linesOf = ({ ledger }: Situation): ReadonlyArray<BudgetLine.BudgetLine> => {
  const lines = new Map<string, BudgetLine.BudgetLine>()
  for (const { policyItem, part: _, phase, ...codes } of ledger.columns.places)
    if (phase === "estimate" && policyItem !== undefined)
      lines.set(JSON.stringify({ policyItem, ...codes }), { policyItem, ...codes })
  return [...lines.values()]
}

export const lineAt = (situation: Situation, number: number): BudgetLine.BudgetLine | undefined =>
  Lines.at(linesOf(situation), number)

export const openYears = ({ plan, played }: Situation): ReadonlyArray<number> =>
  played.years.filter((year) => !plan.closed.has(year))
