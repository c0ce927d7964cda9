/** Appends accepted proposals to the journal, or to the branch of the session. */
import type { Journal } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import * as Effect from "effect/Effect"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as BranchFile from "./BranchFile.ts"
import { storeError } from "./CoreFailure.ts"
import type { Session } from "./Session.ts"

/** Appends proposals and returns their positions; on a branch there are none. */
export const proposals = (
  { address, branch, clock, head, name, store }: Session,
  list: ReadonlyArray<Journal.Proposal>,
): Effect.Effect<ReadonlyArray<number>, CommandFailure> => {
  if (list.length === 0) return Effect.succeed([])
  if (branch !== undefined) {
    const after = Branch.propose(branch, list)
    return Effect.as(BranchFile.replace(address, { before: branch, after }), [])
  }
  const append = store.append(name, head.position, list).pipe(
    Effect.map((appended) => appended.written),
    Effect.mapError(storeError),
  )
  return Effect.andThen(clock.check, clock.stamp(append))
}
