/**
 * A law of one rule: a board's story, and the rule applied at its end, with what drawing decides about it.
 *
 * A rule that is refused there says nothing about its law; `occasions` counts how often it was not.
 */
import { type BudgetEvent, type BudgetLine, type Decision, Intake, Ledger, type Plan } from "@grootboek/core"
import * as fc from "fast-check"
import * as Lines from "../arbitrary/Lines.ts"
import * as Stories from "../arbitrary/Stories.ts"
import { digest } from "../Digest.ts"
import { type Breach, type Law, law } from "../law/Law.ts"

/** A story, and what is drawn for the rule at its end. */
export interface Case<A> {
  readonly story: Stories.Story
  readonly drawn: A
}

/** A ledger after a story, to which rules can be applied one after another. */
export interface Scene {
  readonly tale: Stories.Tale
  readonly ledger: Ledger.Ledger
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
  readonly plan: Plan.Plan
}

/** Makes a law of a rule. */
export const ruleLaw = <A>(
  name: string,
  note: string,
  facts: {
    readonly drawn: fc.Arbitrary<A>
    /** The rule, once more if it has to be prepared; `undefined` where the story gives no occasion. */
    readonly rule: (scene: Scene, drawn: A) => ReadonlyArray<Decision.Decision> | undefined
    readonly breaks: (after: Scene, before: Scene, drawn: A) => Breach | undefined
  },
): Law =>
  law(name, note, {
    arbitrary: fc.record({ story: Stories.story, drawn: facts.drawn }),
    breaks: ({ story, drawn }: Case<A>) => {
      const before = sceneOf(story)
      const decisions = before === undefined ? undefined : facts.rule(before, drawn)
      const after = before === undefined || decisions === undefined ? undefined : apply(before, decisions)
      if (before === undefined || after === undefined) return undefined
      occasions.set(name, (occasions.get(name) ?? 0) + 1)
      return facts.breaks(after, before, drawn)
    },
    show: ({ story, drawn }) => `${Stories.format(story)}\ndrawn: ${fc.stringify(drawn)}`,
  })

/** How often each law found a rule that was not refused. */
export const occasions = new Map<string, number>()

/** The scene at the end of a story. */
export const sceneOf = (story: Stories.Story): Scene | undefined => {
  const tale = Stories.tell(story)
  const plan = Ledger.planAt(tale.ledger)
  return plan === undefined ? undefined : { tale, ledger: tale.ledger, events: tale.events, plan }
}

/** The scene after decisions, each on the state that the one before it made; `undefined` when one is refused. */
export const apply = (scene: Scene, decisions: ReadonlyArray<Decision.Decision>): Scene | undefined => {
  const ledger = Ledger.empty()
  const told = [...scene.tale.entries]
  const events = [...scene.events]
  for (const entry of told) Ledger.append(ledger, entry)
  for (const event of scene.events.slice(told.length)) Ledger.append(ledger, { event, time: "" })
  for (const [turn, decide] of decisions.entries()) {
    const request = { id: `rule${turn}`, decide }
    const outcome = Intake.decide(ledger, [request], { actor: "laws", sha256: digest, recorded: new Map() })
    if (outcome.refused.length > 0) return undefined
    events.push(...outcome.proposals.map(({ event }) => event))
  }
  const plan = Ledger.planAt(ledger)
  return plan === undefined ? undefined : { tale: scene.tale, ledger, events, plan }
}

/** What happened in a scene that had not happened before it. */
export const since = <K extends BudgetEvent.Kind>(
  { events }: Scene,
  before: Scene,
  kind: K,
): ReadonlyArray<BudgetEvent.Of<K>> =>
  events.slice(before.events.length).filter((event): event is BudgetEvent.Of<K> => event._tag === kind)

/** The lines that hold an estimate in a scene, in the order in which they first appeared. */
export const linesOf = ({ ledger }: Scene): ReadonlyArray<BudgetLine.BudgetLine> => {
  const lines = new Map<string, BudgetLine.BudgetLine>()
  for (const { policyItem, part: _, phase, ...codes } of ledger.columns.places)
    if (phase === "estimate" && policyItem !== undefined)
      lines.set(JSON.stringify({ policyItem, ...codes }), { policyItem, ...codes })
  return [...lines.values()]
}

/** The line that a number picks. */
export const lineAt = (scene: Scene, number: number): BudgetLine.BudgetLine | undefined =>
  Lines.at(linesOf(scene), number)

/** The years of a scene that are not closed. */
export const openYears = ({ plan, tale }: Scene): ReadonlyArray<number> =>
  tale.years.filter((year) => !plan.closed.has(year))
