/** Byte buffers: written values are stable, and the reader reads exactly the next bytes. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ByteReader, ByteWriter, token, tokenOf } from "../../src/codec/Bytes.ts"

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)

/** An input of a text that is surrounded by other bytes in memory. */
const over = (text: string): ByteReader => {
  const around = bytesOf(`123${text}456`)
  const input = new ByteReader()
  input.begin(around.subarray(3, around.length - 3))
  return input
}

describe("ByteWriter", () => {
  test("returns each value unchanged after later writes", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.tuple(fc.constantFrom("a", "é", "€"), fc.nat(40_000)).map(([letter, count]) => letter.repeat(count)),
    )
    const way = fc.constantFrom("text", "all", "token", "bytes")
    const value = fc.tuple(fc.array(fc.tuple(piece, way), { maxLength: 4 }), fc.boolean())
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), (values) => {
        const output = new ByteWriter()
        const kept: Array<readonly [string, Uint8Array]> = []
        for (const [pieces, isDropped] of values) {
          output.begin()
          for (const [text, how] of pieces) {
            if (how === "text") output.text(text)
            else if (how === "all") output.all(bytesOf(text))
            else if (how === "token") output.token(token(text))
            else for (const byte of bytesOf(text)) output.byte(byte)
          }
          if (isDropped) output.undo()
          else kept.push([pieces.map(([text]) => text).join(""), output.end()])
        }
        for (const [text, bytes] of kept) expect(textOf(bytes) === text).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe("ByteReader", () => {
  test("is at its end after all bytes, and starts again with other bytes", () => {
    expect(over("").isAtEnd).toBe(true)
    const input = over("ab")
    expect([input.isAtEnd, input.token(token("ab")), input.isAtEnd]).toEqual([false, true, true])
    input.begin(bytesOf("c"))
    expect([input.at, input.isAtEnd, input.latin(0, 1)]).toEqual([0, false, "c"])
  })

  test("reads a token only when all of it is next", () => {
    for (const text of ["", "a", "abc", "abcd", "abcde", "abcdefgh", "abcdefghi"]) {
      const step = (written: string, wanted: string): readonly [boolean, number] => {
        const input = over(written)
        return [input.token(token(wanted)), input.at]
      }
      expect(step(text, text)).toEqual([true, text.length])
      expect(step(`${text}x`, text)).toEqual([true, text.length])
      // The memory continues after the end, but nothing is read there.
      expect(step(text, `${text}4`)).toEqual([false, 0])
      for (let at = 0; at < text.length; at++)
        expect(step(`${text.slice(0, at)}X${text.slice(at + 1)}`, text)).toEqual([false, 0])
    }
  })

  test("reads a byte only when it is next", () => {
    const input = over("a")
    expect([input.byte(0x62), input.at, input.byte(0x61), input.at, input.byte(0x34), input.at]).toEqual([
      false,
      0,
      true,
      1,
      false,
      1,
    ])
  })

  test("returns text, and undefined for bytes that are not UTF-8", () => {
    expect(over("a€b").text(0, 5)).toBe("a€b")
    expect(over("€ab").latin(3, 5)).toBe("ab")
    expect(over("\ufeff").text(0, 3)).toBe("\ufeff")
    const input = new ByteReader()
    input.begin(Uint8Array.of(0xed, 0xa0, 0x80))
    expect(input.text(0, 3)).toBeUndefined()
  })

  test("returns a character for each byte, those from 0x80 to 0x9f included", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const input = new ByteReader()
    input.begin(bytes)
    for (const [from, to] of [
      [0, 256],
      [0x7f, 0xa2],
      [5, 5],
      [5, 8],
    ] as const)
      expect(input.latin(from, to)).toBe(
        Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join(""),
      )
  })

  test("returns a token that does not change with its bytes", () => {
    for (const bytes of [bytesOf("abcde"), Buffer.from("abcde")]) {
      const kept = tokenOf(bytes)
      bytes.fill(0)
      expect(over("abcde").token(kept)).toBe(true)
    }
  })
})
