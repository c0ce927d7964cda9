/** Journals with right hashes whose last entry was not decided by the engine: what the audit finds in it. */
import { type BudgetEvent, type Finding, Journal } from "@grootboek/core"
import { Audit, Ledger, Validity } from "@grootboek/core/ledger"
import { sha256 } from "@grootboek/testing/Ledgers"
import { expect } from "vitest"
import { declarations, plan } from "./SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

/** The small plan, with two members and a condition: three entries. */
export const opening: ReadonlyArray<Event> = [
  { _tag: "PlanAdopted", ...plan },
  { _tag: "StructureDeclared", declarations },
  {
    _tag: "StructureDeclared",
    declarations: {
      members: [
        { code: "M1", name: "Een" },
        { code: "M2", name: "Twee" },
      ],
      conditions: [{ code: "V1", name: "Subsidie" }],
    },
  },
]

/** A field that is not valid, and why. */
export type Found = readonly [field: string, reason: Finding.InvalidReason]

const time = "2026-03-01T09:00:00.000Z"

/** Seals events in one chain, as an attacker without a signing key can. */
export const sealed = (events: ReadonlyArray<Event>): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return events.map((event, at) => {
    const proposal = { id: `forged:${at}`, actor: "test", event }
    const { head: next, ...entry } = Journal.seal(proposal, head, time, sha256)
    head = next
    return entry
  })
}

/** Returns the ledger of the plan and more events. */
export const ledgerOf = (...events: ReadonlyArray<Event>): Ledger.Ledger => {
  const ledger = Ledger.empty()
  for (const event of [...opening, ...events]) Ledger.append(ledger, { event, time })
  return ledger
}

/**
 * Returns what is not valid in the last of the events after the plan. The earlier ones must be valid, and the same must be found
 * in an event that was parsed as in one that was read from its bytes.
 */
export const found = (...events: ReadonlyArray<Event>): ReadonlyArray<Found> => {
  const { findings } = Audit.all(sealed([...opening, ...events]), { sha256 })
  const last = opening.length + events.length
  const reasons = findings.map(({ position, field, facts, offset }): Found => {
    if (facts._tag !== "InvalidEntry") throw new Error(`${facts._tag} in entry ${position}`)
    expect(position).toBe(last)
    expect(offset).toBeGreaterThan(0)
    return [field, facts.reason]
  })
  const event = events.at(-1)
  if (event === undefined) return reasons
  const stored = { kind: event._tag, content: { event }, source: undefined, time }
  const parsed = Validity.begin().check(ledgerOf(...events.slice(0, -1)), stored)
  expect(parsed.map(({ field, reason }) => [field, reason])).toEqual(reasons)
  return reasons
}
