/** A column compared with an array, within and across chunks. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chunkSize, countWhile, fill, ofAmounts, ofNumbers, resized } from "../../src/fold/Column.ts"

const filled = (count: number) => {
  const column = ofNumbers()
  for (let value = 0; value < count; value++) column.push(value * 3)
  return column
}

const roomOf = ({ chunks }: { readonly chunks: ReadonlyArray<{ readonly length: number }> }) =>
  chunks.map(({ length }) => length)

const bytesOf = (values: ReadonlyArray<bigint>): Uint8Array =>
  new Uint8Array(BigInt64Array.from(values).buffer)

describe("Column", () => {
  test.each([0, 1, 63, 64, 65, 129, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize + 1])(
    "returns %i values in order",
    (count) => {
      const column = filled(count)
      expect(column.length).toBe(count)
      let wrong = 0
      for (let at = 0; at < count; at++) if (column.at(at) !== at * 3) wrong++
      expect(wrong).toBe(0)
      expect(column.chunks).toHaveLength(Math.ceil(count / chunkSize))
    },
  )

  test("doubles only its first chunk while it is small", () => {
    const sizes = [1, 64, 65, 129, chunkSize, chunkSize + 1].map((count) => roomOf(filled(count)))
    expect(sizes).toEqual([[64], [64], [128], [256], [chunkSize], [chunkSize, chunkSize]])
  })

  test("copy: is independent", () => {
    for (const count of [0, 1, 64, 100, chunkSize, chunkSize + 5]) {
      const column = filled(count)
      const copy = column.copy()
      expect([copy.length, roomOf(copy)]).toEqual([column.length, roomOf(column)])
      for (let more = 0; more < 200; more++) {
        column.push(1)
        copy.push(2)
      }
      expect([column.length, copy.length]).toEqual([count + 200, count + 200])
      const last = count - 1
      if (count > 0) expect([column.at(last), copy.at(last)]).toEqual([last * 3, last * 3])
      expect([column.at(count), copy.at(count), column.at(count + 199), copy.at(count + 199)]).toEqual([
        1, 2, 1, 2,
      ])
    }
  })

  test("copy: shares full chunks, all but the last", () => {
    const column = filled(2 * chunkSize)
    const copy = column.copy()
    expect(copy.chunks.map((chunk, at) => chunk === column.chunks[at])).toEqual([true, false])
  })

  test("parses the bytes of its chunks, and can be appended to", () => {
    const values = Array.from({ length: chunkSize + 3 }, (_, at) => BigInt(at) - 7n)
    const bytes = bytesOf(values)
    const ends = [bytes.length, chunkSize * 8, chunkSize * 8 * 2]
    for (const end of ends) {
      const column = ofAmounts()
      const parts = [bytes.subarray(0, end), bytes.subarray(end)].filter(({ length }) => length > 0)
      fill(column, parts, values.length)
      expect([column.length, column.at(0), column.at(chunkSize), column.at(values.length - 1)]).toEqual([
        values.length,
        -7n,
        BigInt(chunkSize) - 7n,
        BigInt(values.length) - 8n,
      ])
      column.push(0n)
      expect(column.chunks).toHaveLength(2)
      for (let more = 1; more < chunkSize; more++) column.push(BigInt(more))
      expect([column.at(values.length), column.at(values.length + chunkSize - 1)]).toEqual([
        0n,
        BigInt(chunkSize - 1),
      ])
      expect(column.chunks).toHaveLength(3)
    }
  })

  test("copies no whole chunk when it is aligned, and parses one that is not", () => {
    const values = Array.from({ length: chunkSize }, (_, at) => BigInt(at))
    const aligned = bytesOf(values)
    const shifted = new Uint8Array(aligned.length + 1)
    shifted.set(aligned, 1)
    for (const [part, isShared] of [
      [aligned, true],
      [shifted.subarray(1), false],
    ] as const) {
      const column = ofAmounts()
      fill(column, [part], values.length)
      expect([column.chunks[0]?.buffer === part.buffer, column.at(5), column.at(chunkSize - 1)]).toEqual([
        isShared,
        5n,
        BigInt(chunkSize - 1),
      ])
    }
  })

  test("copies no second chunk of a part", () => {
    const bytes = bytesOf(Array.from({ length: 2 * chunkSize }, (_, at) => BigInt(at)))
    const column = ofAmounts()
    fill(column, [bytes], 2 * chunkSize)
    expect(column.chunks.map(({ buffer }) => buffer === bytes.buffer)).toEqual([true, true])
    expect(column.at(chunkSize + 1)).toBe(BigInt(chunkSize) + 1n)
  })

  test("rejects bytes of another length", () => {
    for (const length of [0, 1, 3]) {
      const column = ofAmounts()
      expect(() => fill(column, [bytesOf([1n, 2n])], length)).toThrow("bytes of another length")
    }
  })

  test("resized: works alike for whole numbers and amounts", () => {
    expect(resized(Uint32Array.of(1, 2), 3, Uint32Array)).toEqual(Uint32Array.of(1, 2, 0))
    expect(resized(BigInt64Array.of(1n, 2n), 3, BigInt64Array)).toEqual(BigInt64Array.of(1n, 2n, 0n))
  })
})

test("countWhile: counts the leading indexes that pass, and tests each at most once", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(310), (length, passing) => {
      const tested: Array<number> = []
      const count = countWhile(length, (index) => {
        tested.push(index)
        return index < passing
      })
      expect(count).toBe(Math.min(length, passing))
      expect(tested.every((index) => index >= 0 && index < length)).toBe(true)
      expect(tested.length).toBe(new Set(tested).size)
      expect(tested.length).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)))
    }),
    { seed: 20_260_101 },
  )
})
