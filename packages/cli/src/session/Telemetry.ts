/**
 * Spans and metrics of commands: off, unless the environment names a receiver with the variables of OpenTelemetry
 * (`OTEL_EXPORTER_OTLP_ENDPOINT`).
 */
import type { JournalStore } from "@grootboek/core"
import { Traced } from "@grootboek/core/journal"
import * as Effect from "effect/Effect"
import type { CommandFailure } from "../words/CommandFailure.ts"

const receivers = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
] as const

/** Returns whether the environment asks for spans and metrics. */
export const isWanted = (env: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  env.OTEL_SDK_DISABLED !== "true" && receivers.some((name) => (env[name] ?? "") !== "")

/** Runs a command in a span with its name, and sends the spans and metrics before it returns. Loads the exporter on use. */
export const run = <A>(
  command: string,
  work: Effect.Effect<A, CommandFailure>,
): Effect.Effect<A, CommandFailure> =>
  isWanted()
    ? Effect.flatMap(
        Effect.promise(() => import("./SpanExporter.ts")),
        (exporter) => exporter.run(Effect.withSpan(work, `grootboek ${command}`)),
      )
    : work

/** Returns a store whose calls are spans and metrics, when they are wanted. */
export const over = (store: JournalStore.JournalStoreShape): JournalStore.JournalStoreShape =>
  isWanted() ? Traced.over(store) : store

/** Runs a verification or an export of a whole ledger in a span, when spans are wanted. */
export const whole = <A, E, R>(
  operation: "verify" | "export",
  ledger: string,
  work: Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R> => (isWanted() ? Traced.run(operation, ledger, work) : work)
