/** Stories to draw: a board and what it does, told by core's own decisions into a valid journal. A step that is refused is left out. */
import {
  type BudgetEvent,
  type Decision,
  Intake,
  type Journal,
  Ledger,
  Reversal,
  Year,
} from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { digest } from "../Digest.ts"
import { moves } from "../naive/Moves.ts"
import * as Table from "../Table.ts"
import { type Board, board, format as formatBoard } from "./Boards.ts"
import * as Requests from "./Requests.ts"
import { type Step, step } from "./Steps.ts"

/** A board, and the steps it tries to take. */
export interface Story {
  readonly board: Board
  readonly steps: ReadonlyArray<Step>
}

/** One entry of a story, as a ledger folds it. */
export type Told = Pick<Journal.Entry, "event" | "time" | "source">

/** What became of a story. */
export interface Tale {
  readonly board: Board
  /** What was recorded, in batches that were decided together. */
  readonly batches: ReadonlyArray<ReadonlyArray<Journal.Proposal>>
  readonly entries: ReadonlyArray<Told>
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** The entries folded, as a reader has them. */
  readonly ledger: Ledger.Ledger
  /** The ledger that grew as the story was told, as a writer has it. */
  readonly grown: Ledger.Ledger
  readonly years: ReadonlyArray<Year.Year>
}

/** Any story. It shrinks step by step, and each step to round amounts on the first line. */
export const story: fc.Arbitrary<Story> = fc.record({
  board,
  steps: fc.array(step, { minLength: 1, maxLength: 14, size: "max" }),
})

/** Tells a story. */
export const tell = ({ board, steps }: Story): Tale => {
  let ledger = Ledger.empty()
  const batches: Array<ReadonlyArray<Journal.Proposal>> = []
  const entries: Array<Told> = []
  const take = (requests: ReadonlyArray<Decision.Request>): void => {
    const outcome = Intake.decide(ledger, requests, { actor: "laws", sha256: digest, recorded: new Map() })
    if (outcome.refused.length > 0) {
      // What was accepted before the refusal stands in the working copy, so it is grown again.
      ledger = fold(entries)
      return
    }
    if (outcome.proposals.length > 0) batches.push(outcome.proposals)
    for (const proposal of outcome.proposals) entries.push(toldOf(proposal, entries.length))
  }
  take(Requests.opening(board))
  steps.forEach((one, turn) => {
    take(requestsOf(ledger, entries, one, turn + 1))
  })
  return {
    board,
    batches,
    entries,
    events: entries.map(({ event }) => event),
    ledger: fold(entries),
    grown: ledger,
    years: Year.list(board.years),
  }
}

/** The requests of a step on a ledger with these entries. */
export const requestsOf = (
  ledger: Ledger.Ledger,
  entries: ReadonlyArray<Pick<Told, "event">>,
  step: Step,
  turn: number,
): ReadonlyArray<Decision.Request> => {
  const { plan } = Ledger.state(ledger)
  if (plan === undefined) return []
  if (step.step !== "reverse") return Requests.of(plan, step, turn)
  const position = 1 + (step.which % entries.length)
  const event = entries[position - 1]?.event
  if (event === undefined) return []
  const decide = Reversal.of({ position, event }, { class: "correction", text: "vergissing" })
  return [Requests.request(`step${turn}.0`, turn, decide)]
}

/** A proposal as an entry, a minute after the one before it. */
export const toldOf = ({ event, source }: Journal.Proposal, before: number): Told => ({
  event,
  time: new Date(Date.UTC(2026, 0, 1) + before * 60_000).toISOString(),
  ...(source === undefined ? {} : { source }),
})

/** A ledger of entries, folded afresh. */
export const fold = (entries: Iterable<Told>): Ledger.Ledger => {
  const ledger = Ledger.empty()
  for (const entry of entries)
    Result.getOrThrowWith(Ledger.append(ledger, entry), ({ _tag }) => new Error(_tag))
  return ledger
}

/** The story as an accountant reads it: every amount that moved, where and when. */
export const format = (story: Story): string => {
  const rows = tell(story).entries.flatMap(({ event }, at) => {
    const moved = moves(event)
    const told =
      moved.length === 0
        ? [["", "", ""]]
        : moved.map(({ place, year, amount }) => [place.where, `${year}`, amount.toFixed()])
    return told.map((cells, turn) => [...(turn === 0 ? [`${at + 1}`, event._tag] : ["", ""]), ...cells])
  })
  return `${formatBoard(story.board)}\n${Table.format({ head: ["", "event", "where", "year", "amount"], rows })}`
}
