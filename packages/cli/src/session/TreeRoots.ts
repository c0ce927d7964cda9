/** Roots of Merkle trees over the entries of a journal, computed in one pass. */
import { Journal } from "@grootboek/core"
import { MerkleTree } from "@grootboek/core/journal"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { sha256 } from "../output/InputFile.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { storeError } from "./CoreFailure.ts"
import type { OpenStore } from "./Store.ts"

/** Returns the roots of spans of entries, in the order of the spans. Hashes are computed from the stored bodies. */
export const of = Effect.fnUntraced(function* (
  { store, ledger }: OpenStore,
  spans: ReadonlyArray<MerkleTree.LeafSpan>,
): Effect.fn.Return<ReadonlyArray<string>, CommandFailure> {
  const trees = spans.map((span) => ({ ...span, tree: MerkleTree.begin(sha256) }))
  const end = Math.max(0, ...spans.map(({ until }) => until))
  yield* store.read(ledger, 0).pipe(
    Stream.take(end),
    Stream.runForEachArray((page) =>
      Effect.sync(() => {
        for (const { position, body } of page) {
          const hash = Journal.hashOf(body, sha256)
          for (const { from, until, tree } of trees) if (position > from && position <= until) tree.push(hash)
        }
      }),
    ),
    Effect.mapError(storeError),
  )
  return trees.map(({ tree }) => tree.root())
})
