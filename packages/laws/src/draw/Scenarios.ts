/** Generator of scenarios: an authority and its steps, recorded through core's decisions into a valid journal. Refused steps are left out. */
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
import { digest } from "../kit/Digest.ts"
import * as TextTable from "../kit/TextTable.ts"
import { moves } from "../reference/Moves.ts"
import { type Authority, authority, format as formatAuthority } from "./Authorities.ts"
import * as Requests from "./Requests.ts"
import { type ScenarioStep, step } from "./Steps.ts"

export interface Scenario {
  readonly authority: Authority
  readonly steps: ReadonlyArray<ScenarioStep>
}

export type RecordedEntry = Pick<Journal.Entry, "event" | "time" | "source">

export interface PlayedScenario {
  readonly authority: Authority
  /** The recorded proposals, in batches that were decided together. */
  readonly batches: ReadonlyArray<ReadonlyArray<Journal.Proposal>>
  readonly entries: ReadonlyArray<RecordedEntry>
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** The ledger folded from the entries, as a reader has it. */
  readonly ledger: Ledger.Ledger
  /** The ledger that grew while the scenario was played, as a writer has it. */
  readonly grown: Ledger.Ledger
  readonly years: ReadonlyArray<Year.Year>
}

/** Generates scenarios. Samples lose steps first, then shrink to round amounts on the first line. */
export const scenario: fc.Arbitrary<Scenario> = fc.record({
  authority,
  steps: fc.array(step, { minLength: 1, maxLength: 14, size: "max" }),
})

export const play = ({ authority, steps }: Scenario): PlayedScenario => {
  let ledger = Ledger.empty()
  const batches: Array<ReadonlyArray<Journal.Proposal>> = []
  const entries: Array<RecordedEntry> = []
  const take = (requests: ReadonlyArray<Decision.Request>): void => {
    const outcome = Intake.decideInto(ledger, requests, {
      actor: "laws",
      sha256: digest,
      recorded: new Map(),
    })
    if (outcome.refused.length > 0) {
      // The working copy already holds what was accepted before the refusal, so it is rebuilt.
      ledger = fold(entries)
      return
    }
    if (outcome.proposals.length > 0) batches.push(outcome.proposals)
    for (const proposal of outcome.proposals) entries.push(entryOf(proposal, entries.length))
  }
  take(Requests.opening(authority))
  steps.forEach((one, turn) => {
    take(requestsOf(ledger, entries, one, turn + 1))
  })
  return {
    authority,
    batches,
    entries,
    events: entries.map(({ event }) => event),
    ledger: fold(entries),
    grown: ledger,
    years: Year.list(authority.years),
  }
}

export const requestsOf = (
  ledger: Ledger.Ledger,
  entries: ReadonlyArray<Pick<RecordedEntry, "event">>,
  step: ScenarioStep,
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

/** Turns a proposal into an entry, recorded one minute after the previous one. */
export const entryOf = ({ event, source }: Journal.Proposal, before: number): RecordedEntry => ({
  event,
  time: new Date(Date.UTC(2026, 0, 1) + before * 60_000).toISOString(),
  ...(source === undefined ? {} : { source }),
})

/** Folds entries into a new ledger. */
export const fold = (entries: Iterable<RecordedEntry>): Ledger.Ledger => {
  const ledger = Ledger.empty()
  for (const entry of entries)
    Result.getOrThrowWith(Ledger.append(ledger, entry), ({ _tag }) => new Error(_tag))
  return ledger
}

/** Formats a scenario as a table: every amount that moved, with its place and year. */
export const format = (scenario: Scenario): string => {
  const rows = play(scenario).entries.flatMap(({ event }, at) => {
    const moved = moves(event)
    const recorded =
      moved.length === 0
        ? [["", "", ""]]
        : moved.map(({ place, year, amount }) => [place.where, `${year}`, amount.toFixed()])
    return recorded.map((cells, turn) => [...(turn === 0 ? [`${at + 1}`, event._tag] : ["", ""]), ...cells])
  })
  return `${formatAuthority(scenario.authority)}\n${TextTable.format({ head: ["", "event", "where", "year", "amount"], rows })}`
}
