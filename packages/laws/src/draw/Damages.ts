/** Generator of journals with one known kind of damage, and the finding that verification must report. */
import { Canonical, Journal, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { digest } from "../kit/Digest.ts"
import { first } from "./Lines.ts"
import * as Scenarios from "./Scenarios.ts"

/** The kinds of damage. */
export const kinds = [
  "flips a bit of an entry",
  "removes an entry",
  "swaps two entries",
  "duplicates an entry",
  "changes an entry and its hash",
  "gives an entry an earlier time",
  "gives an event an unknown kind",
  "gives an event a newer version",
  "adds an unknown field to an event",
  "changes the position of an entry",
] as const

export type DamageKind = (typeof kinds)[number]

export interface Damaged {
  readonly scenario: Scenarios.Scenario
  readonly kind: DamageKind
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
    kind: fc.constantFrom(...kinds),
    at: fc.nat(60),
    byte: fc.nat(5_000),
  })
  .map(({ scenario, kind, at, byte }) => {
    const played = Scenarios.play({ ...scenario, steps: [...ordinary, ...scenario.steps] })
    const sealed = seal(played)
    const position = 2 + (at % (sealed.length - 2))
    const found = damage(sealed, { kind, position, byte })
    return {
      scenario,
      kind,
      position,
      sealed: found.sealed,
      expected: { tag: found.tag, position: found.at ?? position },
    }
  })

/** Formats the kind of damage, its position and the scenario. */
export const format = ({ scenario, kind, position }: Damaged): string =>
  `${kind} at ${position} of ${Scenarios.format(scenario)}`

// Two estimates guarantee an entry between the first and the last.
const ordinary: Scenarios.Scenario["steps"] = ["1", "2"].map((euro) => ({
  step: "estimate",
  line: first,
  amounts: [Money.from(euro)],
}))

interface DamagedEntries {
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly tag: Journal.Damage["_tag"]
  readonly at?: number
}

const damage = (
  sealed: ReadonlyArray<Journal.Sealed>,
  { kind, position, byte }: { readonly kind: DamageKind; readonly position: number; readonly byte: number },
): DamagedEntries => {
  const index = position - 1
  const entry = sealed[index]
  const next = sealed[index + 1]
  if (entry === undefined || next === undefined)
    throw new RangeError(`no entry between ${position} and the last`)
  const replaced = (...entries: ReadonlyArray<Journal.Sealed>) => sealed.toSpliced(index, 1, ...entries)
  switch (kind) {
    case "flips a bit of an entry": {
      const body = Uint8Array.from(entry.body)
      const place = byte % body.length
      body[place] = (body[place] ?? 0) ^ (1 << (byte % 8))
      return { sealed: replaced({ ...entry, body }), tag: "HashMismatch" }
    }
    case "removes an entry":
      return { sealed: replaced(), tag: "PositionGap" }
    case "swaps two entries":
      return { sealed: sealed.toSpliced(index, 2, next, entry), tag: "PositionGap" }
    case "duplicates an entry":
      return { sealed: replaced(entry, entry), tag: "PositionGap", at: position + 1 }
    case "changes an entry and its hash":
      return {
        sealed: replaced(rewritten(entry, { actor: "somebody-else" })),
        tag: "BrokenChain",
        at: position + 1,
      }
    case "gives an entry an earlier time":
      return { sealed: replaced(rewritten(entry, { time: "2025-12-31T23:59:59.999Z" })), tag: "TimeWentBack" }
    case "gives an event an unknown kind":
      return { sealed: replaced(rewritten(entry, { event: { _tag: "UnknownKind" } })), tag: "UnknownEvent" }
    case "gives an event a newer version":
      return { sealed: replaced(rewritten(entry, { version: 99 })), tag: "UnknownEvent" }
    case "adds an unknown field to an event":
      return {
        sealed: replaced(
          rewritten(entry, { event: { ...asRecord(content(entry).event), unknownField: "1" } }),
        ),
        tag: "MalformedEntry",
      }
    case "changes the position of an entry":
      return { sealed: replaced(rewritten(entry, { position: position + 7 })), tag: "PositionGap" }
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
