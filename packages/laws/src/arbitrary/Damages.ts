/** Journals with one known fault to draw: what somebody did to a valid journal, and what must be found of it. */
import { Canonical, Journal, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { digest } from "../Digest.ts"
import { first } from "./Lines.ts"
import * as Stories from "./Stories.ts"

/** Everything that can be done to a journal here. */
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

/** See {@link deeds}. */
export type Deed = (typeof deeds)[number]

/** A journal that somebody touched. */
export interface Damaged {
  readonly story: Stories.Story
  readonly deed: Deed
  readonly position: number
  readonly sealed: ReadonlyArray<Journal.Sealed>
  /** The damage that must be found, and where. */
  readonly expected: { readonly tag: Journal.Damage["_tag"]; readonly position: number }
}

/** The entries of a story as a store keeps them. */
export const seal = (tale: Stories.Tale): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return tale.batches.flat().map((proposal, at) => {
    const { head: next, ...sealed } = Journal.seal(proposal, head, tale.entries[at]?.time ?? "", digest)
    head = next
    return sealed
  })
}

/** A damaged journal; the fault lies in the second entry or later, and not in the last. */
export const damaged: fc.Arbitrary<Damaged> = fc
  .record({
    story: Stories.story,
    deed: fc.constantFrom(...deeds),
    at: fc.nat(60),
    byte: fc.nat(5_000),
  })
  .map(({ story, deed, at, byte }) => {
    const tale = Stories.tell({ ...story, steps: [...ordinary, ...story.steps] })
    const sealed = seal(tale)
    const position = 2 + (at % (sealed.length - 2))
    const found = done(sealed, { deed, position, byte })
    return {
      story,
      deed,
      position,
      sealed: found.sealed,
      expected: { tag: found.tag, position: found.at ?? position },
    }
  })

/** What was done, in words. */
export const format = ({ story, deed, position }: Damaged): string =>
  `${deed} at ${position} of ${Stories.format(story)}`

// Two estimates, so that there is always an entry between the first and the last.
const ordinary: Stories.Story["steps"] = ["1", "2"].map((euro) => ({
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
      return { sealed: put(retold(entry, { actor: "somebody-else" })), tag: "BrokenChain", at: position + 1 }
    case "turn the clock back":
      return { sealed: put(retold(entry, { time: "2025-12-31T23:59:59.999Z" })), tag: "TimeWentBack" }
    case "tell an unknown kind":
      return { sealed: put(retold(entry, { event: { _tag: "BudgetDreamt" } })), tag: "UnknownEvent" }
    case "tell a newer version":
      return { sealed: put(retold(entry, { version: 99 })), tag: "UnknownEvent" }
    case "add a field":
      return {
        sealed: put(retold(entry, { event: { ...asRecord(content(entry).event), surprise: "1" } })),
        tag: "MalformedEntry",
      }
    case "renumber an entry":
      return { sealed: put(retold(entry, { position: position + 7 })), tag: "PositionGap" }
  }
}

/** An entry with another content and the hash that belongs to it. */
const retold = (entry: Journal.Sealed, changes: Readonly<Record<string, unknown>>): Journal.Sealed => {
  const body = Canonical.bytes({ ...content(entry), ...changes })
  return { ...entry, body, hash: Journal.hashOf(body, digest) }
}

const content = ({ body }: Journal.Sealed): Readonly<Record<string, unknown>> =>
  asRecord(JSON.parse(new TextDecoder().decode(body)))

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {}
