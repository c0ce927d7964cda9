/** Laws of idempotency keys: a proposal delivered twice is written once; an id never has two contents. */
import * as Sample from "./Sample.ts"
import { about, check, law, lawOn, refusal, type StoreLaw } from "./StoreLaw.ts"

const { ledger, proposal, proposals } = Sample

export const identityLaws: ReadonlyArray<StoreLaw> = [
  law(
    "id: a batch delivered twice is written once",
    "The second delivery lists the known ids, at any expected position.",
    function* (store) {
      const first = yield* store.append(ledger, 0, proposals(1, 3))
      const again = yield* store.append(ledger, 0, proposals(1, 3))
      yield* check("again", [again.head, again.written, again.known], [first.head, [], ["p:1", "p:2", "p:3"]])
      yield* check("entries", (yield* Sample.all(store)).length, 3)
    },
  ),
  law(
    "id: actor and source do not make another event",
    "The same row from a renamed file is the same event.",
    function* (store) {
      yield* store.append(ledger, 0, [proposal(1)])
      const source = { name: "renamed.csv", sha256: "0".repeat(64), line: 7 }
      const again = yield* store.append(ledger, 0, [{ ...proposal(1), actor: "colleague", source }])
      yield* check("known", again.known, ["p:1"])
    },
  ),
  law(
    "id: a blank line in a file does not make another adjustment",
    "The source line of a change is not part of its content.",
    function* (store) {
      const read = (from: number, cents: string) => ({
        ...proposal(1),
        event: Sample.adjustment(from, cents),
      })
      yield* store.append(ledger, 0, [read(2, "00")])
      const again = yield* store.append(ledger, 0, [read(3, "00")])
      yield* check("known", again.known, ["p:1"])
      const other = yield* refusal("other amounts", store.append(ledger, 1, [read(3, "01")]))
      yield* check("other amounts", other._tag, "IdConflict")
    },
  ),
  law(
    "id: key order does not make another event",
    "Events are compared by canonical text.",
    function* (store) {
      yield* store.append(ledger, 0, [{ ...proposal(1), event: { _tag: "YearClosed", year: 2026 } }])
      const again = yield* store.append(ledger, 0, [
        { ...proposal(1), event: { year: 2026, _tag: "YearClosed" } },
      ])
      yield* check("known", again.known, ["p:1"])
    },
  ),
  law(
    "id: other content is a conflict that names every position",
    "Nothing is overwritten; the caller sees which rows changed.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 4))
      const other = [2, 4].map((n) => ({ ...proposal(n), event: Sample.estimate(n + 10) }))
      const conflict = yield* refusal("conflict", store.append(ledger, 4, [proposal(1), ...other]))
      const conflicts = [
        { id: "p:2", position: 2 },
        { id: "p:4", position: 4 },
      ]
      yield* check("conflict", conflict, { _tag: "IdConflict", ledger, conflicts })
    },
  ),
  law(
    "id: known proposals of a batch do not block new ones",
    "A longer file writes only its new rows.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 3))
      const { written, known } = yield* store.append(ledger, 3, proposals(2, 4))
      yield* check(
        "answer",
        [written, known],
        [
          [4, 5],
          ["p:2", "p:3"],
        ],
      )
      const stale = yield* refusal("stale", store.append(ledger, 3, proposals(5, 2)))
      yield* check("stale", stale, { _tag: "PositionConflict", ledger, expected: 3, actual: 5 })
    },
  ),
  law(
    "id: a batch may repeat an event but not contradict it",
    "One id with one event twice is one entry; with two events it is a conflict.",
    function* (store) {
      const twice = yield* store.append(ledger, 0, [proposal(1), proposal(1), proposal(2)])
      yield* check("twice", [twice.written, twice.known], [[1, 2], ["p:1"]])
      const other = { ...proposal(3), event: Sample.estimate(4) }
      const conflict = yield* refusal("contradiction", store.append(ledger, 2, [proposal(3), other]))
      yield* check("contradiction", conflict, {
        _tag: "IdConflict",
        ledger,
        conflicts: [{ id: "p:3", position: 3 }],
      })
      yield* check("head", (yield* store.head(ledger)).position, 2)
    },
  ),
  law(
    "id: lookup returns positions and omits unused ids",
    "An import asks which rows are new before it writes.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 1_200))
      const asked = ["p:1200", "unknown", "p:3", "p:7", "p:3", "'; DROP TABLE entries; --"]
      yield* check(
        "some",
        (yield* store.find(ledger, asked)).map(({ position }) => position),
        [3, 7, 1_200],
      )
      const ids = proposals(1, 1_200).map(({ id }) => id)
      yield* check("all", (yield* store.find(ledger, ids)).length, 1_200)
      yield* check("none", (yield* store.find(ledger, [])).length, 0)
    },
  ),
  about(
    "version",
    lawOn("id: used by a newer version is a conflict", "An unreadable event cannot be compared.", {
      kept: (sha256) => new Map([[ledger, newer(sha256)]]),
      *trial(store) {
        const conflict = yield* refusal("conflict", store.append(ledger, 3, [proposal(2)]))
        yield* check("conflict", conflict, {
          _tag: "IdConflict",
          ledger,
          conflicts: [{ id: "p:2", position: 2 }],
        })
      },
    }),
  ),
  about(
    "version",
    lawOn(
      "read: an unknown event stops the reader at its position",
      "The entry is returned as stored and never skipped.",
      {
        kept: (sha256) => new Map([[ledger, newer(sha256)]]),
        *trial(store, _, { sha256 }) {
          const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
          yield* check(
            "read",
            entries.map(({ id }) => id),
            ["p:1"],
          )
          yield* check("damage", damage, {
            _tag: "UnknownEvent",
            kind: "EstimatePosted",
            version: 2,
            position: 2,
          })
          yield* check("head", (yield* store.head(ledger)).position, 3)
        },
      },
    ),
  ),
]

// The second of three entries has a version that this program cannot read.
const newer = (sha256: Parameters<typeof Sample.rows>[1]) =>
  Sample.rows(proposals(1, 3), sha256, { newer: 2 })
