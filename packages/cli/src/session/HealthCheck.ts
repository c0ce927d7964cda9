/** The health of a ledger's store: whether it answers, which node leads, its head, and whether it admits writes. Writes nothing. */
import type { Journal, JournalStore, StoreAddress } from "@grootboek/core"
import { RememberedHead } from "@grootboek/core/journal"
import type { Json } from "@grootboek/report"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import { masked } from "../words/Address.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as HealthMessage from "../words/HealthMessage.ts"
import type { Both } from "../words/Language.ts"
import { storeError } from "./CoreFailure.ts"
import * as Store from "./Store.ts"

/** The findings of the check. */
export interface HealthFinding {
  readonly code: string
  readonly message: Both
}

export interface CheckedHealth extends Omit<Json.HealthDocument, "ok" | "findings"> {
  readonly findings: ReadonlyArray<HealthFinding>
}

type StoreError = JournalStore.StoreError

/** Checks the store at an address; `asksWrites` also checks that an append would be admitted. */
export const run = Effect.fnUntraced(function* (
  address: string,
  asksWrites: boolean,
): Effect.fn.Return<CheckedHealth, CommandFailure, Scope.Scope> {
  const parsed = yield* Store.parse(address)
  const place = yield* placeOf(parsed)
  const findings: Array<HealthFinding> = []
  /** Runs one check; its failure is a finding. */
  const check = <A>(work: Effect.Effect<A, StoreError, Scope.Scope>) =>
    Effect.map(Effect.result(work), (result): A | undefined => {
      if (Result.isSuccess(result)) return result.success
      findings.push(...findingsOf(result.failure))
      return undefined
    })
  const { ledger, memory } = place
  const server = yield* check(place.server)
  const store = findings.length > 0 ? undefined : yield* check(place.open("readonly"))
  const head = store === undefined ? undefined : yield* check(store.head(ledger))
  if (head?.position === 0)
    findings.push({ code: "EmptyLedger", message: HealthMessage.empty(masked(address)) })
  const admitsWrites =
    asksWrites && head !== undefined ? (yield* check(admission(place, head))) !== undefined : null
  if (store !== undefined && memory !== undefined) yield* check(RememberedHead.check(store, memory, ledger))
  const remembered = memory === undefined ? undefined : yield* Effect.result(memory.recall(ledger))
  const known = remembered !== undefined && Result.isSuccess(remembered) ? remembered.success : undefined
  const now = yield* Clock.currentTimeMillis
  const isFilled = head !== undefined && head.position > 0
  return {
    address: masked(address),
    ledger,
    server: server ?? null,
    head: isFilled ? { position: head.position, hash: head.hash, time: head.time } : null,
    ageSeconds: isFilled ? Math.floor((now - Date.parse(head.time)) / 1_000) : null,
    admitsWrites,
    remembered:
      memory === undefined || known === undefined
        ? null
        : { place: memory.place, position: known.position, hash: known.hash },
    findings,
  }
})

interface HealthPlace {
  readonly ledger: string
  readonly server: Effect.Effect<NonNullable<Json.HealthDocument["server"]> | undefined, StoreError>
  readonly open: (
    access: "readonly" | "existing",
  ) => Effect.Effect<JournalStore.JournalStoreShape, StoreError, Scope.Scope>
  readonly memory: RememberedHead.HeadMemory | undefined
}

const placeOf = Effect.fnUntraced(function* (
  address: StoreAddress.StoreAddress,
): Effect.fn.Return<HealthPlace, CommandFailure> {
  if (address._tag === "File")
    return {
      ledger: Store.main,
      server: Effect.succeed(undefined),
      open: (access) => SqliteStore.make(address.path, { access, busyTimeoutMs: waitMs }),
      memory: undefined,
    }
  const { HeadFolder, PostgresStore, ServerNode } = yield* Store.adapter
  const { url, ledger, heads } = address
  return {
    ledger,
    server: Effect.map(ServerNode.of(url, waitMs), ({ cluster, ...node }) => ({
      ...node,
      cluster: cluster === "" ? null : cluster,
    })),
    // A check does not wait for the time of retry-for, and does not remember a head.
    open: () =>
      PostgresStore.make(url, {
        connections: 1,
        connectTimeoutMs: waitMs,
        lockTimeoutMs: waitMs,
        answerTimeoutMs: 2 * waitMs,
      }),
    memory: heads === "" ? undefined : HeadFolder.make(heads),
  }
})

/** How long a server may take to answer, and another writer to release its lock. */
const waitMs = 5_000

// An append of nothing takes the lock and checks the rights of the role, and is rolled back.
const admission = ({ open, ledger }: HealthPlace, { position }: Journal.Head) =>
  Effect.scoped(Effect.flatMap(open("existing"), (store) => store.append(ledger, position, [])))

const findingsOf = (error: StoreError): ReadonlyArray<HealthFinding> =>
  storeError(error).lines.map((message) => ({
    code: error._tag === "StoreFailed" ? error.problem.code : error._tag,
    message,
  }))
