/** Ledgers and journals for tests, made from decisions or requests without a store. */
import { createHash } from "node:crypto"
import { type Decision, Intake, Journal, Ledger } from "@grootboek/core"

/** SHA-256 for tests. */
export const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

/** Returns a ledger on which decisions were made, each followed by the plan's own rules. */
export const ledger = (...decisions: ReadonlyArray<Decision.Decision>): Ledger.Ledger => {
  const made = Ledger.empty()
  record(made, ...decisions)
  return made
}

/** Records decisions in a ledger; none may be refused. */
export const record = (into: Ledger.Ledger, ...decisions: ReadonlyArray<Decision.Decision>): void => {
  for (const decide of decisions) propose(into, [{ id: `request:${Ledger.position(into)}`, decide }])
}

/** Decides requests on a ledger, which grows by them, and returns what is to be written; none may be refused. */
export const propose = (
  working: Ledger.Ledger,
  requests: ReadonlyArray<Decision.Request>,
  actor = "test",
): ReadonlyArray<Journal.Proposal> => {
  const context = { actor, sha256, recorded: new Map() }
  const { proposals, refused } = Intake.decideInto(working, requests, context)
  if (refused.length > 0) throw new Error(JSON.stringify(refused.map(({ refusal }) => refusal)))
  return proposals
}

/** Requests that are recorded at one time, by one actor. */
export interface DatedRequests {
  readonly requests: ReadonlyArray<Decision.Request>
  readonly time: string
  readonly actor?: string
}

/** Returns the entries of a journal that records requests; none may be refused. */
export const seal = (...batches: ReadonlyArray<DatedRequests>): ReadonlyArray<Journal.Sealed> => {
  const working = Ledger.empty()
  let head = Journal.genesis
  return batches.flatMap(({ requests, time, actor }) =>
    propose(working, requests, actor).map((proposal) => {
      const { head: next, ...sealed } = Journal.seal(proposal, head, time, sha256)
      head = next
      return sealed
    }),
  )
}
