/** The journal: sealed and opened entries, and their damage. */
import { type BudgetEvent, Canonical, Journal } from "@grootboek/core"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as PreparedEvent from "../../src/codec/PreparedEvent.ts"
import { goods } from "../SmallPlan.ts"

const time = "2026-06-30T12:00:00.000Z"
const event = { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } } as const
const source = { name: "lines.csv", sha256: "a".repeat(64), line: 2 } as const
const proposal = { id: "line:2", event, actor: "clerk", source } as const

const sealed = (...proposals: ReadonlyArray<Journal.Proposal>): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return proposals.map((one) => {
    const { head: next, ...rest } = Journal.seal(one, head, time, sha256)
    head = next
    return rest
  })
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body)

describe("Journal.seal", () => {
  const [first, second] = sealed(proposal, { ...proposal, id: "line:3" })

  test("writes canonical JSON with every field but the hash", () => {
    expect(first && text(first.body)).toBe(
      Canonical.stringify({
        actor: "clerk",
        event,
        id: "line:2",
        position: 1,
        previous: "0".repeat(64),
        source,
        time,
        version: 1,
      }),
    )
  })

  test("hashes the body after the domain tag and the version", () => {
    const tagged = new TextEncoder().encode(`grootboek/entry\u0001${first && text(first.body)}`)
    expect(first?.hash).toBe(sha256(tagged))
  })

  test("stores the hash of the previous entry", () => {
    expect(second && JSON.parse(text(second.body)).previous).toBe(first?.hash)
  })

  test("uses the time of the head when the clock went back", () => {
    const later = { ...Journal.genesis, time: "2026-07-01T00:00:00.000Z" }
    const { body, head } = Journal.seal(proposal, later, time, sha256)
    expect([JSON.parse(text(body)).time, head.time]).toEqual([later.time, later.time])
  })

  test("open: returns the sealed proposal and the next head", () => {
    const opened = first && Journal.open(first, Journal.genesis, sha256)
    expect(opened).toEqual(
      Result.succeed({
        ...proposal,
        position: 1,
        time,
        previous: "0".repeat(64),
        hash: first?.hash,
      }),
    )
    const entry = opened && Result.getOrThrow(opened)
    expect(entry && Journal.headOf(entry)).toEqual({ position: 1, hash: first?.hash, time })
    expect(first && Journal.tail(first)).toEqual(Result.succeed({ position: 1, hash: first?.hash, time }))
  })

  test("isNext: accepts only the next position with the matching hash", () => {
    const next = { position: 1, hash: first?.hash ?? "", body: first?.body ?? new Uint8Array() }
    const isNext = (more: Partial<Journal.Sealed>, head = Journal.genesis) =>
      Journal.isNext({ ...next, ...more }, head, sha256)
    expect([isNext({}), isNext({ position: 2 }), isNext({ position: 0 }), isNext({ hash: "f" })]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(isNext({}, { ...Journal.genesis, position: 1 })).toBe(false)
  })

  test("holds: recognises the bytes of its event in the current version only", () => {
    const bytesOf = (one: BudgetEvent.BudgetEvent): Uint8Array => Result.getOrThrow(Journal.write(one))
    const held = (body: string, one: BudgetEvent.BudgetEvent = event): boolean =>
      Journal.holds({ position: 1, hash: "", body: new TextEncoder().encode(body) }, bytesOf(one))
    const body = text(first?.body ?? new Uint8Array())
    expect(held(body)).toBe(true)
    expect(held(body, { ...event, amounts: { "2026": "1.01" } })).toBe(false)
    for (const [from, to] of [
      ['"version":1}', '"version":2}'],
      ['"version":1}', '"version":1} '],
      ['{"actor":"', '{"actor": "'],
      ['"event":', '"event": '],
      [',"id":"', ',"jd":"'],
    ] as const)
      expect(held(body.replace(from, to)), `${from} → ${to}`).toBe(false)
    for (const short of ["", "{", '{"actor":"', '","version":1}']) expect(held(short)).toBe(false)
  })
})

describe("Journal.open", () => {
  const [first] = sealed(proposal)
  const content = first === undefined ? {} : JSON.parse(text(first.body))
  const changed = (changes: Readonly<Record<string, unknown>>): Journal.Sealed => {
    const body = Canonical.bytes({ ...content, ...changes })
    return { position: 1, body, hash: Journal.hashOf(body, sha256) }
  }
  const damage = (one: Journal.Sealed, head = Journal.genesis) =>
    Result.match(Journal.open(one, head, sha256), { onFailure: (found) => found, onSuccess: () => undefined })

  test("reports a position gap", () => {
    expect(first && damage({ ...first, position: 3 })).toEqual({
      _tag: "PositionGap",
      position: 3,
      expected: 1,
    })
    expect(damage(changed({ position: 2 }))).toEqual({ _tag: "PositionGap", position: 2, expected: 1 })
  })

  test("reports another hash", () => {
    const stored = "f".repeat(64)
    expect(first && damage({ ...first, hash: stored })).toEqual({
      _tag: "HashMismatch",
      position: 1,
      stored,
      computed: first?.hash,
    })
  })

  test("reports a broken chain", () => {
    const previous = "e".repeat(64)
    expect(damage(changed({ previous }))).toEqual({
      _tag: "BrokenChain",
      position: 1,
      previous,
      expected: "0".repeat(64),
    })
  })

  test("reports an earlier time than that of the previous entry", () => {
    const head = { ...Journal.genesis, time: "2027-01-01T00:00:00.000Z" }
    expect(first && damage(first, head)).toEqual({
      _tag: "TimeWentBack",
      position: 1,
      time,
      previous: head.time,
    })
  })

  test("reports an unknown kind or version", () => {
    expect(damage(changed({ event: { _tag: "UnknownKind" } }))).toEqual({
      _tag: "UnknownEvent",
      position: 1,
      kind: "UnknownKind",
      version: 1,
    })
    expect(damage(changed({ version: 99 }))).toMatchObject({ _tag: "UnknownEvent", version: 99 })
    expect(damage(changed({ event: "text" }))).toMatchObject({ _tag: "UnknownEvent", kind: "(no _tag)" })
  })

  test("reports the malformed field", () => {
    const amounts = { "2026": "1,00" }
    expect(damage(changed({ event: { ...event, amounts } }))).toMatchObject({
      _tag: "MalformedEntry",
      field: "event.amounts.2026",
    })
    expect(damage(changed({ unknown: 1 }))).toMatchObject({ _tag: "MalformedEntry", field: "(entry)" })
    expect(damage(changed({ time: "yesterday" }))).toMatchObject({ _tag: "MalformedEntry", field: "(entry)" })
    const body = new TextEncoder().encode('{"actor":')
    expect(damage({ position: 1, body, hash: Journal.hashOf(body, sha256) })).toMatchObject({
      _tag: "MalformedEntry",
      field: "(body)",
    })
    const bytes = Uint8Array.of(0xff)
    expect(damage({ position: 1, body: bytes, hash: Journal.hashOf(bytes, sha256) })).toMatchObject({
      _tag: "MalformedEntry",
      field: "(body)",
      offset: 0,
    })
  })
})

// What the schema refuses is written as it is: checking it is for the caller.
const unknown: BudgetEvent.BudgetEvent = JSON.parse('{"year":2026,"_tag":"Unknown"}')

test("Journal.seal: seals an event that the schema refuses", () => {
  const { body } = Journal.seal(
    { id: "line:2", actor: "clerk", event: unknown },
    Journal.genesis,
    time,
    sha256,
  )
  expect(JSON.parse(text(body)).event).toEqual({ _tag: "Unknown", year: 2026 })
})

test.each([{ id: "a b" }, { actor: "a clerk" }, { source: { ...source, name: "" } }])(
  "Journal.seal: throws when the proposal has %j",
  (wrong) => {
    const given = { ...proposal, ...wrong }
    expect(() => Journal.seal(given, Journal.genesis, time, sha256)).toThrow(
      new TypeError(`the id, the actor or the source of ${given.id} is not valid`),
    )
  },
)

test("Journal.fingerprint: is the canonical text of an event that the schema refuses", () => {
  expect(Journal.fingerprint(unknown)).toBe('{"_tag":"Unknown","year":2026}')
})

test("Journal.write: returns the bytes of a prepared event once, and then writes it again", () => {
  const prepared = { ...event }
  Journal.prepare(prepared)
  const kept = PreparedEvent.of(prepared)?.bytes
  const [first, second, third] = [1, 2, 3].map(() => Result.getOrThrow(Journal.write(prepared)))
  expect(first).toBe(kept)
  expect(second).not.toBe(kept)
  expect([second, third]).toEqual([first, first])
})

test("Journal.parseCanonical: reads only a body that is canonical and of the current version", () => {
  const [one] = sealed(proposal)
  if (one === undefined) throw new Error("one entry was sealed")
  const entry = { ...proposal, hash: one.hash, position: 1, previous: Journal.genesis.hash, time }
  expect(Journal.parseCanonical(one)).toStrictEqual(entry)
  expect(Journal.parse(one)).toStrictEqual(Result.succeed(entry))
  const spaced = { ...one, body: new TextEncoder().encode(` ${text(one.body)}`) }
  expect(Journal.parseCanonical(spaced)).toBeUndefined()
  expect(Journal.parse(spaced)).toStrictEqual(Result.succeed(entry))
})
