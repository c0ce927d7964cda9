/** The index of ids: finds the first entry of each id. */
import { describe, expect, test } from "vitest"
import { IdIndex } from "../../src/journal/IdIndex.ts"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (number: number): string => number.toString(16).padStart(64, "0")

describe("IdIndex", () => {
  test("take: returns the first position of an id that was taken", () => {
    const ids = new IdIndex()
    const taken = ["a", "b", "a", "2:f", "", "b", ""].map((id, at) => ids.take(bytes(id), at + 1))
    expect(taken).toEqual([undefined, undefined, 1, undefined, undefined, 2, 5])
  })

  test("take: finds each of many ids again, whether it ends with a hash or not", () => {
    const ids = new IdIndex()
    const many = Array.from({ length: 5_000 }, (_, n) => [`2:${hex(n)}`, `row:${n}`, hex(n)]).flat()
    expect(many.every((id, at) => ids.take(bytes(id), at + 1) === undefined)).toBe(true)
    expect(many.every((id, at) => ids.take(bytes(id), 99_999) === at + 1)).toBe(true)
  })

  test("take: distinguishes ids that differ in one digit, in case or in length", () => {
    const ids = new IdIndex()
    const alike = [hex(10), hex(10).toUpperCase(), `0${hex(10)}`, hex(11), "x".repeat(128), "x".repeat(127)]
    expect(alike.map((id, at) => ids.take(bytes(id), at + 1))).toEqual(alike.map(() => undefined))
  })
})
