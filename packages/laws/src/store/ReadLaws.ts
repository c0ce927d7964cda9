/** Laws of reading: order, bytes and backpressure. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Sample from "./Sample.ts"
import { check, law, type StoreLaw } from "./StoreLaw.ts"

const { ledger, proposals } = Sample

export const readLaws: ReadonlyArray<StoreLaw> = [
  law(
    "read: returns entries in order from any position",
    "Also across pages; nothing after the end.",
    function* (store) {
      const count = 2_500
      yield* store.append(ledger, 0, proposals(1, count))
      for (const after of [0, 1, 999, 1_000, 1_001, 2_000, 2_499, 2_500, 9_999]) {
        const positions = (yield* Sample.all(store, { after })).map(({ position }) => position)
        const expected = Array.from({ length: Math.max(0, count - after) }, (_, i) => after + i + 1)
        yield* check(`after ${after}`, positions, expected)
      }
    },
  ),
  law("read: holds one page at a time", "Ten years of entries need not fit in memory.", function* (store) {
    yield* store.append(ledger, 0, proposals(1, 6_000))
    const sizes: Array<number> = []
    yield* Stream.runForEachArray(store.read(ledger, 0), (page) => Effect.sync(() => sizes.push(page.length)))
    yield* check("a page of at most 4,096 entries", Math.max(...sizes) <= 4_096, true)
    yield* check(
      "entries",
      sizes.reduce((sum, size) => sum + size, 0),
      6_000,
    )
  }),
  law(
    "read: stopping early does not block later calls",
    "The next append and read continue.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 3_000))
      for (let turn = 0; turn < 20; turn++) {
        const few = yield* Stream.runCollect(Stream.take(store.read(ledger, 0), 3))
        yield* check(
          "few",
          few.map(({ position }) => position),
          [1, 2, 3],
        )
      }
      yield* store.append(ledger, 3_000, proposals(3_001, 1))
      yield* check("head", (yield* store.head(ledger)).position, 3_001)
    },
  ),
  law(
    "read: a slow reader sees no gap while others write",
    "It returns entries appended meanwhile or stops before them; no gap, no duplicate.",
    function* (store, open, { sha256 }) {
      yield* store.append(ledger, 0, proposals(1, 2_400))
      const writer = yield* open
      const seen = yield* Stream.runCollect(
        Stream.mapEffect(store.read(ledger, 0), (sealed) =>
          sealed.position % 800 === 0 && sealed.position <= 2_400
            ? Effect.gen(function* () {
                const { position } = yield* writer.head(ledger)
                yield* writer.append(ledger, position, proposals(position + 1, 5))
                return sealed
              })
            : Effect.succeed(sealed),
        ),
      )
      const { entries, damage } = Sample.opened(seen, sha256)
      yield* check("damage", damage, null)
      yield* check("at least what was there before", entries.length >= 2_400, true)
      yield* check("head", (yield* store.head(ledger)).position, 2_415)
    },
  ),
  law(
    "read: returns what was written, byte for byte",
    "Quotes, SQL, other scripts and control characters are stored, not interpreted.",
    function* (store, _, { sha256 }) {
      const texts = hostile.map((text, i) => ({ ...Sample.proposal(i), event: Sample.estimate(i, text) }))
      yield* store.append(ledger, 0, texts)
      const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
      yield* check("damage", damage, null)
      const read = entries.map(({ event }) =>
        event._tag === "EstimatePosted" ? event.description : event._tag,
      )
      yield* check("texts", read, hostile)
    },
  ),
  law(
    "append: acknowledged entries are there at the next open",
    "A handle may close at any time after the answer.",
    function* (_, open) {
      const written = yield* Effect.scoped(
        Effect.gen(function* () {
          const store = yield* open
          yield* store.append(ledger, 0, proposals(1, 10))
          return yield* Sample.all(store)
        }),
      )
      const next = yield* open
      const read = yield* Sample.all(next)
      yield* check(
        "hashes",
        read.map(({ hash }) => hash),
        written.map(({ hash }) => hash),
      )
      yield* check(
        "bytes",
        read.map(({ body }) => [...body]),
        written.map(({ body }) => [...body]),
      )
    },
  ),
]

const hostile: ReadonlyArray<string> = [
  "'; DROP TABLE entries; --",
  '" OR 1=1; --',
  "$1 $$ $body$ :id @id ?1 \\x00 \\'",
  "%_[]^*",
  "line\nbreak\tand tab",
  "COPY\t\\N\t\\.\n\\.",
  "Gemeenteraad · schepencollege — €",
  "אבג 漢字 🧾 é é",
  "=cmd|' /C calc'!A0",
  "x".repeat(4_000),
]
