/** The store of a ledger: a PostgreSQL server when its address is a URL, otherwise a SQLite file. */
import { userInfo } from "node:os"
import type { JournalStore } from "@grootboek/core"
import { LedgerFile, SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { inform } from "../output/Stdio.ts"
import { type CommandFailure, environment, usage } from "../words/CommandFailure.ts"
import { Current } from "../words/Language.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import { storeError } from "./CoreFailure.ts"

/** An open store, and the name of the ledger in it. */
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
  isServer(address) ? openServer(address, access) : openFile(address, access)

/** Returns whether an address is the URL of a server. */
export const isServer = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address)

/** The name of the only ledger in a SQLite file. */
const main = "main"

const openFile = Effect.fnUntraced(function* (path: string, access: LedgerAccess) {
  const store = yield* Effect.mapError(SqliteStore.make(path, { access }), storeError)
  const names = LedgerFile.names(path)
  if (names > 1) yield* inform(yield* Current, LedgerMessage.hasNames(path, names))
  return { store, ledger: main }
})

/** Migrates the database at an address and returns the migrations that ran. */
export const migrate = Effect.fnUntraced(function* (
  address: string,
): Effect.fn.Return<ReadonlyArray<number>, CommandFailure> {
  if (!isServer(address)) return yield* Effect.fail(usage(LedgerMessage.isFile(address)))
  const { PostgresAdmin } = yield* adapter
  const { url } = yield* addressed(address)
  return yield* Effect.mapError(PostgresAdmin.migrate(url), storeError)
})

const openServer = Effect.fnUntraced(function* (address: string, access: LedgerAccess) {
  const { PostgresAdmin, PostgresStore } = yield* adapter
  const { url, ledger, username } = yield* addressed(address)
  if (access === "create") {
    // The owner of the database creates its tables and admits itself here. For any other role the owner did both before;
    // where that is not so, opening the store reports it.
    const role = decodeURIComponent(username) || userInfo().username
    yield* PostgresAdmin.migrate(url).pipe(
      Effect.andThen(PostgresAdmin.admit(url, { role, ledger, as: "writer" })),
      Effect.ignore,
    )
  }
  const store = yield* Effect.mapError(PostgresStore.make(url), storeError)
  return { store, ledger }
})

// The driver takes time to load, and most ledgers are files.
const adapter = Effect.tryPromise({
  try: () => import("@grootboek/store-postgres"),
  catch: () => environment(LedgerMessage.packageMissing(LedgerMessage.postgres, "pg")),
})

/** Returns the address of a database, and the name of the ledger in it. */
const addressed = (address: string) =>
  Effect.try({
    try: () => {
      const url = new URL(address)
      const ledger = url.searchParams.get("ledger") ?? main
      url.searchParams.delete("ledger")
      return { url: url.href, ledger, username: url.username }
    },
    catch: () => usage(LedgerMessage.isNotUrl(address)),
  })
