import { hash } from "node:crypto"
import { MemoryStore } from "@grootboek/core"
import { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import { describe, test } from "vitest"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

describe("memory store", () => {
  StoreSuite.suite(test, {
    sha256,
    place: (kept) => Effect.map(MemoryStore.make(sha256, kept), Effect.succeed),
  })
})
