/** State machine test of the memory store. Other stores run it in their own tests. */
import { hash } from "node:crypto"
import { MemoryStore } from "@grootboek/core"
import { Model } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { expect, test } from "vitest"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

test("memory store: agrees with a list after random commands", async () => {
  const place = () => Effect.map(MemoryStore.make(sha256), Effect.succeed)
  const verdict = await Model.check({ sha256, place }, { runs: 40, seed: 1 })
  expect(verdict.counterexample).toBeUndefined()
})

test("model: catches a store that forgets its last entry", async () => {
  const place = () =>
    Effect.map(MemoryStore.make(sha256), (store) =>
      Effect.succeed({
        ...store,
        read: (ledger: string, after: number) =>
          Stream.filter(store.read(ledger, after), ({ position }) => position !== 3),
      }),
    )
  const { counterexample } = await Model.check({ sha256, place }, { runs: 100, seed: 1 })
  expect(counterexample?.breach.what).toContain("entries of")
  expect(counterexample?.sample).toContain("records")
})

test("model: catches a store that accepts conflicting content", async () => {
  const place = () =>
    Effect.map(MemoryStore.make(sha256), (store) =>
      Effect.succeed({
        ...store,
        append: (...[ledger, expected, batch]: Parameters<typeof store.append>) =>
          Effect.catch(store.append(ledger, expected, batch), () =>
            store.append(ledger, expected, batch.slice(0, 1)),
          ),
      }),
    )
  const { counterexample } = await Model.check({ sha256, place }, { runs: 100, seed: 1 })
  expect(counterexample?.breach.what).toContain("expected")
})
