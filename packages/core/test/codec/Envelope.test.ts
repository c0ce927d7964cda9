/**
 * Envelopes: validated as their schemas do, written canonically around the bytes of an event, and hashed after a tag.
 */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/codec/Canonical.ts"
import * as Envelope from "../../src/codec/Envelope.ts"
import * as EnvelopeWriter from "../../src/codec/EnvelopeWriter.ts"
import { sha256 } from "../Sealed.ts"

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const hashed = (text: string): string => sha256(bytesOf(`grootboek/entry\u0001${text}`))

const given = (more: object) => ({ actor: "clerk", id: "line:2", ...more })
const file = { name: "a.csv", sha256: "0123456789abcdef".repeat(4) }

const cases: ReadonlyArray<readonly [string, object, boolean]> = [
  ["as it is", {}, true],
  ["with an actor of 64 letters", { actor: "aZ09:._-".repeat(8) }, true],
  ["with an actor of 65", { actor: "a".repeat(65) }, false],
  ["with no actor", { actor: "" }, false],
  ["with a blank before the actor", { actor: " clerk" }, false],
  ["with a blank behind the actor", { actor: "clerk " }, false],
  ["with an actor that is a number", { actor: 7 }, false],
  ["with an id of 128 letters", { id: "aZ09:._/-".repeat(14).slice(0, 126).padEnd(128, "x") }, true],
  ["with an id of 129", { id: "a".repeat(129) }, false],
  ["with no id", { id: "" }, false],
  ["with a blank before the id", { id: " line:2" }, false],
  ["with a blank behind the id", { id: "line:2 " }, false],
  ["with an id that is a number", { id: 7 }, false],
  ["with a file", { source: file }, true],
  ["with a line in it", { source: { ...file, line: 12 } }, true],
  ["with a line below zero, which is a whole number", { source: { ...file, line: -1 } }, true],
  ["with half a line", { source: { ...file, line: 1.5 } }, false],
  ["with a line in words", { source: { ...file, line: "1" } }, false],
  ["with a file name of 255 letters", { source: { ...file, name: "n".repeat(255) } }, true],
  ["with a file name of 256", { source: { ...file, name: "n".repeat(256) } }, false],
  ["without a file name", { source: { ...file, name: "" } }, false],
  ["with a file name that is a number", { source: { ...file, name: 7 } }, false],
  ["with a file name over two lines", { source: { ...file, name: "a\nb" } }, false],
  ["with a file name with a tab", { source: { ...file, name: "a\tb" } }, false],
  ["with a digest in capitals", { source: { ...file, sha256: file.sha256.toUpperCase() } }, false],
  ["with a digest that is too long", { source: { ...file, sha256: `${file.sha256}0` } }, false],
  ["with a digest that is too short", { source: { ...file, sha256: file.sha256.slice(1) } }, false],
  ["with a digest that is a number", { source: { ...file, sha256: 7 } }, false],
  ["with a digest in a list", { source: { ...file, sha256: [file.sha256] } }, false],
  ["with a file that has more to it", { source: { ...file, size: 1 } }, false],
  ["with a file that is nothing", { source: null }, false],
]

test.each(cases)(
  "an envelope %s: is written and read only when its schema accepts it",
  (_, more, isRight) => {
    const rest = { position: 1, previous: "p", time: "2026-06-30T12:00:00.000Z" }
    const around = { ...given(more), ...rest }
    const event = { _tag: "YearClosed", year: 2026 }
    const written = EnvelopeWriter.write(Canonical.bytes(event), around as EnvelopeWriter.Around, sha256)
    expect(written !== undefined).toBe(isRight)
    const entry = { ...around, event, version: 1 }
    const stored = isRight ? Canonical.stringify(entry) : JSON.stringify(entry)
    expect(Envelope.readCurrent(bytesOf(stored))).toEqual(
      isRight ? { ...around, event, version: 1 } : undefined,
    )
    const read = Envelope.read(bytesOf(stored))
    expect(Result.isSuccess(read)).toBe(isRight)
    if (!isRight || written === undefined) return
    expect(Result.isSuccess(read) && read.success).toEqual({ ...around, event, version: 1 })
    expect([textOf(written.body), written.hash]).toEqual([stored, hashed(stored)])
  },
)

