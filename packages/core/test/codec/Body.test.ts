/** Bodies and their hashes: bytes behind a tag, whatever was written before and after. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Body from "../../src/codec/Body.ts"
import { sha256 } from "../Sealed.ts"

const hashed = (text: string): string => sha256(new TextEncoder().encode(`grootboek/entry\u0001${text}`))
const read = (body: Uint8Array): string => new TextDecoder().decode(body)

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.tuple(fc.constantFrom("a", "é", "€"), fc.nat(30_000)).map(([letter, count]) => letter.repeat(count)),
)

test("a body is its text and hashed behind its tag, and stays so however many are written behind it", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const written = texts.map((one) => Body.write(one, sha256))
      written.forEach(({ body, hash }, at) => {
        const own = texts[at] ?? ""
        expect(read(body) === own).toBe(true)
        expect([hash, Body.hashOf(body, sha256)]).toEqual([hashed(own), hashed(own)])
      })
    }),
    { numRuns: 40 },
  )
})

test.each([0, 4_079, 4_080, 4_081, 21_839, 21_840, 21_841, 65_520, 70_000])(
  "a body of %i letters, twice, is no other",
  (length) => {
    const one = Body.write("€".repeat(length), sha256)
    const two = Body.write("x".repeat(length), sha256)
    expect([one.hash, Body.hashOf(one.body, sha256)]).toEqual([
      hashed("€".repeat(length)),
      hashed("€".repeat(length)),
    ])
    expect([two.hash, Body.hashOf(two.body, sha256)]).toEqual([
      hashed("x".repeat(length)),
      hashed("x".repeat(length)),
    ])
    expect(Body.hashOf(Body.write("", sha256).body, sha256)).toBe(hashed(""))
  },
)

test("small bodies share memory, one behind the other", () => {
  // Whatever the room held before, of three small bodies two at least follow one another.
  const [a, b, c] = ["a", "bc", "d"].map((one) => Body.write(one, sha256).body)
  const isBehind = (x: Uint8Array | undefined, y: Uint8Array | undefined) =>
    x !== undefined &&
    y !== undefined &&
    x.buffer === y.buffer &&
    x.byteOffset + x.length + 16 === y.byteOffset
  expect(isBehind(a, b) || isBehind(b, c)).toBe(true)
})
