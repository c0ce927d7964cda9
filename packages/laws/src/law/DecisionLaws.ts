/** What decisions must keep: a faulty request is refused for its fault and leaves no trace, a granted one is recorded whole. */
import { Canonical, Intake, Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { board } from "../arbitrary/Boards.ts"
import * as Faults from "../arbitrary/Faults.ts"
import * as Lines from "../arbitrary/Lines.ts"
import * as Requests from "../arbitrary/Requests.ts"
import { adjust } from "../arbitrary/Steps.ts"
import * as Stories from "../arbitrary/Stories.ts"
import { digest } from "../Digest.ts"
import { differs, law } from "./Law.ts"
import { storyLaw } from "./StoryLaw.ts"

export const decisions = [
  law("a request with a known fault is refused for that fault", "And nothing is proposed.", {
    arbitrary: Faults.faulty,
    show: ({ story, fault }) => `somebody ${fault} after ${Stories.format(story)}`,
    breaks: ({ story, fault }) => {
      const { ledger, events } = Stories.tell(story)
      const { plan } = Ledger.state(ledger)
      const line = plan === undefined ? undefined : Lines.of(plan.structure, Lines.first)
      if (plan === undefined || line === undefined) return { what: "the board has no plan and no line" }
      const committed = Faults.faults[fault]?.(plan, { line, events })
      if (committed === undefined) return undefined
      const decided = committed.ask(Ledger.state(ledger))
      return Result.isSuccess(decided)
        ? { what: "it was granted", expected: committed.refusal }
        : differs(
            "refused for it",
            decided.failure.some(({ _tag }) => _tag === committed.refusal),
            true,
          )
    },
  }),
  law(
    "an adjustment is recorded with every change it makes, or not at all",
    "All or nothing: no change is half applied.",
    {
      arbitrary: fc.record({ board, step: adjust }),
      show: (story) => Stories.format({ board: story.board, steps: [story.step] }),
      breaks: ({ board, step }) => {
        const opened = Ledger.planAt(Stories.tell({ board, steps: [] }).ledger)
        const { events } = Stories.tell({ board, steps: [step] })
        const adjusted = events.find((event) => event._tag === "PlanAdjusted")
        if (opened === undefined || adjusted === undefined) return undefined
        const asked = { _tag: "PlanAdjusted", ...Requests.adjustment(opened, step) }
        return differs("recorded", Canonical.stringify(adjusted), Canonical.stringify(asked))
      },
    },
  ),
  storyLaw(
    "what was recorded is known when it is delivered again",
    "The same requests propose nothing; another content conflicts.",
    (tale) => {
      const recorded = new Map(tale.batches.flat().map(({ id, event }) => [id, event]))
      const context = { actor: "laws", sha256: digest, recorded }
      const again = [...recorded].map(([id, event]) => ({ id, event, decide: () => Result.succeed([event]) }))
      const first = Intake.decide(Stories.fold(tale.entries), again, context)
      const [id] = recorded.keys()
      const other = { _tag: "YearClosed", year: tale.board.years.first } as const
      const changed = { id: id ?? "", event: other, decide: () => Result.succeed([other]) }
      const second = Intake.decide(Stories.fold(tale.entries), [changed], context)
      return (
        differs("proposed again", first.proposals.length, 0) ??
        differs("known", first.known.length, recorded.size) ??
        differs("conflicting", second.conflicting.length, 1)
      )
    },
  ),
  storyLaw(
    "nothing is due once the rules have followed",
    "Overhead and pass-through applied again, without a request, propose nothing.",
    (tale) => {
      const idle = Intake.decide(Stories.fold(tale.entries), [], {
        actor: "laws",
        sha256: digest,
        recorded: new Map(),
      })
      return differs(
        "proposed",
        idle.proposals.map(({ event }) => event),
        [],
      )
    },
  ),
]
