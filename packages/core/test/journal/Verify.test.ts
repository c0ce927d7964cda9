/** Verification of a journal: every finding of damaged, moved, missing and rewritten entries. */
import { Journal, MemoryStore, Verify } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { altered, chain, rewritten, sha256 } from "../Sealed.ts"
import { goods } from "../SmallPlan.ts"

const found = (entries: ReadonlyArray<Journal.Sealed>) =>
  Verify.all(entries, sha256).findings.map(({ code, position, field }) => `${position} ${code} ${field}`)

const [a, b, c, d, e] = chain(5) as [
  Journal.Sealed,
  Journal.Sealed,
  Journal.Sealed,
  Journal.Sealed,
  Journal.Sealed,
]

describe("Verify", () => {
  test("all: returns no findings and the stored head when the journal is intact", () => {
    const report = Verify.all([a, b, c, d, e], sha256)
    expect(report).toMatchObject({ entries: 5, findings: [], head: { position: 5, hash: e.hash } })
  })

  const table: ReadonlyArray<
    readonly [name: string, entries: ReadonlyArray<Journal.Sealed>, findings: ReadonlyArray<string>]
  > = [
    ["one changed byte is one finding", [a, altered(b, "2027", "2028"), c, d, e], ["2 HashMismatch hash"]],
    [
      "every broken entry is reported, not only the first",
      [altered(a, "2026", "2025"), b, c, altered(d, "2029", "2030"), e],
      ["1 HashMismatch hash", "4 HashMismatch hash"],
    ],
    [
      "a removed entry leaves a gap and a broken chain",
      [a, b, d, e],
      ["4 PositionGap position", "4 BrokenChain previous"],
    ],
    [
      "swapped entries are reported at their positions",
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
      "a repeated entry is reported at its second position",
      [a, b, b, c],
      ["2 PositionGap position", "2 BrokenChain previous", "2 IdReused id"],
    ],
    [
      "a moved entry states its own position",
      [a, b, { ...d, position: 3 }],
      ["3 PositionGap position", "3 BrokenChain previous"],
    ],
    [
      "a body that is not JSON is reported with the offset",
      [a, { ...b, body: b.body.slice(0, 30) }, c],
      ["2 HashMismatch hash", "2 MalformedEntry (body)"],
    ],
    [
      "a body that is not canonical is reported when its hash is right",
      rewritten([a, b, c], 2, (text) => text.replace('{"actor"', '{"actor":"other","actor"')),
      ["2 InvalidEntry (body)"],
    ],
    [
      "another position and hash inside the event are not those of the entry",
      [a, altered(b, '"event":{', `"event":{"note":"","position":1,"previous":"${"f".repeat(64)}",`), c],
      ["2 HashMismatch hash", "2 MalformedEntry event.note"],
    ],
    [
      "an invalid value is reported when its hash is right",
      rewritten([a, b, c], 2, (text) => text.replace('"year":2027', '"year":"MMXXVII"')),
      ["2 MalformedEntry event.year"],
    ],
    [
      "an event of a later version is reported, and later entries are checked",
      rewritten([a, b, c], 2, (text) => text.replace('"version":1', '"version":2')),
      ["2 UnknownEvent event"],
    ],
    [
      "a record time that goes back is reported when its hash is right",
      rewritten([a, b, c], 3, (text) => text.replace(/"time":"2026/, '"time":"2025')),
      ["3 TimeWentBack time"],
    ],
  ]
  test.each(table)("all: %s", (_, entries, findings) => {
    expect(found(entries)).toEqual(findings)
  })

  test("all: reports the byte of the body and the facts of every finding", () => {
    const reported = table.map(([name, entries]) => [
      name,
      ...Verify.all(entries, sha256).findings.map(
        ({ offset, facts }) =>
          // Hashes are shortened. The message of the JSON parser differs between engines.
          `${offset}: ${JSON.stringify(facts)
            .replace(/([0-9a-f]{4})[0-9a-f]{60}/g, "$1…")
            .replace(/SyntaxError[^}]*?","reason/, '…","reason')}`,
      ),
    ])
    expect(reported).toMatchInlineSnapshot(`
      [
        [
          "one changed byte is one finding",
          "0: {"_tag":"HashMismatch","computed":"5979…","stored":"1bee…"}",
        ],
        [
          "every broken entry is reported, not only the first",
          "0: {"_tag":"HashMismatch","computed":"2246…","stored":"9d01…"}",
          "0: {"_tag":"HashMismatch","computed":"3415…","stored":"a2e9…"}",
        ],
        [
          "a removed entry leaves a gap and a broken chain",
          "73: {"_tag":"PositionGap","expected":3,"claimed":4}",
          "86: {"_tag":"BrokenChain","previous":"2fb7…","expected":"1bee…"}",
        ],
        [
          "swapped entries are reported at their positions",
          "73: {"_tag":"PositionGap","expected":2,"claimed":3}",
          "86: {"_tag":"BrokenChain","previous":"1bee…","expected":"9d01…"}",
          "73: {"_tag":"PositionGap","expected":4,"claimed":2}",
          "86: {"_tag":"BrokenChain","previous":"9d01…","expected":"2fb7…"}",
          "164: {"_tag":"TimeWentBack","time":"2026-01-01T00:00:01.000Z","previous":"2026-01-01T00:00:02.000Z"}",
          "73: {"_tag":"PositionGap","expected":3,"claimed":4}",
          "86: {"_tag":"BrokenChain","previous":"2fb7…","expected":"1bee…"}",
        ],
        [
          "a repeated entry is reported at its second position",
          "73: {"_tag":"PositionGap","expected":3,"claimed":2}",
          "86: {"_tag":"BrokenChain","previous":"9d01…","expected":"1bee…"}",
          "58: {"_tag":"IdReused","id":"close:1","earlier":2}",
        ],
        [
          "a moved entry states its own position",
          "73: {"_tag":"PositionGap","expected":3,"claimed":4}",
          "86: {"_tag":"BrokenChain","previous":"2fb7…","expected":"1bee…"}",
        ],
        [
          "a body that is not JSON is reported with the offset",
          "0: {"_tag":"HashMismatch","computed":"1676…","stored":"1bee…"}",
          "30: {"_tag":"MalformedEntry","field":"(body)","problem":"…","reason":{"kind":"json"}}",
        ],
        [
          "a body that is not canonical is reported when its hash is right",
          "0: {"_tag":"InvalidEntry","reason":{"_tag":"NotCanonical"}}",
        ],
        [
          "another position and hash inside the event are not those of the entry",
          "0: {"_tag":"HashMismatch","computed":"2911…","stored":"1bee…"}",
          "25: {"_tag":"MalformedEntry","field":"event.note","problem":"YearClosed: Expected no excess property","reason":{"kind":"unknownField"}}",
        ],
        [
          "an invalid value is reported when its hash is right",
          "45: {"_tag":"MalformedEntry","field":"event.year","problem":"YearClosed: Expected Year","reason":{"kind":"whole"}}",
        ],
        [
          "an event of a later version is reported, and later entries are checked",
          "16: {"_tag":"UnknownEvent","kind":"YearClosed","version":2}",
        ],
        [
          "a record time that goes back is reported when its hash is right",
          "164: {"_tag":"TimeWentBack","time":"2025-01-01T00:00:02.000Z","previous":"2026-01-01T00:00:01.000Z"}",
        ],
      ]
    `)
  })

  test("all: returns the offset of a JSON syntax error", () => {
    const [, broken] = rewritten([a, b], 2, (text) => text.replace('"test"', '"te\nst"'))
    const [finding] = broken === undefined ? [] : Verify.all([a, broken], sha256).findings
    expect([finding?.code, finding?.field, finding?.offset]).toEqual(["MalformedEntry", "(body)", 12])
  })

  test("all: compares a time with the latest time before it", () => {
    const back = (text: string) => text.replace(/"time":"2026/, '"time":"2025')
    const twice = rewritten(rewritten([a, b, c, d, e], 3, back), 4, back)
    expect(found(twice)).toEqual(["3 TimeWentBack time", "4 TimeWentBack time"])
  })

  test("all: reads the time of an entry with a version of two digits, but not when text follows the body", () => {
    const back = (text: string) => text.replace(/"time":"2026/, '"time":"2025')
    const later = rewritten([a, b, c], 3, (text) => back(text).replace('"version":1}', '"version":12}'))
    expect(found(later)).toEqual(["3 UnknownEvent event", "3 TimeWentBack time"])
    expect(found(rewritten([a, b, c], 3, (text) => `${back(text)} `))).toEqual(["3 InvalidEntry (body)"])
  })

  test.each(["0", "-1"])("all: reports an entry of version %s, which no program wrote", (version) => {
    const forged = rewritten([a, b], 2, (text) => text.replace('"version":1}', `"version":${version}}`))
    expect(found(forged)).toEqual(["2 MalformedEntry (entry)"])
  })

  test("all: reports no duplicate ids among unreadable entries", () => {
    const unread = { body: new TextEncoder().encode("{}"), hash: "0".repeat(64) }
    expect(found([1, 2].map((position) => ({ ...unread, position })))).toEqual([
      "1 HashMismatch hash",
      "1 MalformedEntry (entry)",
      "2 HashMismatch hash",
      "2 MalformedEntry (entry)",
    ])
  })

  test("all: reads no id from an entry that is cut off within it", () => {
    const cut = [a, b].map((sealed) => {
      const text = new TextDecoder().decode(sealed.body)
      return { ...sealed, body: sealed.body.slice(0, text.indexOf('"id":"close:') + '"id":"close:0'.length) }
    })
    expect(found(cut).filter((finding) => finding.includes("Id"))).toEqual([])
  })

  test("all: reads the position of an entry with any event", () => {
    const decoy = '"event":{"id":"x","position":9,"previous":"y","time":"z","_tag":"YearClosed"'
    const decoyed = rewritten([a, b, c], 2, (text) => text.replace('"event":{"_tag":"YearClosed"', decoy))
    expect(found(decoyed)).toEqual(["2 MalformedEntry event.id"])
    const named = (text: string) => text.replace('"event":{"_tag"', '"event":{"id":"x","_tag"')
    const twice = rewritten(rewritten([a, b, c], 2, named), 3, named)
    expect(found(twice)).toEqual(["2 MalformedEntry event.id", "3 MalformedEntry event.id"])
    const long = rewritten([a, b, c], 2, (text) => text.replace("close:1", "i".repeat(128)))
    expect(found(long)).toEqual([])
    expect(found([...long.slice(0, 2), ...long.slice(1, 2)])).toContain("2 IdReused id")
  })

  test("all: reports a byte order mark before a body whose hash is right", () => {
    const marked = rewritten([a, b, c], 2, (text) => `\ufeff${text}`)
    expect(Verify.all(marked, sha256).findings).toEqual([
      {
        code: "InvalidEntry",
        position: 2,
        field: "(body)",
        offset: 0,
        facts: { _tag: "InvalidEntry", reason: { _tag: "ByteOrderMark" } },
      },
    ])
  })

  test("all: reads the hash before an entry whose position has two digits", () => {
    const many = chain(12)
    expect(found(many.filter(({ position }) => position !== 11))).toEqual([
      "12 PositionGap position",
      "12 BrokenChain previous",
    ])
  })

  test("read: returns the content of an entry that is intact or only not canonical, and of no other", () => {
    const read = (entries: ReadonlyArray<Journal.Sealed>) => {
      const verification = Verify.begin(sha256)
      return entries
        .map((sealed) => verification.read(sealed))
        .map(({ findings, ...rest }) => [findings.map(({ code }) => code), rest])
        .at(-1)
    }
    const folded = {
      kind: "YearClosed",
      content: { event: { _tag: "YearClosed", year: 2027 } },
      source: undefined,
      time: "2026-01-01T00:00:01.000Z",
    }
    const blank = (text: string) => text.replace('{"actor"', '{ "actor"')
    const named = (text: string) => text.replace('"close:1"', '"close:0"')
    expect(read([a, b])).toMatchObject([[], { folded }])
    expect(read(rewritten([a, b], 2, blank))).toEqual([["InvalidEntry"], { folded }])
    expect(read(rewritten([a, b], 2, named))).toEqual([["IdReused"], {}])
    expect(read(rewritten([a, b], 2, (text) => blank(named(text))))).toEqual([
      ["InvalidEntry", "IdReused"],
      {},
    ])
    expect(read([a, altered(b, "2027", "2028")])).toEqual([["HashMismatch"], {}])
    expect(read([a, c])).toEqual([["PositionGap", "BrokenChain"], {}])
    expect(read(rewritten([a, b], 2, (text) => text.replace("2027", '"x"')))).toEqual([
      ["MalformedEntry"],
      {},
    ])
  })

  test("read: returns the changes of an estimate, or its event when it is not canonical", () => {
    const event = { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } } as const
    const { head: _, ...sealed } = Journal.seal(
      { id: "line:2", actor: "test", event },
      Journal.genesis,
      "2026-01-01T00:00:00.000Z",
      sha256,
    )
    const content = (entries: ReadonlyArray<Journal.Sealed>) =>
      entries.map((one) => Object.keys(Verify.begin(sha256).read(one).folded?.content ?? {}))
    expect(content([sealed])).toEqual([["changes"]])
    expect(content(rewritten([sealed], 1, (text) => text.replace("{", "{ ")))).toEqual([["event"]])
  })

  test("begin: takes one entry at a time, and returned reports do not change later", () => {
    const verification = Verify.begin(sha256)
    expect(verification.report()).toEqual({ entries: 0, head: Journal.genesis, findings: [] })
    expect(verification.take(a)).toEqual([])
    const before = verification.report()
    const wrong = verification.take(altered(b, "2027", "2028"))
    expect(wrong.map(({ code }) => code)).toEqual(["HashMismatch"])
    expect(before).toEqual({
      entries: 1,
      head: { position: 1, hash: a.hash, time: "2026-01-01T00:00:00.000Z" },
      findings: [],
    })
    expect(verification.report()).toEqual({
      entries: 2,
      head: { position: 2, hash: b.hash, time: "2026-01-01T00:00:01.000Z" },
      findings: wrong,
    })
  })

  test("positionOf: returns the position that a body states", () => {
    expect([a, ...chain(12).slice(9)].map(({ body }) => Verify.positionOf(body))).toEqual([1, 10, 11, 12])
    expect(Verify.positionOf(new TextEncoder().encode("{}"))).toBeUndefined()
  })

  test("all: returns the offset of the field in the body", () => {
    const entries = rewritten([a, b, c], 2, (text) => text.replace('"year":2027', '"year":"MMXXVII"'))
    const [finding] = Verify.all(entries, sha256).findings
    const text = new TextDecoder().decode(entries[1]?.body)
    expect(text.slice(finding?.offset).startsWith('"year":')).toBe(true)
  })

  test("all: reports nothing when the chain was rewritten consistently", () => {
    expect(found(rewritten([a, b, c, d, e], 3, (text) => text.replace("2028", "2031")))).toEqual([])
  })

  test("ledger: reports an entry that is missing from the index of ids", async () => {
    const kept = new Map([
      ["main", [a, b].map((sealed, i) => ({ ...sealed, id: i === 0 ? "close:0" : "lost" }))],
    ])
    const store = await Effect.runPromise(MemoryStore.make(sha256, kept))
    const report = await Effect.runPromise(Verify.ledger(store, "main", sha256))
    expect(report).toEqual({
      entries: 2,
      head: { position: 2, hash: b.hash, time: "2026-01-01T00:00:01.000Z" },
      findings: [
        {
          code: "IdNotFound",
          position: 2,
          field: "id",
          offset: new TextDecoder().decode(b.body).indexOf('"id":'),
          facts: { _tag: "IdNotFound" },
        },
      ],
    })
  })

  test("ledger: reports findings of entries before those of the index", async () => {
    const kept = new Map([
      [
        "main",
        [a, altered(b, "2027", "2028"), c].map((sealed, i) => ({
          ...sealed,
          id: i < 2 ? `close:${i}` : "lost",
        })),
      ],
    ])
    const store = await Effect.runPromise(MemoryStore.make(sha256, kept))
    const { findings, entries } = await Effect.runPromise(Verify.ledger(store, "main", sha256))
    expect([entries, ...findings.map(({ code, position }) => `${position} ${code}`)]).toEqual([
      3,
      "2 HashMismatch",
      "3 IdNotFound",
    ])
    const unread = { position: 1, hash: "0".repeat(64), body: new TextEncoder().encode("{}"), id: "close:0" }
    const odd = await Effect.runPromise(MemoryStore.make(sha256, new Map([["main", [unread]]])))
    const { findings: all } = await Effect.runPromise(Verify.ledger(odd, "main", sha256))
    expect(all.map(({ code }) => code)).toEqual(["HashMismatch", "MalformedEntry", "IdNotFound"])
    const none = await Effect.runPromise(Verify.ledger(store, "other", sha256))
    expect(none).toEqual({ entries: 0, head: Journal.genesis, findings: [] })
  })
})
