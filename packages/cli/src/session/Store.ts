/** The store of a ledger: a PostgreSQL server when its address is a URL, otherwise a SQLite file. */
import { userInfo } from "node:os"
import { type JournalStore, StoreAddress, type StoreProblem } from "@grootboek/core"
import { AddressText } from "@grootboek/report"
import { LedgerFile, SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import { inform } from "../output/Stdio.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import { type Both, Current } from "../words/Language.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import { storeError } from "./CoreFailure.ts"
import * as OptionalPackage from "./OptionalPackage.ts"
import * as Telemetry from "./Telemetry.ts"

export interface OpenStore {
  readonly store: JournalStore.JournalStoreShape
  readonly ledger: string
}

/** How a command uses a ledger: reads it, appends to it, or creates it. */
export type LedgerAccess = "readonly" | "existing" | "create"

/** Opens the store of a ledger until the scope ends. `postgres://…/database?ledger=NAME` names a ledger on a server. */
export const open = (
  address: string,
  access: LedgerAccess,
): Effect.Effect<OpenStore, CommandFailure, Scope.Scope> =>
  Effect.flatMap(parse(address), (parsed) =>
    parsed._tag === "Server" ? openServer(parsed, access) : openFile(parsed.path, access),
  )

export const isServer = (address: string): boolean =>
  Result.getOrUndefined(StoreAddress.parse(address))?._tag === "Server"

/** The name of the only ledger in a SQLite file. */
export const main = "main"

const openFile = Effect.fnUntraced(function* (path: string, access: LedgerAccess) {
  const store = yield* Effect.mapError(SqliteStore.make(path, { access }), storeError)
  const names = LedgerFile.names(path)
  if (names > 1) yield* inform(yield* Current, LedgerMessage.hasNames(path, names))
  return { store: Telemetry.over(store), ledger: main }
})

/** Migrates the database at an address and returns the migrations that ran. */
export const migrate = Effect.fnUntraced(function* (
  address: string,
): Effect.fn.Return<ReadonlyArray<number>, CommandFailure> {
  const parsed = yield* parse(address)
  if (parsed._tag === "File") return yield* Effect.fail(usage(LedgerMessage.isFile(address)))
  const { PostgresAdmin } = yield* adapter
  const { url } = parsed
  return yield* Effect.mapError(PostgresAdmin.migrate(url), storeError)
})

const openServer = Effect.fnUntraced(function* (address: StoreAddress.ServerAddress, access: LedgerAccess) {
  const { PostgresAdmin, ServerStore } = yield* adapter
  const { url, ledger, role: named } = address
  if (access === "create") {
    // The owner of the database creates its tables and admits itself here. For any other role the owner did both before;
    // where that is not so, opening the store reports it.
    const role = named || userInfo().username
    yield* PostgresAdmin.migrate(url).pipe(
      Effect.andThen(PostgresAdmin.admit(url, { role, ledger, as: "writer" })),
      Effect.ignore,
    )
  }
  const store = yield* Effect.mapError(
    ServerStore.make(address, { onWait: yield* waiting, around: Telemetry.over }),
    storeError,
  )
  return { store, ledger }
})

/** Loads the adapter of servers on use: the driver takes time to load, and most ledgers are files. */
export const adapter: Effect.Effect<typeof import("@grootboek/store-postgres"), CommandFailure> =
  OptionalPackage.load(LedgerMessage.postgres, "pg", () => import("@grootboek/store-postgres"))

export const parse = (address: string): Effect.Effect<StoreAddress.StoreAddress, CommandFailure> =>
  Effect.mapError(Effect.fromResult(StoreAddress.parse(address)), (refused) =>
    usage(refusedAddress(address, refused)),
  )

const refusedAddress = (address: string, refused: StoreAddress.AddressRefused): Both =>
  refused._tag === "NotAnOption" ? AddressText.option(refused.option) : LedgerMessage.isNotUrl(address)

/** Informs the user once, before the first wait for a server. */
const waiting = Effect.map(Current, (language) => {
  let isInformed = false
  return (failure: StoreProblem.StoreFailed): void => {
    if (isInformed) return
    isInformed = true
    Effect.runSync(inform(language, LedgerMessage.waits(failure.problem)))
  }
})
