/** Faults that are planted on purpose: the simulator must find each of them. */
import { copyFileSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Journal } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"

export type Plant = "lost batch" | "figure off by a cent" | "branch promoted twice"

export const plants: ReadonlyArray<Plant> = ["lost batch", "figure off by a cent", "branch promoted twice"]

/** A planted fault, which occurs when it is called. */
export type PlantedFault = () => void | Promise<void>

/** Copies a ledger, and returns how what is recorded after this is lost. */
export const losing = (ledger: string): PlantedFault => {
  const copy = `${ledger}.before`
  copyFileSync(ledger, copy)
  return () => {
    for (const suffix of ["-wal", "-shm"]) rmSync(`${ledger}${suffix}`, { force: true })
    copyFileSync(copy, ledger)
  }
}

/** Reads a branch, and returns how it is promoted once more, under ids of its own. */
export const promoting = (ledger: string, name: string): PlantedFault => {
  const text = readFileSync(join(`${ledger}.branches`, `${name}.branch.ndjson`), "utf8")
  return () => {
    const { proposals } = Result.getOrThrow(Branch.read(text))
    return append(
      ledger,
      proposals.map((one) => ({ ...one, id: `twice:${one.id}`.slice(0, 128) })),
    )
  }
}

/** Adds a cent to each exact amount below zero. */
export const offByACent = (exact: string): string =>
  exact.startsWith("-") ? (Number(exact) + 0.01).toFixed(2) : exact

const append = (ledger: string, proposals: ReadonlyArray<Journal.Proposal>): Promise<void> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const store = yield* SqliteStore.make(ledger)
        const { position } = yield* store.head("main")
        yield* store.append("main", position, proposals)
      }),
    ),
  )
