/** The fold reader compared with parsing; a replay with it equals a replay of every opened entry. */

import { runs } from "@grootboek/testing/Runs"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/codec/Canonical.ts"
import * as Envelope from "../../src/codec/Envelope.ts"
import * as FoldReader from "../../src/codec/FoldReader.ts"
import * as History from "../../src/codec/History.ts"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import * as Posting from "../../src/event/Posting.ts"
import * as Journal from "../../src/journal/Journal.ts"
import * as Ledger from "../../src/ledger/Ledger.ts"
import * as Replay from "../../src/ledger/Replay.ts"
import { sha256 } from "../Sealed.ts"
import { changes, events } from "./Drawn.ts"
import { byteChange } from "./Mutated.ts"
import { actual, bounds, follows, named, plain } from "./Plain.ts"

const source = fc.option(
  fc.record(
    {
      name: fc.constantFrom("lijnen.csv", "a b.csv", "é.csv"),
      sha256: fc.constantFrom("a".repeat(64), "b".repeat(64)),
      line: fc.nat(99_999),
    },
    { requiredKeys: ["name", "sha256"], noNullPrototype: true },
  ),
  { nil: undefined },
)

const sealed = (recorded: ReadonlyArray<readonly [BudgetEvent, Journal.Source | undefined]>) => {
  const out: Array<Journal.Sealed> = []
  let head = Journal.genesis
  for (const [event, from] of recorded) {
    const proposal = {
      id: `x:${out.length}`,
      actor: "test",
      event,
      ...(from === undefined ? {} : { source: from }),
    }
    const one = Journal.seal(proposal, head, `2026-01-0${1 + (out.length % 9)}T09:00:00.000Z`, sha256)
    out.push({ position: one.position, hash: one.hash, body: one.body })
    head = one.head
  }
  return out
}

// A lone surrogate has no canonical bytes.
const sealable = events.filter((event) => Canonical.isWellFormed(JSON.stringify(event)))
const entry = fc
  .tuple(fc.oneof(changes, sealable), source)
  .map(([event, from]) => sealed([[event, from]])[0] as Journal.Sealed)

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/**
 * Returns what `JSON.parse` and the schemas read of a body; undefined when it is not canonical or has too large an
 * amount.
 */
const reference = (
  body: Uint8Array,
): { readonly folded: FoldReader.ReadEntry; readonly head: Journal.Head } | undefined => {
  try {
    const text = strict.decode(body)
    if (Canonical.stringify(JSON.parse(text)) !== text) return undefined
  } catch {
    return undefined
  }
  const envelope = Envelope.read(body)
  if (Result.isFailure(envelope) || envelope.success.version !== History.version) return undefined
  const read = History.read(envelope.success.event, History.version)
  if (Result.isFailure(read)) return undefined
  const { position, previous: hash, time, source } = envelope.success
  const event = read.success
  const head = { position: position - 1, hash, time: "" }
  const found = { kind: event._tag, source, time, id: bytesOf(envelope.success.id) }
  const isCommitted = event._tag === "ActualRecorded" && event.commitment !== undefined
  if ((event._tag !== "EstimatePosted" && event._tag !== "ActualRecorded") || isCommitted)
    return { folded: { ...found, content: { event } }, head }
  const postings = Posting.of(event)
  const place = postings[0]?.place
  if (place === undefined || postings.some(({ amount }) => !Number.isSafeInteger(Number(amount))))
    return undefined
  const years = postings.map(({ year }) => year)
  const micros = postings.map(({ amount }) => Number(amount))
  const day = event._tag === "ActualRecorded" ? { day: event.date } : {}
  return { folded: { ...found, content: { changes: { place, years, micros }, ...day } }, head }
}

/** Reads a body as the reference does. */
const agrees = (body: Uint8Array, read: FoldReader.FoldReader = FoldReader.make()): void => {
  const expected = reference(body)
  expect(read(body, expected?.head ?? follows(new TextDecoder().decode(body)))).toStrictEqual(
    expected?.folded,
  )
}

