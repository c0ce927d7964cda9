/** A snapshot read back is the ledger that a replay makes; one that was changed is no snapshot. */
import { createHash } from "node:crypto"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { BudgetEvent } from "../src/BudgetEvent.ts"
import { chunkSize } from "../src/Column.ts"
import type * as Journal from "../src/Journal.ts"
import * as Ledger from "../src/Ledger.ts"
import * as Snapshot from "../src/Snapshot.ts"
import { sound } from "./Mutated.ts"

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

describe("a snapshot", () => {
  test("is the ledger that a replay makes, and grows as that one does", () => {
    fc.assert(
      fc.property(fc.array(sound), fc.array(sound), (events, more) => {
        const ledger = folded([adopted, ...events])
        const head = headOf(ledger)
        const standing = Snapshot.read([...Snapshot.write({ ledger, head }, sha256)], sha256)
        expect(standing?.head).toEqual(head)
        const back = standing?.ledger ?? Ledger.empty()
        same(back, ledger, [0, 1, events.length + 1])
        folded(more, ledger)
        folded(more, back)
        same(back, ledger, [1, events.length + 1, events.length + 1 + more.length])
      }),
    )
  })

  test("is the ledger over many chunks too", () => {
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

  test("with any byte changed, or any part lost, is no snapshot", () => {
    const ledger = folded([adopted, ...fc.sample(sound, { numRuns: 40, seed: 1 })])
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

describe("a copy of a ledger", () => {
  test("goes on by itself, and so does the original", () => {
    fc.assert(
      fc.property(fc.array(sound), fc.array(sound), fc.array(sound), (shared, left, right) => {
        const ledger = folded([adopted, ...shared])
        const copy = Ledger.copy(ledger)
        folded(left, ledger)
        folded(right, copy)
        same(ledger, folded(left, folded([adopted, ...shared])), [1, Ledger.position(ledger)])
        same(copy, folded(right, folded([adopted, ...shared])), [1, Ledger.position(copy)])
      }),
      { numRuns: 50 },
    )
  })
})
