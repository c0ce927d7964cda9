/** The store suite of the kit on your own store: every law is a test. */
import { hash } from "node:crypto"
import { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import { test } from "vitest"
import * as MemoryItems from "./MemoryItems.ts"
import * as StorageStore from "./StorageStore.ts"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

StoreSuite.suite(test, {
  sha256,
  place: (kept) => {
    const items = MemoryItems.make()
    for (const [ledger, rows] of kept) items.setItem(`${ledger} 0`, StorageStore.written(rows))
    return Effect.succeed(Effect.succeed(StorageStore.make(items, sha256)))
  },
})