describe("FoldReader", () => {
  test.each(bounds)("reads a body as the schemas do: %s", (_, text) => {
    agrees(bytesOf(text))
    // A reader that read other bodies before returns the same, and so for the bodies after it.
    const read = FoldReader.make()
    for (const other of [plain(), plain(named("a")), plain(actual({}))]) {
      agrees(bytesOf(other), read)
      agrees(bytesOf(text), read)
      agrees(bytesOf(other), read)
    }
  })

  test("reads entries of every kind, also when bytes of them are changed", () => {
    fc.assert(
      fc.property(entry, byteChange, ({ body }, change) => {
        agrees(body)
        agrees(change(body))
        const read = FoldReader.make()
        for (const one of [body, change(body), body]) agrees(one, read)
      }),
      { numRuns: runs(2_000) },
    )
  })

  test("reads an entry only after its own head, and not before the time of that head", () => {
    const text = plain({ position: "12", previous: `12${"f".repeat(62)}` })
    const head = { position: 11, hash: `12${"f".repeat(62)}`, time: "2026-01-05T09:00:00.000Z" }
    const reads = (changed: Partial<Journal.Head>) =>
      FoldReader.make()(bytesOf(text), { ...head, ...changed }) !== undefined
    expect(reads({})).toBe(true)
    expect(reads({ time: "" })).toBe(true)
    for (const other of [
      { position: 10 },
      { position: 12 },
      { hash: `12${"f".repeat(61)}e` },
      { hash: `02${"f".repeat(62)}` },
      { hash: "12" },
      { time: "2026-01-05T09:00:00.001Z" },
    ])
      expect(reads(other)).toBe(false)
  })

  test("returns one object for each place", () => {
    const read = FoldReader.make()
    const placeOf = (changed: Parameters<typeof plain>[0]) => {
      const text = plain(changed)
      const folded = read(bytesOf(text), follows(text))
      return folded !== undefined && "changes" in folded.content ? folded.content.changes.place : undefined
    }
    expect(placeOf({})).toBeDefined()
    expect(placeOf({})).toBe(placeOf(named("a")))
    expect(placeOf(actual({}))).toBe(placeOf(actual({ date: "2026-01-01" })))
    expect(placeOf(actual({}))).not.toBe(placeOf(actual({ date: "2026-02-01" })))
  })

  test("reads bodies that share memory independently", () => {
    const bodies = bounds.map(([, text]) => bytesOf(text))
    const memory = new Uint8Array(bodies.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    const shared = bodies.map((body) => {
      memory.set(body, at)
      at += body.length
      return memory.subarray(at - body.length, at)
    })
    const read = FoldReader.make()
    for (const body of shared) agrees(body, read)
  })
})

describe("Replay", () => {
  test("returns the ledger that opening every entry returns", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(changes, source), { maxLength: 30 }), (recorded) => {
        const journal = sealed(recorded)
        const slow = Ledger.empty()
        let head = Journal.genesis
        for (const one of journal) {
          const opened = Result.getOrThrow(Journal.open(one, head, sha256))
          Result.getOrThrow(Ledger.append(slow, opened))
          head = Journal.headOf(opened)
        }
        const fast = Replay.begin(sha256)
        for (const one of journal) Result.getOrThrow(fast.take(one))
        expect(fast.head()).toEqual(head)
        expect(fast.ledger.columns.places).toEqual(slow.columns.places)
        expect(fast.ledger.columns.cells).toEqual(slow.columns.cells)
        for (let at = 0; at <= journal.length; at++) {
          expect(fast.ledger.columns.at(at)).toEqual(slow.columns.at(at))
          expect(fast.ledger.traces.at(at)).toEqual(slow.traces.at(at))
        }
      }),
      { numRuns: runs(100) },
    )
  })

  test("reports the same first damage as opening every entry", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(changes, sealable), source), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(255),
        (recorded, at, byte) => {
          const journal = sealed(recorded)
          const which = at % journal.length
          const damaged = journal.map((one, index) => {
            if (index !== which) return one
            const body = Uint8Array.from(one.body)
            body[at % body.length] = byte
            return { ...one, body }
          })
          let expected: unknown
          let head = Journal.genesis
          for (const one of damaged) {
            const opened = Journal.open(one, head, sha256)
            if (Result.isFailure(opened)) {
              expected = opened.failure
              break
            }
            head = Journal.headOf(opened.success)
          }
          const replayed = Replay.all(damaged, sha256)
          const failure = Result.isFailure(replayed) ? replayed.failure : undefined
          if (failure?._tag !== "AmountOverflow") expect(failure).toEqual(expected)
        },
      ),
      { numRuns: runs(200) },
    )
  })
})
