/** Generator of journals with one known kind of damage, and the finding that verification must report. */
import { Canonical, Journal, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { digest } from "../kit/Digest.ts"
import { first } from "./Lines.ts"
import * as Scenarios from "./Scenarios.ts"

/** The kinds of damage. */
export const deeds = [
  "flip a byte",
  "drop an entry",
  "swap two entries",
  "repeat an entry",
  "rewrite an entry and its hash",
  "turn the clock back",
  "tell an unknown kind",
  "tell a newer version",
  "add a field",
  "renumber an entry",
] as const

export type Deed = (typeof deeds)[number]

export interface Damaged {
  readonly scenario: Scenarios.Scenario
  readonly deed: Deed
  readonly position: number
  readonly sealed: ReadonlyArray<Journal.Sealed>
  /** The damage that must be reported, with its position. */
  readonly expected: { readonly tag: Journal.Damage["_tag"]; readonly position: number }
}

/** Seals the entries of a scenario as a store keeps them. */
export const seal = (played: Scenarios.PlayedScenario): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return played.batches.flat().map((proposal, at) => {
    const { head: next, ...sealed } = Journal.seal(proposal, head, played.entries[at]?.time ?? "", digest)
    head = next
    return sealed
  })
}

/** Generates damaged journals. The damage is in the second entry or later, and never in the last. */
export const damaged: fc.Arbitrary<Damaged> = fc
  .record({
    scenario: Scenarios.scenario,
    deed: fc.constantFrom(...deeds),
    at: fc.nat(60),
    byte: fc.nat(5_000),
  })
  .map(({ scenario, deed, at, byte }) => {
    const played = Scenarios.play({ ...scenario, steps: [...ordinary, ...scenario.steps] })
    const sealed = seal(played)
    const position = 2 + (at % (sealed.length - 2))
    const found = done(sealed, { deed, position, byte })
    return {
      scenario,
      deed,
      position,
      sealed: found.sealed,
      expected: { tag: found.tag, position: found.at ?? position },
    }
  })

/** Formats the kind of damage, its position and the scenario. */
export const format = ({ scenario, deed, position }: Damaged): string =>
  `${deed} at ${position} of ${Scenarios.format(scenario)}`

// Two estimates guarantee an entry between the first and the last.
const ordinary: Scenarios.Scenario["steps"] = ["1", "2"].map((euro) => ({
  step: "estimate",
  line: first,
  amounts: [Money.from(euro)],
}))

interface Done {
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly tag: Journal.Damage["_tag"]
  readonly at?: number
}

const done = (
  sealed: ReadonlyArray<Journal.Sealed>,
  { deed, position, byte }: { readonly deed: Deed; readonly position: number; readonly byte: number },
): Done => {
  const index = position - 1
  const entry = sealed[index]
  const next = sealed[index + 1]
  if (entry === undefined || next === undefined)
    throw new RangeError(`no entry between ${position} and the last`)
  const put = (...entries: ReadonlyArray<Journal.Sealed>) => sealed.toSpliced(index, 1, ...entries)
  switch (deed) {
    case "flip a byte": {
      const body = Uint8Array.from(entry.body)
      const place = byte % body.length
      body[place] = (body[place] ?? 0) ^ (1 << (byte % 8))
      return { sealed: put({ ...entry, body }), tag: "HashMismatch" }
    }
    case "drop an entry":
      return { sealed: put(), tag: "PositionGap" }
    case "swap two entries":
      return { sealed: sealed.toSpliced(index, 2, next, entry), tag: "PositionGap" }
    case "repeat an entry":
      return { sealed: put(entry, entry), tag: "PositionGap", at: position + 1 }
    case "rewrite an entry and its hash":
      return {
        sealed: put(rewritten(entry, { actor: "somebody-else" })),
        tag: "BrokenChain",
        at: position + 1,
      }
    case "turn the clock back":
      return { sealed: put(rewritten(entry, { time: "2025-12-31T23:59:59.999Z" })), tag: "TimeWentBack" }
    case "tell an unknown kind":
      return { sealed: put(rewritten(entry, { event: { _tag: "BudgetDreamt" } })), tag: "UnknownEvent" }
    case "tell a newer version":
      return { sealed: put(rewritten(entry, { version: 99 })), tag: "UnknownEvent" }
    case "add a field":
      return {
        sealed: put(rewritten(entry, { event: { ...asRecord(content(entry).event), surprise: "1" } })),
        tag: "MalformedEntry",
      }
    case "renumber an entry":
      return { sealed: put(rewritten(entry, { position: position + 7 })), tag: "PositionGap" }
  }
}

/** Returns an entry with other content and a matching hash. */
const rewritten = (entry: Journal.Sealed, changes: Readonly<Record<string, unknown>>): Journal.Sealed => {
  const body = Canonical.bytes({ ...content(entry), ...changes })
  return { ...entry, body, hash: Journal.hashOf(body, digest) }
}

const content = ({ body }: Journal.Sealed): Readonly<Record<string, unknown>> =>
  asRecord(JSON.parse(new TextDecoder().decode(body)))

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {}
