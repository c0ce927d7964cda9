/** Snapshots: an intact one equals a replay, a changed one is discarded. */
import { createHash } from "node:crypto"
import { runs } from "@grootboek/testing/Runs"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/codec/Canonical.ts"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import { chunkSize } from "../../src/fold/Column.ts"
import type * as Journal from "../../src/journal/Journal.ts"
import * as Ledger from "../../src/ledger/Ledger.ts"
import * as Snapshot from "../../src/ledger/Snapshot.ts"
import * as Money from "../../src/value/Money.ts"
import { changes } from "../codec/Drawn.ts"

const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const adopted: BudgetEvent = {
  _tag: "PlanAdopted",
  entity: { name: "Voorbeeld", type: "welzijnsvereniging" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2031 },
  creditYears: [2026],
}

const folded = (events: ReadonlyArray<BudgetEvent>, ledger = Ledger.empty()): Ledger.Ledger => {
  for (const [index, event] of events.entries()) {
    const source = index % 3 === 0 ? undefined : { name: "lijnen.csv", sha256: "b".repeat(64), line: index }
    const time = `2026-01-0${1 + Math.min(8, Math.floor(index / 4))}T09:00:00.000Z`
    Result.getOrThrow(Ledger.append(ledger, { event, time, ...(source === undefined ? {} : { source }) }))
  }
  return ledger
}

const headOf = (ledger: Ledger.Ledger): Journal.Head => ({
  position: Ledger.position(ledger),
  hash: "c".repeat(64),
  time: "2026-01-09T09:00:00.000Z",
})

const same = (a: Ledger.Ledger, b: Ledger.Ledger, positions: ReadonlyArray<number>): void => {
  expect(a.columns.places).toEqual(b.columns.places)
  expect(a.columns.cells).toEqual(b.columns.cells)
  expect(a.plans).toEqual(b.plans)
  for (const at of positions) {
    expect(a.columns.at(at)).toEqual(b.columns.at(at))
    expect(a.traces.at(at)).toEqual(b.traces.at(at))
    for (const cell of a.columns.cells.keys())
      expect([...a.columns.chain(cell, 0, at)]).toEqual([...b.columns.chain(cell, 0, at)])
  }
}

