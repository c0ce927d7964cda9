/** Generator of journals with right hashes and one entry that is not valid, and the reason that must be found. */
import { Journal, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { digest } from "../kit/Digest.ts"
import type { ForgeryTarget } from "./ForgedEvents.ts"
import { type Forgery, type ForgeryKind, kinds, names } from "./ForgeryKinds.ts"
import { first } from "./Lines.ts"
import * as Scenarios from "./Scenarios.ts"

/** A journal with a forged entry, and the finding that is expected. */
export interface Forged {
  readonly kind: ForgeryKind
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly position: number
  readonly reason: Forgery["reason"]
}

export const forged: fc.Arbitrary<Forged> = fc
  .record({ scenario: Scenarios.scenario, kind: fc.constantFrom(...names) })
  .map(({ scenario, kind }) => forge(scenario, kind))

export const format = ({ kind, reason, position }: Forged): string =>
  `${kind}: ${reason} at entry ${position}`

// An estimate in two years, on a line that every authority has.
const ordinary: Scenarios.Scenario["steps"] = [
  { step: "estimate", line: first, amounts: [Money.from("1"), Money.from("2")] },
]

/** Returns the journal of a scenario with a forged entry, sealed again from that entry on. */
export const forge = (scenario: Scenarios.Scenario, kind: ForgeryKind): Forged => {
  const played = Scenarios.play({ ...scenario, steps: [...ordinary, ...scenario.steps] })
  const target = targetOf(played)
  const { reason, event, replaces, before = [], rewrite = same }: Forgery = kinds[kind](target)
  const proposals = played.batches.flat().map(({ source: _, ...proposal }) => proposal)
  const added = [...before, ...(replaces === undefined ? [event] : [])].map((one, turn) => ({
    id: `forged:${turn}`,
    actor: "laws",
    event: one,
  }))
  const all = [...proposals, ...added].map((proposal, at) =>
    at + 1 === replaces ? { ...proposal, event } : proposal,
  )
  const position = replaces ?? all.length
  let head = Journal.genesis
  const sealed = all.map((proposal): Journal.Sealed => {
    const time = played.entries[head.position]?.time ?? "2026-03-01T09:00:00.000Z"
    const { body, hash, head: next } = Journal.seal(proposal, head, time, digest)
    const isForged = next.position === position
    const bytes = isForged ? encoder.encode(rewrite(decoder.decode(body))) : body
    const kept = isForged ? Journal.hashOf(bytes, digest) : hash
    head = { ...next, hash: kept }
    return { position: next.position, hash: kept, body: bytes }
  })
  return { kind, sealed, position, reason }
}

const same = (body: string): string => body

const targetOf = ({ events, years }: Scenarios.PlayedScenario): ForgeryTarget => {
  const at = events.findIndex(({ _tag }) => _tag === "EstimatePosted")
  const event = events[at]
  if (event?._tag !== "EstimatePosted") throw new TypeError("the first estimate was refused")
  return { events, line: event.line, position: at + 1, year: years[0] ?? 0 }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder("utf-8", { ignoreBOM: true })
