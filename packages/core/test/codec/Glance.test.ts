/** What is read at a glance is what parsing reads; and a replay at a glance is a replay. */
import { createHash } from "node:crypto"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Glance from "../../src/codec/Glance.ts"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import * as Posting from "../../src/event/Posting.ts"
import * as Journal from "../../src/journal/Journal.ts"
import * as Ledger from "../../src/ledger/Ledger.ts"
import { runs } from "../Runs.ts"
import { sound } from "./Mutated.ts"
import { actual, bounds, follows, named, plain } from "./Plain.ts"

const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const source = fc.option(
  fc.record(
    {
      name: fc.constantFrom("lijnen.csv", "a b.csv", "é.csv"),
      sha256: fc.constant("a".repeat(64)),
      line: fc.nat(99_999),
    },
    { requiredKeys: ["name", "sha256"] },
  ),
  { nil: undefined },
)

const sealed = (events: ReadonlyArray<readonly [BudgetEvent, Journal.Source | undefined]>) => {
  const out: Array<Journal.Sealed> = []
  let head = Journal.genesis
  for (const [event, from] of events) {
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

const entry = fc.tuple(sound, source).map(([event, from]) => sealed([[event, from]])[0] as Journal.Sealed)

/** The head that an entry claims to follow. */
const before = ({ position, previous }: Journal.Entry): Journal.Head => ({
  position: position - 1,
  hash: previous,
  time: "",
})

const agrees = (one: Journal.Sealed, read: Glance.Reader = Glance.reader()): boolean => {
  const claimed = Journal.parse(one)
  const head = Result.isSuccess(claimed) ? before(claimed.success) : Journal.genesis
  const seen = read(one.body, head)
  if (seen === undefined) return false
  const parsed = Result.getOrThrow(Journal.parse(one))
  const postings = Posting.of(parsed.event)
  expect(seen).toStrictEqual({
    time: parsed.time,
    source: parsed.source,
    kind: parsed.event._tag,
    changes: {
      place: postings[0]?.place,
      years: postings.map(({ year }) => year),
      micros: postings.map(({ amount }) => Number(amount)),
    },
  })
  return true
}

describe("a glance", () => {
  test("sees in a sound entry what parsing sees", () => {
    let seen = 0
    fc.assert(
      fc.property(entry, (one) => {
        if (agrees(one)) seen++
      }),
      { numRuns: 1_000 },
    )
    expect(seen).toBeGreaterThan(80)
  })

  test("sees an estimate and a realisation, plain ones of each, from the first of them on", () => {
    const line = { direction: "U", account: "6140000", policyItem: "0900", action: "A1" } as const
    const voucher = { year: 2026, date: "2026-01-31", amount: "12.50", voucher: "F/1" } as const
    const plain: ReadonlyArray<BudgetEvent> = [
      { _tag: "EstimatePosted", line, amounts: { "2026": "1.00", "2027": "-2.00" } },
      { _tag: "ActualRecorded", line, ...voucher },
    ]
    const from = { name: "lijnen.csv", sha256: "a".repeat(64), line: 3 }
    for (const event of plain)
      for (const source of [undefined, from])
        for (const one of sealed([[event, source]])) expect(agrees(one), event._tag).toBe(true)
  })

  test.each(bounds)("sees %s", (what, text, isSeen) => {
    const body = new TextEncoder().encode(text)
    const one = { position: 1, hash: "", body }
    const seen = Glance.reader()(body, follows(text))
    expect(seen !== undefined, what).toBe(isSeen)
    if (isSeen) agrees(one)
    // A reader that met other entries before sees the same, and they are seen behind it.
    const reader = Glance.reader()
    for (const other of [plain(), plain(named("a")), plain(actual({}))]) {
      const met = reader(new TextEncoder().encode(other), follows(other))
      expect(met).toBeDefined()
      expect(reader(body, follows(text))).toStrictEqual(seen)
      expect(reader(new TextEncoder().encode(other), follows(other))).toStrictEqual(met)
    }
  })

  test("sees an entry only behind the head that it follows, and not before the time of that", () => {
    const text = plain({ position: "12", previous: `12${"f".repeat(62)}` })
    const head = { position: 11, hash: `12${"f".repeat(62)}`, time: "2026-01-05T09:00:00.000Z" }
    const sees = (changes: Partial<Journal.Head>) =>
      Glance.reader()(new TextEncoder().encode(text), { ...head, ...changes }) !== undefined
    expect(sees({})).toBe(true)
    expect(sees({ time: "" })).toBe(true)
    for (const other of [
      { position: 10 },
      { position: 12 },
      { hash: `12${"f".repeat(61)}e` },
      { hash: `02${"f".repeat(62)}` },
      { hash: "12" },
      { time: "2026-01-05T09:00:00.001Z" },
    ])
      expect(sees(other)).toBe(false)
  })

  test("sees one entry after another as it would see each by itself", () => {
    const texts = bounds.filter(([, , isSeen]) => isSeen).map(([, text]) => text)
    const reader = Glance.reader()
    for (const text of [...texts, ...texts.toReversed()]) {
      const body = new TextEncoder().encode(text)
      expect(reader(body, follows(text))).toEqual(Glance.reader()(body, follows(text)))
    }
  })

  test("sees nothing that parsing would refuse, whatever is changed in the bytes", () => {
    const letters = fc.constantFrom(
      ...' "\\{}[]:,.-019aOUé\u0000\u00ff',
      "EstimatePosted",
      '"2026":"1.00",',
      "-0.00",
    )
    fc.assert(
      fc.property(entry, fc.nat(), fc.nat(3), letters, (one, at, gone, put) => {
        const text = new TextDecoder().decode(one.body)
        const from = at % text.length
        const body = new TextEncoder().encode(text.slice(0, from) + put + text.slice(from + gone))
        agrees({ ...one, body })
        // Once more by a reader that remembers the entry as it was.
        const reader = Glance.reader()
        agrees(one, reader)
        agrees({ ...one, body }, reader)
      }),
      { numRuns: runs(10_000) },
    )
  })

  test("of entries from different files and without one keeps them apart", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const reader = Glance.reader()
        for (const one of entries) agrees(one, reader)
      }),
      { numRuns: runs(500) },
    )
  })

  test("replays a journal to the same ledger as opening every entry does", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sound, source), { maxLength: 30 }), (events) => {
        const journal = sealed(events)
        const slow = Ledger.empty()
        let head = Journal.genesis
        for (const one of journal) {
          const opened = Result.getOrThrow(Journal.open(one, head, sha256))
          Result.getOrThrow(Ledger.append(slow, opened))
          head = Journal.headOf(opened)
        }
        const fast = Ledger.begin(sha256)
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

  test("names the same first damage as opening every entry does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sound, source), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(255),
        (events, at, byte) => {
          const journal = sealed(events)
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
          const replayed = Ledger.replay(damaged, sha256)
          expect(Result.isFailure(replayed) ? replayed.failure : undefined).toEqual(expected)
        },
      ),
      { numRuns: runs(300) },
    )
  })
})
