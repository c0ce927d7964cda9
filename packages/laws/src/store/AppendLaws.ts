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
    "ledger: is empty when nothing was written",
    "Its head is genesis, reading returns nothing, and it is not listed.",
    function* (store) {
      yield* check("head", (yield* store.head(ledger)).position, 0)
      yield* check("entries", (yield* Sample.all(store)).length, 0)
      yield* check("found", (yield* store.find(ledger, ["p:1"])).length, 0)
      yield* check("ledgers", yield* store.ledgers, [])
    },
  ),
  law(
    "append: continues the chain from its head",
    "Positions have no gaps from 1, every entry contains the previous hash, and the head is that of the last entry.",
    function* (store, _, { sha256 }) {
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
    },
  ),
  law(
    "append: refuses a stale position and writes nothing",
    "Another writer was first: the caller reads on and decides again.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 2))
      const stale = yield* refusal("stale", store.append(ledger, 1, proposals(3, 1)))
      yield* check("stale", stale, { _tag: "PositionConflict", ledger, expected: 1, actual: 2 })
      yield* check("head", (yield* store.head(ledger)).position, 2)
    },
  ),
  law(
    "append: refuses a position that does not exist yet",
    "A gap could hide a removed entry.",
    function* (store) {
      const early = yield* refusal("early", store.append(ledger, 7, proposals(1, 1)))
      yield* check("early", early, { _tag: "PositionConflict", ledger, expected: 7, actual: 0 })
      yield* check("ledgers", yield* store.ledgers, [])
    },
  ),
  law(
    "append: writes a batch completely or not at all",
    "One conflicting or unreadable proposal refuses the whole batch.",
    function* (store) {
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
    },
  ),
  law(
    "append: an empty batch changes nothing at any expected position",
    "Importing a file without rows is allowed.",
    function* (store) {
      yield* store.append(ledger, 0, proposals(1, 2))
      const { head, written, known } = yield* store.append(ledger, 99, [])
      yield* check("answer", [head.position, written, known], [2, [], []])
    },
  ),
  law(
    "append: never writes a proposal that cannot be read back",
    "Entries cannot be changed, so an invalid entry would make the ledger unreadable.",
    function* (store) {
      const valid = Sample.proposal(1)
      const source = { name: "a.csv", sha256: "not a digest" }
      const malformed = { ...valid.event, amounts: { "2026": "1,5" } }
      for (const [field, invalid] of [
        ["id", { ...valid, id: "" }],
        ["id", { ...valid, id: "a b" }],
        ["id", { ...valid, id: "x".repeat(129) }],
        ["actor", { ...valid, actor: "Jan Janssens" }],
        ["source.sha256", { ...valid, source }],
        ["event.amounts.2026", { ...valid, event: malformed }],
      ] as const) {
        const misfit = yield* refusal(field, store.append(ledger, 0, [invalid]))
        yield* check(field, misfit._tag === "Misfit" && misfit.field, field)
      }
      yield* check("ledgers", yield* store.ledgers, [])
    },
  ),
  law(
    "append: takes five thousand proposals in one batch",
    "A real plan is imported at once.",
    function* (store, _, { sha256 }) {
      const { head, written } = yield* store.append(ledger, 0, proposals(1, 5_000))
      yield* check("written", [written.length, written.at(-1)], [5_000, 5_000])
      const { entries, damage } = Sample.opened(yield* Sample.all(store), sha256)
      yield* check("damage", damage, null)
      yield* check("last", [entries.length, entries.at(-1)?.hash], [5_000, head.hash])
    },
  ),
  law(
    "append: writes a stream of batches completely or not at all",
    "A long import is one decision: when it fails at the end, nothing may be written.",
    function* (store) {
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
    },
  ),
]

const recorded = ({ event }: Journal.Proposal): string => Journal.fingerprint(event)
