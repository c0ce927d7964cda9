import { hash } from "node:crypto"
import { type JournalStore, MemoryStore, Verify } from "@grootboek/core"
import { Redelivery, Traced } from "@grootboek/core/journal"
import { StoreSuite, UnreliableStore } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
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
    const store = Redelivery.over(Traced.over(unreliable), { forMs: 60_000, firstWaitMs: 0 })
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

test("traced store: makes spans of a verification and an export, with the reads inside them, also when they fail", async () => {
  const inside: Array<string> = []
  const tracer = Tracer.make({
    span: (options) => {
      const parent = Option.getOrUndefined(options.parent)
      inside.push(`${parent?._tag === "Span" ? parent.name : "-"} > ${options.name}`)
      return new Tracer.NativeSpan(options)
    },
  })
  const counter = (operation: string, outcome: string) =>
    Effect.map(Metric.value(Metric.withAttributes(Traced.calls, { operation, outcome })), ({ count }) =>
      Number(count),
    )
  const program = Effect.gen(function* () {
    const store = Traced.over(yield* MemoryStore.make(sha256))
    yield* store.append("main", 0, [{ id: "a", actor: "test", event: { _tag: "YearClosed", year: 2026 } }])
    const before = [yield* counter("verify", "answered"), yield* counter("export", "failed")]
    const report = yield* Traced.run("verify", "main", Verify.ledger(store, "main", sha256))
    const broken: JournalStore.JournalStoreShape["read"] = (ledger) =>
      Stream.concat(
        store.read(ledger, 0),
        Stream.fail({ _tag: "PositionConflict", ledger, expected: 1, actual: 2 } as const),
      )
    const failed = yield* Effect.result(Traced.run("export", "main", Stream.runDrain(broken("main", 0))))
    const after = [yield* counter("verify", "answered"), yield* counter("export", "failed")]
    return { report, failed, grown: after.map((count, at) => count - (before[at] ?? 0)) }
  })
  const { report, failed, grown } = await Effect.runPromise(Effect.withTracer(program, tracer))
  expect(report).toMatchObject({ entries: 1, findings: [] })
  expect(failed).toMatchObject({ failure: { _tag: "PositionConflict" } })
  expect(inside).toEqual(
    expect.arrayContaining([
      "- > grootboek.verify",
      "grootboek.verify > grootboek.read",
      "- > grootboek.export",
      "grootboek.export > grootboek.read",
    ]),
  )
  expect(grown).toEqual([1, 1])
})
