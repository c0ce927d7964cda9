/** Laws of concurrent writers: one order, nothing lost, nothing twice. */
import type { Journal, JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Sample from "./Sample.ts"
import { check, law, type Store, type StoreLaw } from "./StoreLaw.ts"

const { ledger, proposals } = Sample

export const writerLaws: ReadonlyArray<StoreLaw> = [
  law(
    "writers: exactly one of two at a position is acknowledged",
    "The other receives the current position.",
    function* (first, open) {
      const second = yield* open
      const outcomes = yield* Effect.all(
        [first.append(ledger, 0, proposals(1, 1)), second.append(ledger, 0, proposals(2, 1))].map(
          Effect.result,
        ),
        { concurrency: "unbounded" },
      )
      const refused = outcomes.flatMap((one) => (Result.isFailure(one) ? [one.failure] : []))
      yield* check("refused", refused, [{ _tag: "PositionConflict", ledger, expected: 0, actual: 1 }])
      yield* check("head", (yield* first.head(ledger)).position, 1)
    },
  ),
  law(
    "writers: concurrent appends make one order, nothing lost and nothing twice",
    "Six handles append concurrently and retry after a position conflict.",
    function* (store, open, { sha256 }) {
      const writers = 6
      const each = 8
      yield* Effect.all(
        Array.from({ length: writers }, (_, w) =>
          Effect.flatMap(open, (handle) =>
            Effect.forEach(proposals(w * each, each), (one) => appendUntilAccepted(handle, one), {
              discard: true,
            }),
          ),
        ),
        { concurrency: "unbounded", discard: true },
      )
      const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
      yield* check("damage", damage, null)
      yield* check(
        "ids",
        entries.map(({ id }) => id).sort(),
        proposals(0, writers * each)
          .map(({ id }) => id)
          .sort(),
      )
    },
  ),
  law(
    "writers: one batch delivered by many at once is written once",
    "A retry may arrive while the first attempt still runs.",
    function* (store, open) {
      const handles = yield* Effect.all(Array.from({ length: 6 }, () => open))
      const answers = yield* Effect.all(
        handles.map((handle) => handle.append(ledger, 0, proposals(1, 5))),
        { concurrency: "unbounded" },
      )
      yield* check("written", answers.flatMap(({ written }) => written).sort(), [1, 2, 3, 4, 5])
      yield* check("heads", new Set(answers.map(({ head }) => head.hash)).size, 1)
      yield* check("entries", (yield* Sample.all(store)).length, 5)
    },
  ),
  law(
    "read: shows whole batches only",
    "A reader during the write of a batch sees all of it or none of it.",
    function* (store, open) {
      const writer = yield* open
      const write = Effect.forEach(
        Array.from({ length: 15 }, (_, i) => i * 7),
        (at) => writer.append(ledger, at, proposals(at, 7)),
      )
      const look = Effect.forEach(Array.from({ length: 60 }), () =>
        Effect.andThen(
          Effect.yieldNow,
          Effect.map(store.head(ledger), ({ position }) => position % 7),
        ),
      )
      const [, parts] = yield* Effect.all([write, look], { concurrency: "unbounded" })
      yield* check(
        "parts of batches seen",
        parts.filter((part) => part !== 0),
        [],
      )
    },
  ),
  law(
    "read: never shows half of a stream that is being appended",
    "Entries that may be rolled back are not visible, neither through another handle nor through the handle that appends.",
    function* (store, open) {
      yield* store.append(ledger, 0, proposals(1, 2))
      const other = yield* open
      const seen: Array<readonly [entries: number, read: number, found: number, ledgers: number]> = []
      const look = (handle: Store) =>
        Effect.gen(function* () {
          const { position } = yield* handle.head(ledger)
          const entries = yield* Sample.all(handle)
          const found = yield* handle.find(ledger, ["p:2", "p:4", "n:1"])
          seen.push([position, entries.length, found.length, (yield* handle.ledgers).length])
          return proposals(6, 1)
        })
      const batches = Stream.concat(
        Stream.make(proposals(3, 3)),
        Stream.mapEffect(Stream.make(store, other), look),
      )
      yield* store.appendAll(ledger, 2, batches)
      yield* look(store)
      yield* check("seen", seen, [
        [2, 2, 1, 1],
        [2, 2, 1, 1],
        [6, 6, 2, 1],
      ])
    },
  ),
]

/** Appends one proposal and retries after each position conflict. */
const appendUntilAccepted = (
  handle: Store,
  proposal: Journal.Proposal,
): Effect.Effect<JournalStore.Appended, JournalStore.StoreError> =>
  Effect.gen(function* () {
    for (;;) {
      const { position } = yield* handle.head(ledger)
      yield* Effect.yieldNow
      const outcome = yield* Effect.result(handle.append(ledger, position, [proposal]))
      if (Result.isSuccess(outcome)) return outcome.success
      if (outcome.failure._tag !== "PositionConflict") return yield* Effect.fail(outcome.failure)
    }
  })
