/** Laws of appending: expected position, all or nothing, hash chain. */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Sample from "./Sample.ts"
import { check, law, refusal, type StoreLaw } from "./StoreLaw.ts"

const { ledger, proposals } = Sample

export const appendLaws: ReadonlyArray<StoreLaw> = [
  law(
    "a ledger that nobody wrote to is empty, not unknown",
    "Its head is genesis, reading it gives nothing, and it is not among the ledgers.",
    (store) =>
      Effect.gen(function* () {
        yield* check("head", (yield* store.head(ledger)).position, 0)
        yield* check("entries", (yield* Sample.all(store)).length, 0)
        yield* check("found", (yield* store.find(ledger, ["p:1"])).length, 0)
        yield* check("ledgers", yield* store.ledgers, [])
      }),
  ),
  law(
    "an append continues the chain from its head",
    "Positions without gaps from 1, every entry bound to the one before by its hash, the head that of the last.",
    (store, _, { sha256 }) =>
      Effect.gen(function* () {
        const first = yield* store.append(ledger, 0, proposals(1, 3))
        const second = yield* store.append(ledger, 3, proposals(4, 2))
        yield* check(
          "written",
          [first.written, second.written],
          [
            [1, 2, 3],
            [4, 5],
          ],
        )
        const sealed = yield* Sample.all(store)
        const { entries, damage } = Sample.opened(sealed, sha256)
        yield* check("damage", damage, null)
        yield* check(
          "positions",
          entries.map(({ position }) => position),
          [1, 2, 3, 4, 5],
        )
        yield* check(
          "ids",
          entries.map(({ id }) => id),
          proposals(1, 5).map(({ id }) => id),
        )
        yield* check("events", entries.map(recorded), proposals(1, 5).map(recorded))
        yield* check("acknowledged head", second.head.hash, sealed.at(-1)?.hash)
        yield* check("head", yield* store.head(ledger), second.head)
      }),
  ),
  law(
    "an append at a stale position is refused and writes nothing",
    "Somebody else was first: the caller must read on and decide again.",
    (store) =>
      Effect.gen(function* () {
        yield* store.append(ledger, 0, proposals(1, 2))
        const stale = yield* refusal("stale", store.append(ledger, 1, proposals(3, 1)))
        yield* check("stale", stale, { _tag: "PositionConflict", ledger, expected: 1, actual: 2 })
        yield* check("head", (yield* store.head(ledger)).position, 2)
      }),
  ),
  law(
    "an append at a position that does not exist yet is refused",
    "A gap in the order would be a place where an entry could have been removed.",
    (store) =>
      Effect.gen(function* () {
        const early = yield* refusal("early", store.append(ledger, 7, proposals(1, 1)))
        yield* check("early", early, { _tag: "PositionConflict", ledger, expected: 7, actual: 0 })
        yield* check("ledgers", yield* store.ledgers, [])
      }),
  ),
  law(
    "a batch is written whole or not at all",
    "One proposal in conflict or unreadable refuses the proposals around it too.",
    (store) =>
      Effect.gen(function* () {
        yield* store.append(ledger, 0, proposals(1, 1))
        const conflicting = [...proposals(2, 3), { ...Sample.proposal(1), event: Sample.estimate(99) }]
        const unreadable = [...proposals(2, 3), { ...Sample.proposal(5), actor: "two words" }]
        yield* check(
          "conflict",
          (yield* refusal("conflict", store.append(ledger, 1, conflicting)))._tag,
          "IdConflict",
        )
        yield* check("misfit", (yield* refusal("misfit", store.append(ledger, 1, unreadable)))._tag, "Misfit")
        yield* check("head", (yield* store.head(ledger)).position, 1)
        yield* check("found", (yield* store.find(ledger, ["p:2", "p:3", "p:4"])).length, 0)
      }),
  ),
  law(
    "an empty batch changes nothing, whatever position it expects",
    "Importing a file without rows is no mistake.",
    (store) =>
      Effect.gen(function* () {
        yield* store.append(ledger, 0, proposals(1, 2))
        const { head, written, known } = yield* store.append(ledger, 99, [])
        yield* check("answer", [head.position, written, known], [2, [], []])
      }),
  ),
  law(
    "a proposal that nobody could read back is never written",
    "An entry can never be changed, so one that breaks its schema would close the ledger for good.",
    (store) =>
      Effect.gen(function* () {
        const sound = Sample.proposal(1)
        const source = { name: "a.csv", sha256: "not a digest" }
        const bent = { ...sound.event, amounts: { "2026": "1,5" } }
        for (const [field, unsound] of [
          ["id", { ...sound, id: "" }],
          ["id", { ...sound, id: "a b" }],
          ["id", { ...sound, id: "x".repeat(129) }],
          ["actor", { ...sound, actor: "Jan Janssens" }],
          ["source.sha256", { ...sound, source }],
          ["event.amounts.2026", { ...sound, event: bent }],
        ] as const) {
          const misfit = yield* refusal(field, store.append(ledger, 0, [unsound]))
          yield* check(field, misfit._tag === "Misfit" && misfit.field, field)
        }
        yield* check("ledgers", yield* store.ledgers, [])
      }),
  ),
  law("five thousand proposals are one batch", "A real plan is imported in one go.", (store, _, { sha256 }) =>
    Effect.gen(function* () {
      const { head, written } = yield* store.append(ledger, 0, proposals(1, 5_000))
      yield* check("written", [written.length, written.at(-1)], [5_000, 5_000])
      const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
      yield* check("damage", damage, null)
      yield* check("last", [entries.length, entries.at(-1)?.hash], [5_000, head.hash])
    }),
  ),
  law(
    "a stream of batches is appended in one piece, or nothing of it is",
    "A long import is one decision: when it fails at its end, its beginning must not stand in the journal.",
    (store) =>
      Effect.gen(function* () {
        yield* store.append(ledger, 0, proposals(1, 2))
        const broken = Stream.concat(
          Stream.make(proposals(3, 4), proposals(7, 4)),
          Stream.fail("the last row was refused"),
        )
        const failure = yield* Effect.result(store.appendAll(ledger, 2, broken))
        yield* check("failure", Result.getFailure(failure), Option.some("the last row was refused"))
        yield* check("head after the failure", (yield* store.head(ledger)).position, 2)
        yield* check("found after the failure", (yield* store.find(ledger, ["p:5"])).length, 0)
        const stale = yield* Effect.result(store.appendAll(ledger, 1, Stream.make(proposals(3, 1))))
        yield* check("stale", Result.isFailure(stale) && stale.failure._tag, "PositionConflict")
        const head = yield* store.appendAll(ledger, 2, Stream.make(proposals(3, 4), proposals(7, 4)))
        yield* check("head", head, yield* store.head(ledger))
        yield* check("entries", (yield* Sample.all(store)).length, 10)
      }),
  ),
]

const recorded = ({ event }: Journal.Proposal): string => Journal.sameness(event)
