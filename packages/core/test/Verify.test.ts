import { type Journal, MemoryStore, Verify } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { altered, chain, rewritten, sha256 } from "./Sealed.ts"

const found = (entries: ReadonlyArray<Journal.Sealed>) =>
  Verify.all(entries, sha256).findings.map(({ code, position, field }) => `${position} ${code} ${field}`)

const [a, b, c, d, e] = chain(5) as [
  Journal.Sealed,
  Journal.Sealed,
  Journal.Sealed,
  Journal.Sealed,
  Journal.Sealed,
]

describe("verification", () => {
  test("a sound journal has no findings, and its head is the stored one", () => {
    const report = Verify.all([a, b, c, d, e], sha256)
    expect(report).toMatchObject({ entries: 5, findings: [], head: { position: 5, hash: e.hash } })
  })

  const table: ReadonlyArray<
    readonly [name: string, entries: ReadonlyArray<Journal.Sealed>, findings: ReadonlyArray<string>]
  > = [
    ["one changed byte is one finding", [a, altered(b, "2027", "2028"), c, d, e], ["2 HashMismatch hash"]],
    [
      "every broken entry is found, not only the first",
      [altered(a, "2026", "2025"), b, c, altered(d, "2029", "2030"), e],
      ["1 HashMismatch hash", "4 HashMismatch hash"],
    ],
    [
      "a removed entry leaves a gap and a broken chain",
      [a, b, d, e],
      ["4 PositionGap position", "4 BrokenChain previous"],
    ],
    [
      "swapped entries are found where they stand",
      [a, c, b, d, e],
      [
        "3 PositionGap position",
        "3 BrokenChain previous",
        "2 PositionGap position",
        "2 BrokenChain previous",
        "2 TimeWentBack time",
        "4 PositionGap position",
        "4 BrokenChain previous",
      ],
    ],
    [
      "an entry that stands twice is found twice",
      [a, b, b, c],
      ["2 PositionGap position", "2 BrokenChain previous", "2 IdReused id", "3 PositionGap position"].slice(
        0,
        3,
      ),
    ],
    [
      "an entry put elsewhere says itself where it belongs",
      [a, b, { ...d, position: 3 }],
      ["3 PositionGap position", "3 BrokenChain previous"],
    ],
    [
      "a body that is no JSON is found with the byte",
      [a, { ...b, body: b.body.slice(0, 30) }, c],
      ["2 HashMismatch hash", "2 MalformedEntry (body)"],
    ],
    [
      "bytes that can be read in two ways are found even when they are hashed",
      rewritten([a, b, c], 2, (text) => text.replace('{"actor"', '{"actor":"other","actor"')),
      ["2 NotCanonical (body)"],
    ],
    [
      "a value outside its schema is found even when it is hashed",
      rewritten([a, b, c], 2, (text) => text.replace('"year":2027', '"year":"MMXXVII"')),
      ["2 MalformedEntry event.year"],
    ],
    [
      "an event of a later version is found, and the reading goes on behind it",
      rewritten([a, b, c], 2, (text) => text.replace('"version":1', '"version":2')),
      ["2 UnknownEvent event"],
    ],
    [
      "a record time that goes back is found even when it is hashed",
      rewritten([a, b, c], 3, (text) => text.replace(/"time":"2026/, '"time":"2025')),
      ["3 TimeWentBack time"],
    ],
  ]
  test.each(table)("%s", (_, entries, findings) => {
    expect(found(entries)).toEqual(findings)
  })

  test("a finding says at which byte of the body its field begins", () => {
    const entries = rewritten([a, b, c], 2, (text) => text.replace('"year":2027', '"year":"MMXXVII"'))
    const [finding] = Verify.all(entries, sha256).findings
    const text = new TextDecoder().decode(entries[1]?.body)
    expect(text.slice(finding?.offset).startsWith('"year":')).toBe(true)
  })

  test("a chain rewritten from an entry on is sound in itself: only a checkpoint shows it", () => {
    expect(found(rewritten([a, b, c, d, e], 3, (text) => text.replace("2028", "2031")))).toEqual([])
  })

  test("an entry that its store does not find by its id is a finding", async () => {
    const kept = new Map([
      ["main", [a, b].map((sealed, i) => ({ ...sealed, id: i === 0 ? "close:0" : "lost" }))],
    ])
    const store = await Effect.runPromise(MemoryStore.make(sha256, kept))
    const report = await Effect.runPromise(Verify.ledger(store, "main", sha256))
    expect(report.findings.map(({ code, position }) => [code, position])).toEqual([["IdNotFound", 2]])
  })
})
