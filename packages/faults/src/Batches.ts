/** Batches of five entries, and what is found of them after a failure. */
import { type JournalStore, Verify } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { ledger, proposals, sha256 } from "./Sample.ts"

/** The number of entries of a batch: a number of entries that is not a multiple of it shows a partial batch. */
export const size = 5

/** Returns the proposals of a batch; ids begin with a name. */
export const of = (name: string, batch: number) => proposals(name, batch * size, size)

/**
 * Inspects a ledger after a failure: how many entries of the acknowledged batches are lost, whether a batch is visible in
 * part (0 or 1), and how many findings its verification has.
 */
export const inspect = (
  store: JournalStore.JournalStoreShape,
  name: string,
  acknowledged: ReadonlyArray<number>,
) =>
  Effect.gen(function* () {
    const ids = acknowledged.flatMap((batch) => of(name, batch).map(({ id }) => id))
    const found = yield* store.find(ledger, ids)
    const { entries, findings } = yield* Verify.ledger(store, ledger, sha256)
    return { lost: ids.length - found.length, half: entries % size === 0 ? 0 : 1, findings: findings.length }
  })
