import { hash } from "node:crypto"
import { MemoryStore, Redelivery, Traced } from "@grootboek/core"
import { StoreSuite, UnreliableStore } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { describe, expect, test } from "vitest"

const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

describe("traced store", () => {
  StoreSuite.suite(test, {
    sha256,
    place: (kept) =>
      Effect.map(MemoryStore.make(sha256, kept), (store) => Effect.sync(() => Traced.over(store))),
  })
})

test("traced store: makes a span and counts each call, also those that are repeated", async () => {
  const spans: Array<string> = []
  const tracer = Tracer.make({
    span: (options) => {
      spans.push(options.name)
      return new Tracer.NativeSpan(options)
    },
  })
  const random = [0.9, 0.1, 0.9, 0.9, 0.9, 0.9]
  const program = Effect.gen(function* () {
    const inner = yield* MemoryStore.make(sha256)
    const unreliable = UnreliableStore.over(inner, {
      random: () => random.shift() ?? 0.9,
      refused: 0,
      lost: 0.2,
    })
    const store = Redelivery.over(Traced.over(unreliable), { forMs: 1_000, firstWaitMs: 0 })
    yield* store.append("main", 0, [{ id: "a", actor: "test", event: { _tag: "YearClosed", year: 2026 } }])
    yield* Stream.runDrain(store.read("main", 0))
    const counter = (operation: string, outcome: string) =>
      Metric.value(Metric.withAttributes(Traced.calls, { operation, outcome }))
    return {
      answered: (yield* counter("append", "answered")).count,
      redeliveries: (yield* Metric.value(Redelivery.redeliveries)).count,
    }
  })
  const { answered, redeliveries } = await Effect.runPromise(Effect.withTracer(program, tracer))
  expect(spans).toContain("grootboek.append")
  expect(spans).toContain("grootboek.read")
  expect(Number(answered)).toBeGreaterThan(0)
  expect(Number(redeliveries)).toBeGreaterThan(0)
})
