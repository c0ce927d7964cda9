/** Integers written as numbers are the same as bigints, and read back the same. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Halves from "../../src/value/Halves.ts"

const largest = Number.MAX_SAFE_INTEGER
const edges = [
  0,
  1,
  -1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  -(2 ** 31),
  -(2 ** 32),
  -(2 ** 32) - 1,
  largest,
  -largest,
]
const integer = fc.oneof(fc.constantFrom(...edges), fc.maxSafeInteger())

describe("Halves", () => {
  test("set: writes the same as a bigint", () => {
    fc.assert(
      fc.property(fc.array(integer), (values) => {
        const list = new BigInt64Array(values.length)
        const halves = Halves.of(list)
        for (const [index, value] of values.entries()) Halves.set(halves, index, value)
        expect(list).toEqual(BigInt64Array.from(values, BigInt))
      }),
    )
  })

  test("at: reads what a bigint wrote, also in a part of a list", () => {
    fc.assert(
      fc.property(fc.array(integer, { minLength: 1 }), (values) => {
        const part = BigInt64Array.of(7n, ...values.map(BigInt)).subarray(1)
        const halves = Halves.of(part)
        expect(values.map((_, index) => Halves.at(halves, index) + 0)).toEqual(
          values.map((value) => value + 0),
        )
      }),
    )
  })

  test("at: the nearest number of integers that are not safe", () => {
    const halves = Halves.of(BigInt64Array.of(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 2n))
    expect([0, 1, 2].map((index) => Halves.at(halves, index))).toEqual([2 ** 63, -(2 ** 63), 2 ** 53 + 2])
  })
})
