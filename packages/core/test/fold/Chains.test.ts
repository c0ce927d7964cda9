/** Chains and checkpoints compared with a linear walk through all postings. */
import { describe, expect, test } from "vitest"
import { Chains } from "../../src/fold/Chains.ts"
import { chunkSize } from "../../src/fold/Column.ts"
import type * as Fold from "../../src/fold/Fold.ts"

/** Returns a number of postings over a number of slots, in an irregular order. */
const postingsOf = (
  count: number,
  cells: number,
): Fold.Postings & { readonly ids: ReadonlyArray<number> } => {
  const ids = Array.from({ length: count }, (_, at) => (Math.imul(at + 1, 0x9e3779b1) >>> 8) % cells)
  const chunks = Math.ceil(count / chunkSize)
  const chunk = (at: number) => ids.slice(at * chunkSize, (at + 1) * chunkSize)
  return {
    ids,
    cell: Array.from({ length: chunks }, (_, at) => Uint32Array.from(chunk(at))),
    amount: Array.from({ length: chunks }, (_, at) =>
      BigInt64Array.from(chunk(at), (id, turn) => BigInt(id + turn)),
    ),
    size: chunkSize,
  }
}

/** Returns the last posting of every slot, plus one, among the first postings. */
const latestOf = (ids: ReadonlyArray<number>, count: number, cells: number): ReadonlyArray<number> => {
  const out = new Array<number>(cells).fill(0)
  for (let at = 0; at < count; at++) out[ids[at] as number] = at + 1
  return out
}

const balancesOf = ({ ids, amount }: ReturnType<typeof postingsOf>, count: number, cells: number) => {
  const out = new Array<bigint>(cells).fill(0n)
  for (let at = 0; at < count; at++) {
    const id = ids[at] as number
    out[id] = (out[id] as bigint) + (amount[Math.floor(at / chunkSize)]?.[at % chunkSize] as bigint)
  }
  return out
}

/** The multiple of a distance that is nearest to a number of postings, the earlier of two, among those up to a length. */
const nearestOf = (until: number, apart: number, length: number): number => {
  const before = Math.floor(until / apart) * apart
  const after = before + apart
  return after <= length && after - until < until - before ? after : before
}

/** Compares chains with the walk, for a distance between checkpoints. */
const holds = (chains: Chains, postings: ReturnType<typeof postingsOf>, cells: number, apart: number) => {
  const { ids } = postings
  const latest = new Array<number>(cells).fill(0)
  let wrong = 0
  ids.forEach((id, at) => {
    if (chains.before(at) !== latest[id]) wrong++
    latest[id] = at + 1
  })
  expect(wrong).toBe(0)
  const middle = Math.floor(apart / 2)
  const around = [
    middle,
    middle + 1,
    apart - 1,
    apart,
    apart + 1,
    apart + middle + 1,
    2 * apart - 1,
    2 * apart,
  ]
  for (const count of [0, 1, ...around, ids.length]) {
    const until = Math.min(count, ids.length)
    const nearest = nearestOf(until, apart, ids.length)
    const checkpoint = chains.nearest(until)
    expect(checkpoint?.postings ?? 0).toBe(nearest)
    if (checkpoint !== undefined) {
      expect([...checkpoint.balances]).toEqual(balancesOf(postings, nearest, cells))
      expect([...checkpoint.latest]).toEqual(latestOf(ids, nearest, cells))
    }
    const behind = Math.max(apart, Math.ceil(until / apart) * apart)
    const seen = latestOf(ids, Math.min(behind, ids.length), cells)
    expect(Array.from({ length: cells }, (_, cell) => chains.latestBehind(until, cell))).toEqual(seen)
  }
  expect(chains.latestBehind(ids.length, cells + 1_000_000)).toBe(0)
}

describe("Chains", () => {
  const cells = 40
  const postings = postingsOf(2 * chunkSize + 100, cells)

  test("links every posting to the previous one in its slot", () => {
    const chains = new Chains()
    chains.follow(postings, postings.ids.length, cells)
    holds(chains, postings, cells, chunkSize)
  })

  test("links the same in several steps, and changes nothing without new postings", () => {
    const chains = new Chains()
    for (const until of [0, 1, 1, 100, chunkSize, chunkSize, chunkSize + 1, 2 * chunkSize - 1]) {
      chains.follow(postings, until, cells)
      expect(chains.nearest(until)?.postings ?? 0).toBe(Math.floor(until / chunkSize) * chunkSize)
    }
    for (let again = 0; again < 2; again++) chains.follow(postings, postings.ids.length, cells)
    holds(chains, postings, cells, chunkSize)
  })

  test("places checkpoints farther apart for many slots: four postings per slot", () => {
    const many = 5_000
    const more = postingsOf(45_000, many)
    const chains = new Chains()
    chains.follow(more, more.ids.length, many)
    holds(chains, more, many, 4 * many)
  })

  test("accepts new slots beyond the reserved capacity", () => {
    const chains = new Chains()
    const few = postingsOf(10, 3)
    chains.follow(few, 10, 3)
    const ids = [...few.ids, ...postingsOf(490, 65).ids, ...postingsOf(1_510, 900).ids]
    const more = { ...few, ids, cell: [Uint32Array.from(ids)], amount: [new BigInt64Array(ids.length)] }
    chains.follow(more, 500, 65)
    chains.follow(more, 2_010, 900)
    holds(chains, more, 900, chunkSize)
  })

  test("copy: is independent", () => {
    const chains = new Chains()
    chains.follow(postings, chunkSize + 5, cells)
    const copy = chains.copy()
    copy.follow(postings, postings.ids.length, cells)
    expect(chains.nearest(postings.ids.length)?.postings).toBe(chunkSize)
    holds(copy, postings, cells, chunkSize)
    chains.follow(postings, postings.ids.length, cells)
    holds(chains, postings, cells, chunkSize)
  })
})
