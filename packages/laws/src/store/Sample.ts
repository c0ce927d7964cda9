/** Sample proposals and hash chains for the laws of stores. */
import { type Batch, type BudgetEvent, Journal, type JournalStore } from "@grootboek/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { Store } from "./StoreLaw.ts"

/** The ledger that most laws use. */
export const ledger = "main"

/** Makes an estimate of 100 euro and `n` cents; equal `n` gives equal events. */
export const estimate = (n: number, description?: string): BudgetEvent.BudgetEvent => ({
  _tag: "EstimatePosted",
  line: { direction: "U", account: "61000000", policyItem: "0119-00", action: "A-1" },
  amounts: { "2026": `100.${String(n % 100).padStart(2, "0")}`, "2027": `${n}.00` },
  ...(description === undefined ? {} : { description }),
})

/** Makes an adjustment of two lines whose changes start at a given line of the file. */
export const adjustment = (from: number, cents: string): BudgetEvent.BudgetEvent => ({
  _tag: "PlanAdjusted",
  plan: "2026/1",
  resolution: { body: "Raad", date: "2026-06-18", reference: "2026/12" },
  motivation: "Indexering",
  creditYears: [2026],
  changes: ["61000000", "61100000"].map((account, index) => ({
    line: { direction: "U", account, policyItem: "0119-00", action: "A-1" },
    amounts: { "2026": `100.${cents}` },
    row: from + index,
  })),
})

/** Makes a proposal with id `p:n` and estimate `n`. */
export const proposal = (n: number): Journal.Proposal => ({ id: `p:${n}`, event: estimate(n), actor: "laws" })

/** Proposals `from` … `from + count − 1`. */
export const proposals = (from: number, count: number): ReadonlyArray<Journal.Proposal> =>
  Array.from({ length: count }, (_, i) => proposal(from + i))

/** Reads all entries after a position. */
export const all = (
  store: Store,
  { name = ledger, after = 0 } = {},
): Effect.Effect<ReadonlyArray<Journal.Sealed>, JournalStore.StoreError> =>
  Stream.runCollect(store.read(name, after))

/** Verifies entries as a chain from its start; fails at the first damage. */
export const opened = (
  sealed: ReadonlyArray<Journal.Sealed>,
  sha256: Journal.Sha256,
): { readonly entries: ReadonlyArray<Journal.Entry>; readonly damage: Journal.Damage | null } => {
  const entries: Array<Journal.Entry> = []
  let head = Journal.genesis
  for (const one of sealed) {
    const entry = Journal.open(one, head, sha256)
    if (Result.isFailure(entry)) return { entries, damage: entry.failure }
    entries.push(entry.success)
    head = Journal.headOf(entry.success)
  }
  return { entries, damage: null }
}

/** Makes a chain of sealed rows; the row at position `newer` has a version that this program cannot read. */
export const rows = (
  proposed: ReadonlyArray<Journal.Proposal>,
  sha256: Journal.Sha256,
  { newer = 0 } = {},
): ReadonlyArray<Batch.Row> => {
  let head = Journal.genesis
  return proposed.map((one) => {
    const { head: next, ...sealed } = Journal.seal(one, head, "2016-01-01T00:00:00.000Z", sha256)
    const row = sealed.position === newer ? withNewerVersion(sealed, sha256) : sealed
    head = { ...next, hash: row.hash }
    return { ...row, id: one.id }
  })
}

const withNewerVersion = (sealed: Journal.Sealed, sha256: Journal.Sha256): Journal.Sealed => {
  const text = new TextDecoder().decode(sealed.body)
  const body = new TextEncoder().encode(text.replace(/"version":\d+\}$/, '"version":2}'))
  return { ...sealed, body, hash: Journal.hashOf(body, sha256) }
}

/** Runs an effect with a fixed clock. */
export const at = <A, E, R>(moment: string, effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.clockWith((clock) => {
    const millis = Date.parse(moment)
    return Effect.provideService(effect, Clock.Clock, {
      currentTimeMillisUnsafe: () => millis,
      currentTimeMillis: Effect.succeed(millis),
      currentTimeNanosUnsafe: () => BigInt(millis) * 1_000_000n,
      currentTimeNanos: Effect.succeed(BigInt(millis) * 1_000_000n),
      monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: clock.monotonicTimeNanos,
      sleep: (duration) => clock.sleep(duration),
    })
  })
