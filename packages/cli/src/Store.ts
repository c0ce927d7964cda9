/** Which store keeps a ledger: a PostgreSQL server when it is named by a URL, otherwise a SQLite file. */
import { userInfo } from "node:os"
import type { JournalStore } from "@grootboek/core"
import { Snapshots, SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { environment, type Failure, usage } from "./Failure.ts"
import { storeError } from "./Messages.ts"

/** A store, open while the scope is, and the name of the ledger in it. */
export interface Opened {
  readonly store: JournalStore.JournalStoreShape
  readonly ledger: string
  /** Where the store keeps snapshots, if it does. */
  readonly snapshots: Snapshots.Snapshots | undefined
}

/** How a command means to use a ledger: read it, add to it, or make it. */
export type Use = "readonly" | "existing" | "create"

/** Opens the store behind a ledger's address. `postgres://…/database?ledger=NAME` names a ledger on a server. */
export const open = (address: string, use: Use): Effect.Effect<Opened, Failure, Scope.Scope> =>
  isServer(address) ? openServer(address, use) : openFile(address, use)

/** Whether an address names a server. */
export const isServer = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address)

/** The name under which a SQLite file keeps its one ledger. */
const main = "main"

const openFile = Effect.fnUntraced(function* (path: string, access: Use) {
  const store = yield* Effect.mapError(SqliteStore.make(path, { access }), storeError)
  const snapshots = yield* Effect.mapError(Snapshots.make(path, access), storeError)
  return { store, ledger: main, snapshots }
})

// Loaded only when asked for: most ledgers are files, and the driver takes time to load.
const openServer = Effect.fnUntraced(function* (address: string, use: Use) {
  const { PostgresAdmin, PostgresStore } = yield* Effect.tryPromise({
    try: () => import("@grootboek/store-postgres"),
    catch: (cause) =>
      environment({
        en: `PostgreSQL support cannot be loaded: ${cause}`,
        nl: `PostgreSQL kan niet worden geladen: ${cause}`,
      }),
  })
  const url = yield* Effect.try({ try: () => new URL(address), catch: () => misspelt(address) })
  const ledger = url.searchParams.get("ledger") ?? main
  url.searchParams.delete("ledger")
  if (use === "create") {
    // Whoever owns the database makes its tables and is admitted by this; for anybody else the owner did it before,
    // and opening the store says so where that is not the case.
    const role = decodeURIComponent(url.username) || userInfo().username
    yield* PostgresAdmin.migrate(url.href).pipe(
      Effect.andThen(PostgresAdmin.admit(url.href, { role, ledger, as: "writer" })),
      Effect.ignore,
    )
  }
  const store = yield* Effect.mapError(PostgresStore.make(url.href), storeError)
  return { store, ledger, snapshots: undefined }
})

const misspelt = (address: string): Failure =>
  usage({
    en: `${address}: this is no URL of a server; write postgres://USER@HOST:PORT/DATABASE?ledger=NAME`,
    nl: `${address}: dit is geen URL van een server; schrijf postgres://GEBRUIKER@HOST:POORT/DATABANK?ledger=NAAM`,
  })
