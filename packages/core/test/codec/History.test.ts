/**
 * Ten years of evidence: every shape that was ever written is kept here as it was written, and stays readable.
 *
 * A golden file is never edited. A new kind or a new shape gets a new file, `Kind@version.json`, or
 * `Kind.Variant@version.json`; a retired shape keeps its file and gets a row in `History.retired`.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Archive, BudgetEvent, Canonical, History, MemoryStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { describe, expect, test } from "vitest"
import { sha256 } from "../Sealed.ts"

const golden = join(import.meta.dirname, "../golden")
const shapes = readdirSync(golden).flatMap((file) => {
  const [, kind, version] = /^(\w+)(?:\.\w+)?@(\d+)\.json$/.exec(file) ?? []
  return kind === undefined ? [] : [{ file, kind, version: Number(version) }]
})
const textOf = (file: string): string => readFileSync(join(golden, file), "utf8").trimEnd()

describe("History: stored shapes", () => {
  test("golden files: there is one for each kind", () => {
    expect([...new Set(shapes.map(({ kind }) => kind))].sort()).toEqual([...BudgetEvent.kinds].sort())
  })

  test.each(shapes)("reads and writes back $file unchanged", ({ file, kind, version }) => {
    const read = History.read(JSON.parse(textOf(file)), version)
    expect(Result.isSuccess(read) && read.success._tag).toBe(kind)
    if (Result.isSuccess(read) && version === History.version)
      expect(Canonical.stringify(read.success)).toBe(textOf(file))
  })

  test.each(shapes)("rejects $file with an additional field", ({ file, version }) => {
    const read = History.read({ ...JSON.parse(textOf(file)), extra: 1 }, version)
    expect(Result.isFailure(read) && read.failure._tag).toBe("MalformedEvent")
  })
})

describe("History: a ledger exported by version 1", () => {
  const file = readFileSync(join(golden, "ledger@1.ndjson"))

  test("is intact, with the same hashes", () => {
    const archive = Archive.readWithFindings(file, sha256)
    expect(archive.findings).toEqual([])
    expect(archive.head.hash).toBe("59fce5bcc6ff348a20391608212e850f1ad172038f55dfc27474e2799fa213cf")
  })

  test("is restored and exported again, byte for byte", async () => {
    const { sealed } = Archive.readWithFindings(file, sha256)
    const again = await Effect.runPromise(
      Effect.gen(function* () {
        const store = yield* MemoryStore.make(sha256)
        yield* store.restore("main", 0, sealed)
        return yield* Stream.runCollect(store.read("main", 0))
      }),
    )
    expect(Buffer.from(Archive.write(again)).equals(file)).toBe(true)
  })
})

describe("History: a retired shape", () => {
  // No shape is retired yet. This one has Dutch names, and a decision without a body.
  const stored = { _tag: "YearClosed", boekjaar: 2026, besluit: "2027-06-30" }
  const upcasts: ReadonlyMap<string, History.Upcast> = new Map([
    [
      "YearClosed@0",
      ({ _tag, boekjaar, besluit }) => ({
        _tag,
        year: boekjaar,
        resolution: { body: "onbekend", date: besluit },
      }),
    ],
  ])

  test("is migrated to the current shape", () => {
    expect(History.read(stored, 0, upcasts)).toEqual(
      Result.succeed({
        _tag: "YearClosed",
        year: 2026,
        resolution: { body: "onbekend", date: "2027-06-30" },
      }),
    )
  })

  test("fails with the missing field when it has no migration", () => {
    expect(History.read(stored, 0)).toMatchObject({ failure: { _tag: "MalformedEvent", kind: "YearClosed" } })
  })

  test("is rejected when its migration returns an invalid event", () => {
    const wrong = new Map([["YearClosed@0", () => ({ _tag: "YearClosed", year: "2026" })]])
    expect(History.read(stored, 0, wrong)).toMatchObject({
      failure: { _tag: "MalformedEvent", field: "year" },
    })
  })

  test("is not migrated when its version is current", () => {
    const current = new Map([["YearClosed@1", () => ({ _tag: "YearClosed", year: 1 })]])
    const event = { _tag: "YearClosed", year: 2026 }
    expect(History.read(event, History.version, current)).toEqual(Result.succeed(event))
  })

  test.each([null, undefined, 7, "YearClosed", [], {}, { _tag: 7 }, { _tag: null }])(
    "reports no kind for %j",
    (stored) => {
      expect(History.read(stored, 1)).toEqual(
        Result.fail({ _tag: "UnknownEvent", kind: "(no _tag)", version: 1 }),
      )
    },
  )

  test.each([
    ["an unknown kind", { _tag: "UnknownKind" }, 1],
    ["an unknown version", { _tag: "YearClosed", year: 2026 }, 2],
    ["a value that is not an event", "YearClosed", 1],
  ])("fails with the kind and version of %s", (_, event, version) => {
    expect(History.read(event, version)).toMatchObject({ failure: { _tag: "UnknownEvent", version } })
  })
})
