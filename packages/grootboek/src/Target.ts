/** What can be opened: a SQLite file, a server, an export, its bytes, or a store. */
import { Archive, type JournalStore, MemoryStore, StoreAddress } from "@grootboek/core"
import type { Language } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Platform from "#platform"
import { GrootboekError } from "./GrootboekError.ts"
import * as OptionalPackage from "./OptionalPackage.ts"

/**
 * A SQLite file by its path; an export by its path (`.ndjson`) or its bytes; a server by its URL
 * (`postgres://…?ledger=NAME`); or a store.
 */
export type Target = string | URL | Uint8Array | JournalStore.JournalStoreShape

/** How to open a target. */
export interface OpenOptions {
  /** `existing` (the default) fails when there is no ledger, `create` makes one, `readonly` cannot record. */
  readonly access?: "existing" | "create" | "readonly"
  /** The name of the ledger in a store; `main` by default. */
  readonly ledger?: string
  /** The language of error messages; English by default. */
  readonly language?: Language
}

/** A store, and the name of the ledger in it. */
export interface FoundStore {
  readonly store: JournalStore.JournalStoreShape
  readonly ledger: string
}

/** Opens the store of a target until the scope ends. An export that is damaged, cut or without its last line fails. */
export const open = (
  target: Target,
  { access = "existing", ledger = "main", language = "en" }: OpenOptions,
): Effect.Effect<FoundStore, GrootboekError, Scope.Scope> => {
  if (target instanceof Uint8Array) return archive(target, { ledger, language })
  if (typeof target === "object" && !(target instanceof URL)) return Effect.succeed({ store: target, ledger })
  const parsed = StoreAddress.parse(String(target))
  if (Result.isFailure(parsed))
    return Effect.fail(new GrootboekError({ kind: "address", address: parsed.failure }, { language }))
  const address = parsed.success
  if (address._tag === "Server") return server(address, language)
  const { path } = address
  return path.endsWith(".ndjson")
    ? Effect.flatMap(readFile(path, language), (bytes) => archive(bytes, { ledger, language }))
    : Effect.suspend(() => Platform.openFile(path, access)).pipe(
        Effect.mapError(storeFailed(language)),
        Effect.map((store) => ({ store, ledger })),
      )
}

/** Reads a file. One that cannot be read fails with code `Missing`. */
export const readFile = (path: string, language: Language): Effect.Effect<Uint8Array, GrootboekError> =>
  Effect.try({
    try: () => Platform.readFile(path),
    catch: (cause) => new GrootboekError({ kind: "missing", what: path }, { language, cause }),
  })

/** Returns the error of a failure of a store, with that of its driver as the cause, where there is one. */
export const storeFailed =
  (language: Language) =>
  (error: JournalStore.StoreError): GrootboekError => {
    const cause = error._tag === "StoreFailed" ? error.problem : error
    return new GrootboekError({ kind: "store", error }, { language, cause })
  }

interface Naming {
  readonly ledger: string
  readonly language: Language
}

const archive = Effect.fnUntraced(function* (
  bytes: Uint8Array,
  { ledger, language }: Naming,
): Effect.fn.Return<FoundStore, GrootboekError> {
  const read = Archive.read(bytes, Platform.sha256)
  if (Result.isFailure(read)) {
    const { findings } = read.failure
    return yield* Effect.fail(new GrootboekError({ kind: "archive", findings }, { language }))
  }
  const store = yield* MemoryStore.make(Platform.sha256)
  yield* Effect.mapError(store.restore(ledger, 0, read.success.sealed), storeFailed(language))
  return { store, ledger }
})

const server = Effect.fnUntraced(function* (
  address: StoreAddress.ServerAddress,
  language: Language,
): Effect.fn.Return<FoundStore, GrootboekError, Scope.Scope> {
  const { ServerStore } = yield* OptionalPackage.load(
    { name: "@grootboek/store-postgres", language },
    () => import("@grootboek/store-postgres"),
  )
  const store = yield* Effect.mapError(ServerStore.make(address), storeFailed(language))
  return { store, ledger: address.ledger }
})
