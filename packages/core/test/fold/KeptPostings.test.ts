/** Columns in which only some postings count keep the index of every posting. */
import { expect, test } from "vitest"
import { Columns } from "../../src/fold/Columns.ts"
import * as KeptPostings from "../../src/fold/KeptPostings.ts"
import * as Money from "../../src/value/Money.ts"

const posting = (year: number, micros: bigint) => ({
  place: { phase: "estimate", direction: "U", account: "600000" } as const,
  year,
  amount: Money.ofMicros(micros),
})

const columns = (): Columns => {
  const made = new Columns()
  made.append([posting(2026, 1n), posting(2027, 2n)])
  made.append([])
  made.append([posting(2026, 4n)])
  made.append([posting(2027, 8n), posting(2028, 16n), posting(2026, 32n)])
  return made
}

test("KeptPostings: asks about each posting once, with its entry", () => {
  const asked: Array<readonly [posting: number, entry: number]> = []
  KeptPostings.of(columns(), (posting, entry) => asked.push([posting, entry]) > 0)
  expect(asked).toEqual([
    [0, 1],
    [1, 1],
    [2, 3],
    [3, 4],
    [4, 4],
    [5, 4],
  ])
})

test("KeptPostings: sets the amounts of other postings to zero, and changes nothing of the given columns", () => {
  const all = columns()
  const kept = KeptPostings.of(all, (posting, entry) => entry === 1 || posting === 4)
  const read = (one: Columns) => ({
    amounts: Array.from({ length: one.postings }, (_, index) => one.amountOf(index)),
    ends: Array.from({ length: one.entries + 1 }, (_, entry) => one.endOf(entry)),
    balances: [1, 3, 4].map((position) => [...one.at(position)]),
  })
  const before = read(all)
  expect(read(kept)).toEqual({
    amounts: [1n, 2n, 0n, 0n, 16n, 0n],
    ends: [0, 2, 2, 3, 6],
    balances: [
      [1n, 2n, 0n],
      [1n, 2n, 0n],
      [1n, 2n, 16n],
    ],
  })
  kept.append([posting(2026, 64n)])
  expect(read(all)).toEqual(before)
})
