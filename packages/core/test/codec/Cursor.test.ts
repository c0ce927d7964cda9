/** A place in bytes: each step goes over exactly what it finds, and a step that finds nothing stays where it is. */
import { describe, expect, test } from "vitest"
import { Cursor, kindOf, word, wordOf } from "../../src/codec/Cursor.ts"

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A cursor at the beginning of a text, which stands in the middle of other bytes. */
const over = (text: string): Cursor => {
  const around = bytesOf(`123${text}456`)
  const cursor = new Cursor()
  cursor.begin(around.subarray(3, around.length - 3))
  return cursor
}

/** What a step finds in a text, and how far it goes. */
const step = <A>(text: string, walk: (cursor: Cursor) => A): readonly [A, number] => {
  const cursor = over(text)
  return [walk(cursor), cursor.at]
}

describe("a cursor", () => {
  test("is at the end of nothing, and of bytes when all of them were gone over", () => {
    expect(over("").isAtEnd).toBe(true)
    const cursor = over("ab")
    expect(cursor.isAtEnd).toBe(false)
    expect([cursor.skipWord(word("ab")), cursor.isAtEnd]).toEqual([true, true])
    cursor.begin(bytesOf("c"))
    expect([cursor.at, cursor.isAtEnd, cursor.skipWord(word("c"))]).toEqual([0, false, true])
  })

  test("steps over a word that stands there whole", () => {
    for (const text of ["", "a", "abc", "abcd", "abcde", "abcdefgh", "abcdefghi"]) {
      expect(step(text, (cursor) => cursor.skipWord(word(text)))).toEqual([true, text.length])
      expect(step(`${text}x`, (cursor) => cursor.skipWord(word(text)))).toEqual([true, text.length])
      // Its bytes go on behind the end, where nothing is read.
      expect(step(text, (cursor) => cursor.skipWord(word(`${text}4`)))).toEqual([false, 0])
      for (let at = 0; at < text.length; at++) {
        const other = `${text.slice(0, at)}X${text.slice(at + 1)}`
        expect(step(other, (cursor) => cursor.skipWord(word(text)))).toEqual([false, 0])
      }
    }
  })

  test("steps over a text that stands there whole", () => {
    expect(step("abc", (cursor) => cursor.skipText("ab"))).toEqual([true, 2])
    for (const text of ["abd", "bbc", "abcd"])
      expect(step("abc", (cursor) => cursor.skipText(text))).toEqual([false, 0])
  })

  test("steps over bytes of a kind, as many as there are and no more than the most", () => {
    const letter = kindOf(/[a-c]/)
    const all = (text: string, most: number) => step(text, (cursor) => cursor.skipAll(letter, most))
    expect([all("abcd", 9), all("abcd", 2), all("abc", 9), all("abc", 3), all("d", 9), all("", 9)]).toEqual([
      [true, 3],
      [true, 2],
      [true, 3],
      [true, 3],
      [false, 0],
      [false, 0],
    ])
    expect(step("12", (cursor) => cursor.skipAll(kindOf(/\d/), 9))).toEqual([true, 2])
  })

  test("steps over what a pattern matches within its bytes, whatever bytes they are", () => {
    expect(step("aab", (cursor) => cursor.match(/(a+)/y, 9)?.[1])).toEqual(["aa", 2])
    expect(step("aab", (cursor) => cursor.match(/(a+)/y, 1)?.[1])).toEqual(["a", 1])
    expect(step("baa", (cursor) => cursor.match(/a+/y, 9))).toEqual([undefined, 0])
    expect(step("é", (cursor) => cursor.match(/./y, 9)?.[0])).toEqual(["Ã", 1])
    const cursor = over("aba")
    const letter = /[ab]/y
    expect([1, 2, 3, 4].map(() => cursor.match(letter, 9)?.[0])).toEqual(["a", "b", "a", undefined])
  })

  test("reads a whole number of so many digits, without zeros before it", () => {
    const whole = (text: string, most: number) => step(text, (cursor) => cursor.whole(most))
    expect(["0", "9", "10", "123x"].map((text) => whole(text, 3))).toEqual([
      [0, 1],
      [9, 1],
      [10, 2],
      [123, 3],
    ])
    expect(whole("1234", 3)).toEqual([123, 3])
    for (const text of ["", "x", "00", "01", "-1", "/", ":"]) expect(whole(text, 3)).toEqual([undefined, 0])
    expect(whole("0x", 3)).toEqual([0, 1])
  })

  test("reads an amount in its canonical form, in micro-euro", () => {
    const amount = (text: string) => step(text, (cursor) => cursor.amount())
    for (const [text, micros] of [
      ["0.00", 0],
      ["0.10", 100_000],
      ["-0.01", -10_000],
      ["12.345", 12_345_000],
      ["1.000001", 1_000_001],
      ["999999999.99", 999_999_999_990_000],
      ["9007199254.740959", 9_007_199_254_740_959],
      ["9007199254.740991", Number.MAX_SAFE_INTEGER],
    ] as const) {
      expect(amount(text)).toEqual([micros, text.length])
      expect(amount(`${text}"`)).toEqual([micros, text.length])
    }
    for (const text of [
      "",
      "-",
      ".",
      "1",
      "1.",
      "1.0",
      "01.00",
      "00.00",
      "-0.00",
      "1.100",
      "9007199254.740992",
    ])
      expect(amount(text), text).toEqual([undefined, 0])
    for (const text of ["123456789012.00", "1234567890123.00", "/.00", ":.00", "1./0", "1.0:", "1,00", ".50"])
      expect(amount(text), text).toEqual([undefined, 0])
    // A seventh decimal is left standing.
    expect(amount("1.2345678")).toEqual([1_234_567, 8])
  })
})

test("a word stays what it was when the bytes that it was made of change", () => {
  const bytes = bytesOf("abcde")
  const kept = wordOf(bytes)
  bytes.fill(0)
  expect(step("abcde", (cursor) => cursor.skipWord(kept))).toEqual([true, 5])
})
