/** What stands around an event is checked as its schemas do, and written canonically. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/codec/Canonical.ts"
import * as Envelope from "../../src/codec/Envelope.ts"
import { runs } from "../Runs.ts"

describe("an envelope", () => {
  const word = fc.oneof(fc.stringMatching(/^[a-z:.]{0,9}$/), fc.string({ unit: "grapheme", maxLength: 9 }))
  const sha256 = fc.constantFrom("a".repeat(64), "A".repeat(64), "a".repeat(63))
  const line = fc.oneof(fc.nat(99), fc.constantFrom(1.5, -1))
  const source = fc.record({ name: word, sha256, line }, { requiredKeys: ["name", "sha256"] })
  const given = fc.record({ actor: word, id: word, source }, { requiredKeys: ["actor", "id"] })
  const schemas = Schema.Struct({
    actor: Envelope.Actor,
    id: Envelope.EntryId,
    source: Schema.optionalKey(Envelope.Source),
  })

  test("that fits is one that every schema accepts, and is written canonically", () => {
    fc.assert(
      fc.property(given, (around) => {
        if (!Envelope.fits(around)) return
        expect(Result.isSuccess(Schema.decodeUnknownResult(schemas)(around))).toBe(true)
        const [time, previous] = ["2026-06-30T12:00:00.000Z", "0".repeat(64)]
        const whole = { source: undefined, ...around, position: 1, previous, time, version: 1 }
        expect(Envelope.write('{"a":1}', whole)).toBe(Canonical.stringify({ ...whole, event: { a: 1 } }))
      }),
      { numRuns: runs(2_000) },
    )
  })
})

const given = (more: object) => ({ actor: "clerk", id: "line:2", ...more })
const file = { name: "a.csv", sha256: "0123456789abcdef".repeat(4) }

test.each<readonly [string, object, boolean]>([
  ["plain", {}, true],
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
])("what stands around an event, %s, is told right from wrong", (_, more, isRight) => {
  const around = given(more) as Parameters<typeof Envelope.fits>[0]
  expect(Envelope.fits(around)).toBe(isRight)
  // And a stored entry with it is read, or is not.
  const stored = {
    ...around,
    event: 1,
    position: 1,
    previous: "p",
    time: "2026-06-30T12:00:00.000Z",
    version: 1,
  }
  const read = Envelope.read(new TextEncoder().encode(JSON.stringify(stored)))
  expect(Result.isSuccess(read)).toBe(isRight)
  if (Result.isSuccess(read)) expect(read.success).toEqual(stored)
})

describe("a stored entry", () => {
  const sound = {
    ...given({}),
    event: { any: "thing" },
    position: 1,
    previous: "p",
    time: "2026-06-30T12:00:00.000Z",
    version: 1,
  }
  const read = (stored: unknown) => Envelope.read(new TextEncoder().encode(JSON.stringify(stored)))

  test("is read, whatever its event is", () => {
    for (const event of [{ any: "thing" }, null, 7, "text"])
      expect(read({ ...sound, event })).toEqual(Result.succeed({ ...sound, event }))
  })

  test.each<readonly [string, object]>([
    ["half a position", { position: 1.5 }],
    ["a position in words", { position: "1" }],
    ["half a version", { version: 1.5 }],
    ["a version in words", { version: "1" }],
    ["a hash before it that is a number", { previous: 7 }],
    ["a time without milliseconds", { time: "2026-06-30T12:00:00Z" }],
    ["a time with something before it", { time: " 2026-06-30T12:00:00.000Z" }],
    ["a time with something behind it", { time: "2026-06-30T12:00:00.000Z " }],
    ["a time that is a number", { time: 20260630 }],
    ["a time in a list", { time: ["2026-06-30T12:00:00.000Z"] }],
    ["no event", { event: undefined }],
    ["no actor", { actor: undefined }],
    ["no id", { id: undefined }],
    ["no position", { position: undefined }],
    ["no hash before it", { previous: undefined }],
    ["no time", { time: undefined }],
    ["no version", { version: undefined }],
    ["something more", { more: 1 }],
  ])("is refused with %s", (_, more) => {
    expect(read({ ...sound, ...more })).toMatchObject(Result.fail({ field: "(entry)", offset: 0 }))
  })

  test("that is no JSON is refused where its reader stopped, and with what it says", () => {
    const failed = (body: Uint8Array) =>
      Result.match(Envelope.read(body), { onFailure: (failure) => failure, onSuccess: () => undefined })
    expect(failed(new TextEncoder().encode('{"actor":"a\nb"}'))).toEqual({
      field: "(body)",
      offset: 11,
      problem: expect.stringMatching(/^SyntaxError: .*position 11/),
      reason: { kind: "json" },
    })
    expect(failed(new TextEncoder().encode(`{"actor":"${"a".repeat(100)}\n"}`))?.offset).toBe(110)
    expect(failed(Uint8Array.of(0xff))).toEqual({
      field: "(body)",
      offset: 0,
      problem: expect.stringContaining("TypeError"),
      reason: { kind: "json" },
    })
  })

  test("says what is wrong with it in the words of its schemas", () => {
    const problems = [
      { actor: "an name" },
      { id: "a b" },
      { time: "now" },
      { source: { ...file, name: "" } },
      { source: { ...file, sha256: "" } },
    ]
    expect(
      problems.map((more) =>
        Result.match(read({ ...sound, ...more }), {
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

test("an envelope is written with a file, with a line in it, and without", () => {
  const around = {
    ...given({}),
    position: 12,
    previous: "ab",
    time: "2026-06-30T12:00:00.000Z",
    version: 1,
  }
  const head = '{"actor":"clerk","event":{},"id":"line:2","position":12,"previous":"ab",'
  const end = '"time":"2026-06-30T12:00:00.000Z","version":1}'
  expect(Envelope.write("{}", { ...around, source: undefined })).toBe(`${head}${end}`)
  expect(Envelope.write("{}", { ...around, source: file })).toBe(
    `${head}"source":{"name":"a.csv","sha256":"${file.sha256}"},${end}`,
  )
  expect(Envelope.write("{}", { ...around, source: { ...file, line: 0 } })).toBe(
    `${head}"source":{"line":0,"name":"a.csv","sha256":"${file.sha256}"},${end}`,
  )
})