// The fields that repeat those of the entry before are not checked again.
// JSON has no minus zero, so that it cannot be read.
test.each([...cases, ["with a line of minus zero", { source: { ...file, line: -0 } }, false] as const])(
  "an envelope %s: is written in the same way after another of its batch",
  (_, more, isRight) => {
    const [event, previous] = [Canonical.bytes({ _tag: "YearClosed", year: 2026 }), "0a".repeat(32)]
    const rest = { position: 2, previous, time: "2026-06-30T12:00:00.000Z" }
    for (const earlier of [
      { ...given(more), id: "line:1" },
      given({}),
      given({ source: { ...file, line: 1 } }),
    ]) {
      EnvelopeWriter.write(event, { ...earlier, ...rest, position: 1 }, sha256)
      const around = { ...given(more), ...rest }
      const written = EnvelopeWriter.write(event, around as EnvelopeWriter.Around, sha256)
      const entry = { ...around, event: { _tag: "YearClosed", year: 2026 }, version: 1 }
      const stored = isRight ? Canonical.stringify(entry) : ""
      expect(textOf(written?.body)).toBe(stored)
      expect(written?.hash).toBe(isRight ? hashed(stored) : undefined)
    }
  },
)

describe("Envelope.read", () => {
  const valid = {
    ...given({}),
    event: { any: "thing" },
    position: 1,
    previous: "p",
    time: "2026-06-30T12:00:00.000Z",
    version: 1,
  }
  const read = (stored: unknown) => Envelope.read(new TextEncoder().encode(JSON.stringify(stored)))

  test("accepts any event", () => {
    for (const event of [{ any: "thing" }, null, 7, "text"])
      expect(read({ ...valid, event })).toEqual(Result.succeed({ ...valid, event }))
  })

  test.each<readonly [string, object]>([
    ["half a position", { position: 1.5 }],
    ["a position in words", { position: "1" }],
    ["half a version", { version: 1.5 }],
    ["a version in words", { version: "1" }],
    ["a hash before it that is a number", { previous: 7 }],
    ["a time without milliseconds", { time: "2026-06-30T12:00:00Z" }],
    ["a time with a blank before it", { time: " 2026-06-30T12:00:00.000Z" }],
    ["a time with a blank after it", { time: "2026-06-30T12:00:00.000Z " }],
    ["a time that is a number", { time: 20260630 }],
    ["a time in a list", { time: ["2026-06-30T12:00:00.000Z"] }],
    ["no event", { event: undefined }],
    ["no actor", { actor: undefined }],
    ["no id", { id: undefined }],
    ["no position", { position: undefined }],
    ["no hash before it", { previous: undefined }],
    ["no time", { time: undefined }],
    ["no version", { version: undefined }],
    ["an unknown field", { more: 1 }],
  ])("rejects %s", (_, more) => {
    expect(read({ ...valid, ...more })).toMatchObject(Result.fail({ field: "(entry)", offset: 0 }))
  })

  test("returns the offset and the message of a JSON syntax error", () => {
    const failed = (body: Uint8Array) =>
      Result.match(Envelope.read(body), { onFailure: (failure) => failure, onSuccess: () => undefined })
    expect(failed(new TextEncoder().encode('{"actor":"a\nb"}'))).toEqual({
      field: "(body)",
      offset: 11,
      problem: expect.stringMatching(/^SyntaxError: .*position 11/),
      reason: { kind: "json" },
    })
    expect(failed(new TextEncoder().encode(`{"actor":"${"a".repeat(100)}\n"}`))?.offset).toBe(110)
    // The parser counts UTF-16 units; an offset counts bytes.
    expect(failed(bytesOf('{"actor":"é€𝄞\n"}'))?.offset).toBe(bytesOf('{"actor":"é€𝄞').length)
    expect(failed(bytesOf('\ufeff{"actor":"é\n"}'))?.offset).toBe(bytesOf('\ufeff{"actor":"é').length)
    expect(failed(bytesOf("\ufeff"))?.offset).toBe(0)
    expect(failed(Uint8Array.of(0xff))).toEqual({
      field: "(body)",
      offset: 0,
      problem: expect.stringContaining("TypeError"),
      reason: { kind: "json" },
    })
  })

  test("returns the problem that the schemas report", () => {
    const problems = [
      { actor: "an name" },
      { id: "a b" },
      { time: "now" },
      { source: { ...file, name: "" } },
      { source: { ...file, sha256: "" } },
    ]
    expect(
      problems.map((more) =>
        Result.match(read({ ...valid, ...more }), {
          onFailure: ({ problem }) => problem,
          onSuccess: () => "",
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "Expected an opaque id of 1 to 64 letters, digits or : . _ -
        at ["actor"]",
        "Expected 1 to 128 letters, digits or : . _ / -
        at ["id"]",
        "Expected a UTC time with milliseconds
        at ["time"]",
        "Expected a file name
        at ["source"]["name"]",
        "Expected 64 hexadecimal digits
        at ["source"]["sha256"]",
      ]
    `)
  })
})

describe("EnvelopeWriter.write", () => {
  const around = { ...given({}), position: 12, previous: "ab", time: "2026-06-30T12:00:00.000Z" }
  const write = (event: string) => EnvelopeWriter.write(bytesOf(event), around, sha256)
  const start = '{"actor":"clerk","event":'
  const end = ',"id":"line:2","position":12,"previous":"ab","time":"2026-06-30T12:00:00.000Z","version":1}'

  // Around the size of the shared memory and of the buffer for hashing.
  test.each([0, 3_900, 4_000, 4_079, 4_080, 4_081, 16_300, 21_800, 65_400, 65_536, 70_000, 200_000])(
    "is the event in its envelope, and hashed behind its tag: %i letters, twice",
    (length) => {
      const events = ["é", "x", "é"].map((letter) => `"${letter.repeat(length)}"`)
      const bodies = events.map((event) => write(event))
      bodies.forEach((body, index) => {
        const text = `${start}${events[index]}${end}`
        expect(textOf(body?.body) === text).toBe(true)
        expect([body?.hash, Envelope.hashOf(bytesOf(text), sha256)]).toEqual([hashed(text), hashed(text)])
      })
      expect(Envelope.hashOf(new Uint8Array(), sha256)).toBe(hashed(""))
    },
  )

  test("shares memory with the body before it", () => {
    // At any end of the memory, two of three small bodies are adjacent.
    const [a, b, c] = ["1", "2", "3"].map((event) => write(event)?.body)
    const follows = (x: Uint8Array | undefined, y: Uint8Array | undefined) =>
      x !== undefined &&
      y !== undefined &&
      x.buffer === y.buffer &&
      x.byteOffset + x.length + 16 === y.byteOffset
    expect(follows(a, b) || follows(b, c)).toBe(true)
  })

  test("is hashed in one buffer for all bodies that fit in it", () => {
    const buffers: Array<ArrayBufferLike> = []
    const hash = (length: number) =>
      Envelope.hashOf(new Uint8Array(length), (bytes) => {
        buffers.push(bytes.buffer)
        return sha256(bytes)
      })
    hash(0)
    const largest = (buffers[0]?.byteLength ?? 0) - bytesOf("grootboek/entry\u0001").length
    for (const length of [largest, largest + 1, 0]) hash(length)
    expect(buffers[1]).toBe(buffers[0])
    expect(buffers[2]).not.toBe(buffers[0])
    expect(buffers[3]).toBe(buffers[2])
  })

  test("keeps a body unchanged when a later one is rejected", () => {
    const first = write("1")
    expect(EnvelopeWriter.write(bytesOf("2"), { ...around, actor: "no actor" }, sha256)).toBeUndefined()
    write("3")
    expect(textOf(first?.body)).toBe(`${start}1${end}`)
  })
})

test.each<readonly [number, string | undefined]>([
  [0, "0"],
  [-0, undefined],
  [-1, "-1"],
  [1.5, undefined],
  [Number.NaN, undefined],
])("EnvelopeWriter.write: position %s after another entry of its batch", (position, written) => {
  const around = { ...given({}), previous: "0a".repeat(32), time: "2026-06-30T12:00:00.000Z" }
  EnvelopeWriter.write(bytesOf("1"), { ...around, position: 1 }, sha256)
  const body = EnvelopeWriter.write(bytesOf("2"), { ...around, position }, sha256)?.body
  const text = `{"actor":"clerk","event":2,"id":"line:2","position":${written},"previous":"${around.previous}","time":"${around.time}","version":1}`
  expect(body && textOf(body)).toBe(written && text)
})

describe("EnvelopeWriter.holds", () => {
  const event = bytesOf('{"a":1}')
  const text = '{"actor":"clerk","event":{"a":1},"id":"line:2","position":1,"version":1}'
  test.each<readonly [string, string, boolean]>([
    ["with the event", text, true],
    ["with another event", text.replace('"a":1', '"a":2'), false],
    ["with a longer event", text.replace('"a":1', '"a":1,"b":2'), false],
    ["of another version", text.replace('"version":1', '"version":2'), false],
    ["that begins otherwise", text.replace("actor", "actof"), false],
    ["without an actor", text.replace('"actor":"clerk",', ""), false],
    ["that is empty", "", false],
  ])("a body %s", (_, body, expected) => {
    expect(EnvelopeWriter.holds(bytesOf(body), event)).toBe(expected)
  })
})
