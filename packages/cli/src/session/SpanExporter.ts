/** Sends spans and metrics to a receiver, as JSON of the OpenTelemetry protocol over HTTP. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Layer from "effect/Layer"
import * as OtlpMetrics from "effect/observability/OtlpMetrics"
import * as OtlpSerialization from "effect/observability/OtlpSerialization"
import * as OtlpTracer from "effect/observability/OtlpTracer"
import * as Scope from "effect/Scope"
import { inform } from "../output/Stdio.ts"
import { type CommandFailure, environment } from "../words/CommandFailure.ts"
import { Current } from "../words/Language.ts"
import * as TelemetryMessage from "../words/TelemetryMessage.ts"

/** What the variables of OpenTelemetry are when they are not set. */
const defaults = {
  OTEL_SERVICE_NAME: "grootboek",
  OTEL_TRACES_EXPORTER: "otlp",
  OTEL_METRICS_EXPORTER: "otlp",
} as const

/** Runs work with a tracer, and sends what it recorded when it ends. The answer does not depend on the receiver. */
export const run = <A>(work: Effect.Effect<A, CommandFailure>): Effect.Effect<A, CommandFailure> =>
  Effect.suspend(() => {
    const unsent = new Map<string, string>()
    const exporting = Effect.gen(function* () {
      const scope = yield* Scope.Scope
      const context = yield* Layer.buildWithScope(layer(unsent), scope).pipe(
        Effect.catchDefect((defect) => Effect.fail(environment(TelemetryMessage.unusable(detailOf(defect))))),
      )
      return yield* Effect.provide(work, context)
    })
    return Effect.ensuring(
      Effect.scoped(exporting),
      Effect.suspend(() => {
        const [first] = unsent
        return first === undefined
          ? Effect.void
          : Effect.flatMap(Current, (language) => inform(language, TelemetryMessage.notSent(...first)))
      }),
    )
  })

const layer = (unsent: Map<string, string>) => {
  const env = { ...defaults, ...process.env }
  return Layer.mergeAll(OtlpTracer.layerFromConfig(), OtlpMetrics.layerFromConfig()).pipe(
    Layer.provide(OtlpSerialization.layerJson),
    Layer.provide(FetchHttpClient.layer),
    Layer.provide(Layer.succeed(FetchHttpClient.Fetch, watched(unsent))),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env }))),
  )
}

/** Returns a `fetch` that notes which address did not take its last request, and why. */
const watched =
  (unsent: Map<string, string>): typeof fetch =>
  async (input, init) => {
    const url = input instanceof Request ? input.url : `${input}`
    unsent.set(url, "no answer")
    try {
      const response = await fetch(input, init)
      if (response.ok) unsent.delete(url)
      else unsent.set(url, `HTTP ${response.status}`)
      return response
    } catch (cause) {
      unsent.set(url, detailOf(cause))
      throw cause
    }
  }

const detailOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause)
  const { cause: inner } = cause
  return inner instanceof Error && "code" in inner ? String(inner.code) : cause.message
}