describe("Snapshot.read", () => {
  test("returns the ledger of a replay, to which entries can be appended", () => {
    fc.assert(
      fc.property(fc.array(changes), fc.array(changes), (events, more) => {
        const ledger = folded([adopted, ...events])
        const head = headOf(ledger)
        const read = Snapshot.read([...Snapshot.write({ ledger, head }, sha256)], sha256)
        expect(read?.head).toEqual(head)
        const back = read?.ledger ?? Ledger.empty()
        same(back, ledger, [0, 1, events.length + 1])
        folded(more, ledger)
        folded(more, back)
        same(back, ledger, [1, events.length + 1, events.length + 1 + more.length])
      }),
    )
  })

  test("returns the ledger over several chunks", () => {
    const line = { direction: "U", account: "614", policyItem: "0100" } as const
    const years = [2026, 2027, 2028, 2029, 2030, 2031]
    const events = Array.from({ length: chunkSize }, (_, index): BudgetEvent => {
      const amounts = Object.fromEntries(years.map((year) => [year, `${index}.${10 + (year % 7)}`]))
      return { _tag: "EstimatePosted", line: { ...line, account: `${61400 + (index % 83)}` }, amounts }
    })
    const ledger = folded([adopted, ...events])
    const back = Snapshot.read([...Snapshot.write({ ledger, head: headOf(ledger) }, sha256)], sha256)?.ledger
    folded(events.slice(0, 100), ledger)
    folded(events.slice(0, 100), back)
    same(back ?? Ledger.empty(), ledger, [1, 7_000, chunkSize + 1, chunkSize + 101])
  })

  test("returns a large ledger from parts of four mebibytes of amounts", () => {
    const ledger = Ledger.empty()
    const place = { phase: "estimate", direction: "U", account: "614" } as const
    const each = 32 * chunkSize
    for (let entry = 0; entry < 3; entry++) {
      const postings = Array.from({ length: each / 2 + 1 }, (_, at) => ({
        place,
        year: 2026 + (at % 3),
        amount: Money.ofMicros(BigInt(at * entry)),
      }))
      ledger.columns.append(postings)
      const time = `2026-01-0${entry + 1}T09:00:00.000Z`
      ledger.traces.append({ kind: "EstimatePosted", time, source: undefined, event: undefined })
    }
    const parts = [...Snapshot.write({ ledger, head: headOf(ledger) }, sha256)]
    // The header, the dictionary, places and years of cells, two of cells, two of amounts, and five more columns.
    expect(parts.map(({ length }) => length).slice(2, 8)).toEqual([
      12,
      12,
      each * 4,
      ledger.columns.postings * 4 - each * 4,
      each * 8,
      ledger.columns.postings * 8 - each * 8,
    ])
    const back = Snapshot.read(parts, sha256)?.ledger ?? Ledger.empty()
    for (const at of [1, 2, 3]) expect(back.columns.at(at)).toEqual(ledger.columns.at(at))
    expect(back.columns.posting(each)).toEqual(ledger.columns.posting(each))
    const last = ledger.columns.postings - 1
    expect(back.columns.posting(last)).toEqual(ledger.columns.posting(last))
  })

  test("returns undefined when a part has a valid hash and invalid contents", () => {
    const ledger = folded([adopted])
    const [header = new Uint8Array(), ...rest] = Snapshot.write({ ledger, head: headOf(ledger) }, sha256)
    const { seal: first, ...facts } = JSON.parse(new TextDecoder().decode(header))
    const bytes = (text: string) => new TextEncoder().encode(text)
    const sealed = (changes: object, parts = rest) => {
      const changed = { ...facts, hashes: parts.map((part) => sha256(part)), ...changes }
      const seal = sha256(bytes(`grootboek/snapshot\u0001${Canonical.stringify(changed)}`))
      return [bytes(JSON.stringify({ ...changed, seal })), ...parts]
    }
    const resealed = (changes: object) => [
      bytes(JSON.stringify({ ...facts, ...changes, seal: first })),
      ...rest,
    ]
    const isRead = (parts: Snapshot.SnapshotParts) => Snapshot.read(parts, sha256) !== undefined
    const dictionary = JSON.parse(new TextDecoder().decode(rest[0]))
    const withDictionary = (changes: object) => [
      bytes(JSON.stringify({ ...dictionary, ...changes })),
      ...rest.slice(1),
    ]
    expect(isRead(sealed({}))).toBe(true)
    expect(isRead(sealed({}, withDictionary({})))).toBe(true)
    for (const parts of [
      sealed({ format: Snapshot.format - 1 }),
      sealed({ isLittle: !facts.isLittle }),
      sealed({ lengths: facts.lengths.map((length: number) => length + 1) }),
      sealed({ head: { ...facts.head, hash: "x" } }),
      sealed({ head: { ...facts.head, hash: `${facts.head.hash}0` } }),
      sealed({ head: { ...facts.head, hash: `0${facts.head.hash}` } }),
      sealed({ hashes: [] }),
      sealed({ lengths: [] }),
      sealed({ lengths: facts.lengths.map(() => 0) }),
      sealed({}, rest.slice(0, -1)),
      sealed({}, [...rest, new Uint8Array(8)]),
      // With a hash that was made before.
      resealed({ head: { ...facts.head, position: facts.head.position + 1 } }),
      resealed({ head: { ...facts.head, hash: "d".repeat(64) } }),
      sealed({}, withDictionary({ places: [7] })),
      sealed({}, withDictionary({ origins: [{ kind: "Imagined" }] })),
      sealed({}, withDictionary({ events: [[1, { _tag: "Imagined" }]] })),
      sealed({}, withDictionary({ events: [7] })),
      sealed({}, [bytes("{"), ...rest.slice(1)]),
      [bytes("{"), ...rest],
    ])
      expect(isRead(parts)).toBe(false)
  })

  test("returns undefined when any byte is changed or any part is missing", () => {
    const ledger = folded([adopted, ...fc.sample(changes, { numRuns: 40, seed: 1 })])
    const parts = [...Snapshot.write({ ledger, head: headOf(ledger) }, sha256)]
    expect(Snapshot.read(parts, sha256)).toBeDefined()
    for (const lost of parts.keys())
      expect(
        Snapshot.read(
          parts.filter((_, index) => index !== lost),
          sha256,
        ),
      ).toBeUndefined()
    fc.assert(
      fc.property(
        fc.nat(parts.length - 1),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (which, at, change) => {
          const changed = parts.map((part, index) => {
            if (index !== which) return part
            const bytes = Uint8Array.from(part)
            const place = at % bytes.length
            bytes[place] = (bytes[place] as number) ^ change
            return bytes
          })
          expect(Snapshot.read(changed, sha256)).toBeUndefined()
        },
      ),
    )
    expect(Snapshot.read([], sha256)).toBeUndefined()
  })
})

describe("Ledger.copy", () => {
  test("returns an independent ledger", () => {
    fc.assert(
      fc.property(fc.array(changes), fc.array(changes), fc.array(changes), (shared, left, right) => {
        const ledger = folded([adopted, ...shared])
        const copy = Ledger.copy(ledger)
        folded(left, ledger)
        folded(right, copy)
        same(ledger, folded(left, folded([adopted, ...shared])), [1, Ledger.position(ledger)])
        same(copy, folded(right, folded([adopted, ...shared])), [1, Ledger.position(copy)])
      }),
      { numRuns: runs(50) },
    )
  })
})
