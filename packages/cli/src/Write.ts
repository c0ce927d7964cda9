/** Where accepted proposals go: into the journal, or onto the branch that the session works on. */
import { Branch, type Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as BranchFile from "./BranchFile.ts"
import type { Failure } from "./Failure.ts"
import { storeError } from "./Messages.ts"
import type { Session } from "./Session.ts"
import { type Given, required } from "./Spec.ts"

/** Writes proposals and says which positions they took; on a branch, none. */
export const proposals = (
  given: Given,
  session: Session,
  list: ReadonlyArray<Journal.Proposal>,
): Effect.Effect<ReadonlyArray<number>, Failure> => {
  if (list.length === 0) return Effect.succeed([])
  if (session.branch !== undefined) {
    return Effect.as(BranchFile.write(required(given, "ledger"), Branch.propose(session.branch, list)), [])
  }
  return session.store.append(session.name, session.head.position, list).pipe(
    Effect.map((appended) => appended.written),
    Effect.mapError(storeError),
  )
}
