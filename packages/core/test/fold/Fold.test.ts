/** The fold in chunks compared with a plain sum, for any range. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Fold from "../../src/fold/Fold.ts"

const size = 8

const chunked = (cells: ReadonlyArray<number>, amounts: ReadonlyArray<bigint>): Fold.Postings => {
  const count = Math.ceil(cells.length / size)
  const at = <A>(all: ReadonlyArray<A>, chunk: number) => all.slice(chunk * size, (chunk + 1) * size)
  const full = <A>(some: ReadonlyArray<A>, nothing: A) => [
    ...some,
    ...Array.from({ length: size - some.length }, () => nothing),
  ]
  return {
    cell: Array.from({ length: count }, (_, chunk) => Uint32Array.from(full(at(cells, chunk), 0))),
    // The contents of a chunk after its last posting are not an amount.
    amount: Array.from({ length: count }, (_, chunk) => BigInt64Array.from(full(at(amounts, chunk), 999n))),
    size,
  }
}

const postings = fc.array(fc.tuple(fc.nat(6), fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n })), {
  maxLength: 50,
})

describe("Fold", () => {
  test("balances: sums per slot over any range, added to initial balances", () => {
    fc.assert(
      fc.property(postings, fc.nat(), fc.nat(), fc.boolean(), (all, a, b, isOnTop) => {
        const [from = 0, until = 0] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y)
        const before = isOnTop ? BigInt64Array.of(1n, 2n, 3n) : undefined
        const expected = new BigInt64Array(7)
        expected.set(before ?? [])
        for (const [cell, amount] of all.slice(from, until)) expected[cell] = (expected[cell] ?? 0n) + amount
        const folded = Fold.balances(
          chunked(
            all.map(([cell]) => cell),
            all.map(([, amount]) => amount),
          ),
          { from, balances: before },
          until,
          7,
        )
        expect(folded).toEqual(expected)
      }),
    )
  })

  test("balances: takes off the postings between, from later balances", () => {
    fc.assert(
      fc.property(postings, fc.nat(), fc.nat(), (all, a, b) => {
        const [until = 0, from = 0] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y)
        const chunks = chunked(
          all.map(([cell]) => cell),
          all.map(([, amount]) => amount),
        )
        const start = { from: 0, balances: undefined }
        const later = { from, balances: Fold.balances(chunks, start, from, 7) }
        expect(Fold.balances(chunks, later, until, 7)).toEqual(Fold.balances(chunks, start, until, 7))
      }),
    )
  })

  test("balances: accepts more slots than before, and then fewer", () => {
    for (const cells of [70_000, 65_537, 3, 140_001]) {
      const last = cells - 1
      const folded = Fold.balances(
        chunked([last, 0, last], [5n, 7n, 2n]),
        { from: 0, balances: undefined },
        3,
        cells,
      )
      expect([folded.length, folded[last], folded[0], folded[1]]).toEqual([cells, 7n, 7n, 0n])
    }
  })

  test("balances: returns sums that no later fold changes", () => {
    const first = Fold.balances(chunked([1], [5n]), { from: 0, balances: undefined }, 1, 2)
    Fold.balances(chunked([1], [9n]), { from: 0, balances: undefined }, 1, 2)
    expect(first).toEqual(BigInt64Array.of(0n, 5n))
  })
})

describe("Fold.into", () => {
  test("adds the postings of any range over chunks, and no others", () => {
    fc.assert(
      fc.property(postings, fc.nat(), fc.nat(), (all, a, b) => {
        const [from = 0, until = 0] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y)
        // More postings than balances use another loop than fewer.
        for (const room of [7, 60]) {
          const [sums, expected] = [new BigInt64Array(room).fill(3n), new BigInt64Array(room).fill(3n)]
          for (const [cell, amount] of all.slice(from, until))
            expected[cell] = (expected[cell] ?? 0n) + amount
          const chunks = chunked(
            all.map(([cell]) => cell),
            all.map(([, amount]) => amount),
          )
          Fold.into(sums, chunks, from, until)
          expect(sums).toEqual(expected)
        }
      }),
    )
  })
})

test("Fold.size: sums amounts without signs, over whole chunks and part of one", () => {
  fc.assert(
    fc.property(postings, fc.nat(), (all, at) => {
      const until = at % (all.length + 1)
      const exact = all
        .slice(0, until)
        .reduce((sum, [, amount]) => sum + (amount < 0n ? -amount : amount), 0n)
      const near = Fold.size(
        chunked(
          all.map(([cell]) => cell),
          all.map(([, amount]) => amount),
        ),
        until,
      )
      expect(Math.abs(near - Number(exact))).toBeLessThanOrEqual(Number(exact) * 1e-12)
    }),
  )
})
