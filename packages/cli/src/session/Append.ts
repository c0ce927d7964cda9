/** Decides on a request, and appends accepted proposals to the journal, or to the branch of the session. */
import { Intake, type Journal, type Ledger } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import type { Decision } from "@grootboek/core/rule"
import * as Effect from "effect/Effect"
import { sha256 } from "../output/InputFile.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as BranchFile from "./BranchFile.ts"
import { refusal, storeError } from "./CoreFailure.ts"
import type { Session } from "./Session.ts"

/** Returns the proposals that one new request leads to, and changes the ledger by them; fails when it is refused. */
export const decided = (
  ledger: Ledger.Ledger,
  request: Decision.Request,
  actor: string,
): Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure> => {
  const context = { actor, sha256, recorded: new Map() }
  const { proposals, refused } = Intake.decideInto(ledger, [request], context)
  const [first] = refused
  return first === undefined ? Effect.succeed(proposals) : Effect.fail(refusal(first.refusal))
}

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
