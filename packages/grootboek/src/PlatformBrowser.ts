/** What the library needs in a browser: a hash function. A browser has no files; it opens bytes or a store. */
import type { Journal, JournalStore } from "@grootboek/core"
import { sha256 as hash } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** Returns the SHA-256 of bytes as 64 hexadecimal digits. */
export const sha256: Journal.Sha256 = (bytes) => bytesToHex(hash(bytes))

/** Throws: a browser has no files. */
export const readFile = (path: string): Uint8Array => {
  throw new TypeError(`a browser cannot open the file ${path}: pass its bytes`)
}

/** Throws: a browser has no files. */
export const openFile = (
  path: string,
  _access: "existing" | "create" | "readonly",
): Effect.Effect<JournalStore.JournalStoreShape, JournalStore.StoreError, Scope.Scope> => {
  throw new TypeError(`a browser cannot open the file ${path}: pass its bytes or a store`)
}
