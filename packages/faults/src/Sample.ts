/** Small entries that the campaigns write, and folders for them. */
import { hash } from "node:crypto"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Journal, type JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"

export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

/** The name of the ledger in every campaign. */
export const ledger = "main"

export const proposal = (id: string, n: number): Journal.Proposal => ({
  id,
  actor: "faults",
  event: {
    _tag: "EstimatePosted",
    line: { direction: "U", account: "61000000", policyItem: "0119-00", action: "A-1" },
    amounts: { "2026": `${n}.00` },
  },
})

/** Returns `count` proposals whose ids begin with a name. */
export const proposals = (name: string, from: number, count: number): ReadonlyArray<Journal.Proposal> =>
  Array.from({ length: count }, (_, i) => proposal(`${name}:${from + i}`, from + i))

/** Returns sealed entries without a store. */
export const chain = (count: number): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return proposals("p", 1, count).map((one) => {
    const { head: next, ...sealed } = Journal.seal(one, head, "2026-01-01T00:00:00.000Z", sha256)
    head = next
    return sealed
  })
}

/** Runs a task in a temporary folder. */
export const inFolder = <A>(work: (folder: string) => Promise<A>): Promise<A> => inFolderOf(tmpdir(), work)

/** Runs a task in a temporary folder in memory, where the system has one. Damaged files need no disk. */
export const inMemory = <A>(work: (folder: string) => Promise<A>): Promise<A> =>
  inFolderOf(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), work)

const inFolderOf = async <A>(parent: string, work: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(parent, "grootboek-faults-"))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis))

type Store = JournalStore.JournalStoreShape

/** Appends until acknowledged, reading on after each position conflict. */
export const insist = (store: Store, ledger: string, batch: ReadonlyArray<Journal.Proposal>) =>
  Effect.gen(function* () {
    let { position } = yield* store.head(ledger)
    for (;;) {
      const outcome = yield* Effect.result(store.append(ledger, position, batch))
      if (Result.isSuccess(outcome)) return outcome.success
      if (outcome.failure._tag !== "PositionConflict") return yield* Effect.fail(outcome.failure)
      position = outcome.failure.actual
    }
  })
