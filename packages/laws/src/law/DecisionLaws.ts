/** Laws of decisions: a faulty request is refused for its fault and writes nothing; an accepted one is recorded completely. */
import { AppliedRule, type BudgetEvent, Canonical, type Decision, Intake, Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Adjustments from "../draw/Adjustments.ts"
import { authority } from "../draw/Authorities.ts"
import * as Faults from "../draw/Faults.ts"
import * as Lines from "../draw/Lines.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { adjust } from "../draw/Steps.ts"
import { digest } from "../kit/Digest.ts"
import { differs, law } from "../kit/Law.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

export const decisions = [
  law("decision: refuses a request for its known fault", "Nothing is proposed.", {
    arbitrary: Faults.faulty,
    show: ({ scenario, fault }) => `request: ${fault}, after ${Scenarios.format(scenario)}`,
    breaks: ({ scenario, fault }) => {
      const { ledger, events } = Scenarios.play(scenario)
      const { plan } = Ledger.state(ledger)
      const line = plan === undefined ? undefined : Lines.of(plan.structure, Lines.first)
      if (plan === undefined || line === undefined) return { what: "the authority has no plan and no line" }
      const faulty = Faults.faults[fault]?.(plan, { line, events })
      if (faulty === undefined) return undefined
      const decided = faulty.decide(Ledger.state(ledger))
      return Result.isSuccess(decided)
        ? { what: "it was accepted", expected: faulty.refusal }
        : differs(
            "refused for it",
            decided.failure.some(({ _tag }) => _tag === faulty.refusal),
            true,
          )
    },
  }),
  law("adjustment: records all of its changes or none", "All or nothing.", {
    arbitrary: fc.record({ authority, step: adjust }),
    show: (scenario) => Scenarios.format({ authority: scenario.authority, steps: [scenario.step] }),
    breaks: ({ authority, step }) => {
      const opened = Ledger.planAt(Scenarios.play({ authority, steps: [] }).ledger)
      const { events } = Scenarios.play({ authority, steps: [step] })
      const adjusted = events.find((event) => event._tag === "PlanAdjusted")
      if (opened === undefined || adjusted === undefined) return undefined
      const asked = { _tag: "PlanAdjusted", ...Adjustments.of(opened, step) }
      return differs("recorded", Canonical.stringify(adjusted), Canonical.stringify(asked))
    },
  }),
  scenarioLaw(
    "intake: recognises recorded requests when delivered again",
    "Requests that count propose nothing; a reversed rule is stated again, unless too little would be passed on; other content conflicts.",
    (played) => {
      const recorded = new Map(played.batches.flat().map(({ id, event }) => [id, event]))
      const deliver = (requests: ReadonlyArray<Decision.Request>) =>
        Intake.decideInto(Scenarios.fold(played.entries), requests, {
          actor: "laws",
          sha256: digest,
          recorded,
        })
      const again = [...recorded].map(([id, event]) => ({ id, event, decide: () => Result.succeed([event]) }))
      const isUndone = undone(played.events)
      const counting = again.filter(({ event }) => !isUndone(event))
      const reversed = again.filter(({ event }) => isUndone(event))
      const first = deliver(counting)
      const restated = reversed.map((request) => {
        const { proposals, refused } = deliver([request])
        // The receipts that it passed on may be reversed as well.
        return refused.some(({ refusal }) => refusal._tag === "NotPassedOn")
          ? request.event
          : proposals[0]?.event
      })
      const [id] = recorded.keys()
      const other = { _tag: "YearClosed", year: played.authority.years.first } as const
      const second = deliver([{ id: id ?? "", event: other, decide: () => Result.succeed([other]) }])
      return (
        differs("proposed again", first.proposals.length, 0) ??
        differs("known", first.known.length, counting.length) ??
        differs(
          "stated again",
          restated,
          reversed.map(({ event }) => event),
        ) ??
        differs("conflicting", second.conflicting.length, 1)
      )
    },
  ),
  scenarioLaw(
    "rules: propose nothing after they were applied",
    "Applying overhead and pass-through again proposes nothing.",
    (played) => {
      const outcome = Intake.decideInto(Scenarios.fold(played.entries), [], {
        actor: "laws",
        sha256: digest,
        recorded: new Map(),
      })
      return differs(
        "proposed",
        outcome.proposals.map(({ event }) => event),
        [],
      )
    },
  ),
]

/** Returns whether an event applied a rule of the plan, and every entry that states it is reversed. */
const undone = (events: ReadonlyArray<BudgetEvent.BudgetEvent>) => {
  const reversed = new Set(events.flatMap((event) => (event._tag === "Reversed" ? [event.entry] : [])))
  return (recorded: BudgetEvent.BudgetEvent): boolean => {
    if (recorded._tag !== "EstimatesIndexed" && !AppliedRule.isApplied(recorded)) return false
    const text = Canonical.stringify(recorded)
    return events.every((event, at) => Canonical.stringify(event) !== text || reversed.has(at + 1))
  }
}
