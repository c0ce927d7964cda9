/** Laws of ledgers that share a store and a clock. */
import { type Journal, JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Sample from "./Sample.ts"
import { about, check, law, lawOn, refusal, type StoreLaw } from "./StoreLaw.ts"

const { ledger, proposal, proposals } = Sample

export const ledgerLaws: ReadonlyArray<StoreLaw> = [
  law(
    "ledgers: share a store, each with its own chain",
    "Equal ids, separate positions and heads; ledgers are listed in order.",
    function* (store, _, { sha256 }) {
      for (const [i, name] of names.entries()) yield* store.append(name, 0, proposals(1, i + 1))
      yield* check("ledgers", yield* store.ledgers, [...names].sort())
      for (const [i, name] of names.entries()) {
        const { entries, damage } = Sample.opened(yield* Sample.all(store, { name }), sha256)
        yield* check(`${name}: damage`, damage, null)
        yield* check(`${name}: entries`, entries.length, i + 1)
        yield* check(
          `${name}: found`,
          (yield* store.find(name, ["p:1"])).map(({ position }) => position),
          [1],
        )
      }
    },
  ),
  about(
    "clock",
    law(
      "time: never goes back, even when the clock does",
      "Under a clock set back an entry gets the time of the previous one.",
      function* (store, open, { sha256 }) {
        const other = yield* open
        yield* Sample.at("2016-06-30T12:00:00.000Z", store.append(ledger, 0, [proposal(1)]))
        yield* Sample.at("2016-06-29T12:00:00.000Z", other.append(ledger, 1, [proposal(2)]))
        yield* Sample.at("2016-06-30T12:00:00.001Z", store.append(ledger, 2, [proposal(3)]))
        const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
        yield* check("damage", damage, null)
        yield* check(
          "times",
          entries.map(({ time }) => time),
          ["2016-06-30T12:00:00.000Z", "2016-06-30T12:00:00.000Z", "2016-06-30T12:00:00.001Z"],
        )
      },
    ),
  ),
  about(
    "clock",
    law(
      "time: a clock set back in one ledger does not affect another",
      "Each chain has its own time.",
      function* (store) {
        yield* Sample.at("2016-06-30T12:00:00.000Z", store.append("a", 0, [proposal(1)]))
        yield* Sample.at("2016-01-01T00:00:00.000Z", store.append("b", 0, [proposal(1)]))
        yield* check("time", (yield* store.head("b")).time, "2016-01-01T00:00:00.000Z")
      },
    ),
  ),
  law(
    "restore: equals the export byte for byte",
    "Times, hashes and bodies equal the export, and the chain continues.",
    function* (store, _, { sha256 }) {
      yield* store.append(ledger, 0, proposals(1, 1_100))
      const exported = yield* Sample.all(store)
      const head = yield* store.restore("copy", 0, exported)
      yield* check("head", head, yield* store.head(ledger))
      const bytes = (entries: ReadonlyArray<Journal.Sealed>) =>
        entries.map(({ hash, body }) => [hash, [...body]])
      yield* check("entries", bytes(yield* Sample.all(store, { name: "copy" })), bytes(exported))
      yield* store.append("copy", 1_100, proposals(1_100, 2))
      const { entries, damage } = Sample.opened(yield* Sample.all(store, { name: "copy" }), sha256)
      yield* check("after", [entries.length, damage], [1_101, null])
    },
  ),
  law(
    "restore: refuses a backup with a changed, missing or swapped entry",
    "The first bad entry is named and nothing is written.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 5))
      const [a, b, c, d, e] = yield* Sample.all(store)
      if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) return
      for (const [tag, entries] of [
        ["HashMismatch", [a, b, { ...c, body: c.body.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) }]],
        ["PositionGap", [a, b, d, e]],
        ["PositionGap", [a, c, b]],
      ] as const) {
        const refused = yield* refusal(tag, store.restore("copy", 0, entries))
        yield* check(tag, refused._tag === "Damaged" && refused.damage._tag, tag)
      }
      yield* check("ledgers", yield* store.ledgers, [ledger])
    },
  ),
  law(
    "restore: only at the expected position",
    "Restoring over a used ledger would fork its history.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 3))
      const exported = yield* Sample.all(store)
      const over = yield* refusal("over", store.restore(ledger, 0, exported))
      yield* check("over", over, { _tag: "PositionConflict", ledger, expected: 0, actual: 3 })
      yield* store.restore("copy", 0, exported.slice(0, 2))
      yield* check("rest", (yield* store.restore("copy", 2, exported.slice(2))).hash, exported[2]?.hash)
    },
  ),
  law(
    "restoreAll: writes a stream of batches whole or not at all",
    "Equals the export, also in batches; a stream that fails, or whose later batch is bad, leaves nothing.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 5))
      const exported = yield* Sample.all(store)
      const [first, rest] = [exported.slice(0, 2), exported.slice(2)]
      const copy = { store, ledger: "copy" }
      const broken = Stream.concat(Stream.make(first), Stream.fail("broken"))
      const failure = yield* Effect.result(JournalStore.restoreAll(copy, 0, broken))
      yield* check("broken stream", Result.isFailure(failure) && failure.failure, "broken")
      const gap = Stream.make(first, rest.slice(1))
      const refused = yield* refusal("gap", JournalStore.restoreAll(copy, 0, gap))
      yield* check("gap", refused._tag === "Damaged" && refused.damage._tag, "PositionGap")
      yield* check("ledgers", yield* store.ledgers, [ledger])
      const head = yield* JournalStore.restoreAll(copy, 0, Stream.make(first, rest))
      yield* check("head", head, yield* store.head(ledger))
      const bytes = (entries: ReadonlyArray<Journal.Sealed>) =>
        entries.map(({ hash, body }) => [hash, [...body]])
      yield* check("entries", bytes(yield* Sample.all(store, { name: "copy" })), bytes(exported))
      const over = yield* refusal("over", JournalStore.restoreAll(copy, 0, Stream.make(first)))
      yield* check("over", over, { _tag: "PositionConflict", ledger: "copy", expected: 0, actual: 5 })
    },
  ),
  law(
    "locate: returns the positions that find returns",
    "Verification asks for positions without bodies; unused ids are left out.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 5))
      const { locate } = store
      if (locate === undefined) return
      yield* check("positions", [...(yield* locate(ledger, ["p:4", "p:2", "p:9", "p:4"]))].sort(), [2, 4])
      yield* check("other ledger", yield* locate("copy", ["p:2"]), [])
      yield* check("none", yield* locate(ledger, []), [])
    },
  ),
  lawOn("restore: continues a journal written by another store", "A journal can move between stores.", {
    kept: (sha256) => new Map([[ledger, Sample.rows(proposals(1, 3), sha256)]]),
    *trial(store, _, { sha256 }) {
      const { written, known } = yield* store.append(ledger, 3, proposals(3, 2))
      yield* check("answer", [written, known], [[4], ["p:3"]])
      const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
      yield* check("damage", damage, null)
      yield* check("entries", entries.length, 4)
    },
  }),
]

const names = [
  "main",
  "Main",
  "'; DROP TABLE entries; --",
  "50%_off",
  "Gemeente Ø · 漢字",
  'say "hi"',
  "a/b\\c",
]
