/** What the library needs of Node: a hash function, files, and the SQLite store. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Journal, JournalStore } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** Returns the SHA-256 of bytes as 64 hexadecimal digits. */
export const sha256: Journal.Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

/** Reads a file. */
export const readFile = (path: string): Uint8Array => readFileSync(path)

/** Opens the SQLite file of a ledger until the scope ends. */
export const openFile = (
  path: string,
  access: "existing" | "create" | "readonly",
): Effect.Effect<JournalStore.JournalStoreShape, JournalStore.StoreError, Scope.Scope> =>
  SqliteStore.make(path, { access })
