/** Spans and metrics of the command line, received by a real server. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { declared, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"

interface Span {
  readonly name: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: ReadonlyArray<{ readonly key: string }>
}

let spans: Array<Span> = []
let metrics = ""
let texts = ""
let status = 200
const receiver = createServer((request, response) => {
  let body = ""
  request.on("data", (chunk) => {
    body += chunk
  })
  request.on("end", () => {
    texts += body
    if (request.url === "/v1/traces")
      for (const { scopeSpans } of JSON.parse(body).resourceSpans)
        for (const scope of scopeSpans) spans.push(...scope.spans)
    if (request.url === "/v1/metrics") metrics += body
    response.writeHead(status, { "content-type": "application/json" }).end("{}")
  })
})

let url: string
let ledger: string
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  ledger = await declared(folder())
})
afterAll(() => receiver.close())
afterEach(() => {
  vi.unstubAllEnvs()
  spans = []
  metrics = ""
  texts = ""
  status = 200
})

const parentOf = (name: string): string | undefined => {
  const span = spans.find((one) => one.name === name)
  return spans.find(({ spanId }) => spanId === span?.parentSpanId)?.name
}

test("telemetry: sends nothing unless the environment names a receiver", async () => {
  await must("verify", "--ledger", ledger)
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
  vi.stubEnv("OTEL_SDK_DISABLED", "true")
  await must("verify", "--ledger", ledger)
  expect(texts).toBe("")
})

test("telemetry: sends the span of a command with those of its calls inside, and the metrics", async () => {
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
  const lines = w13("budget-lines.csv")
  await must("import", lines, "--ledger", ledger, "--as", "lines")
  expect(spans.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["grootboek import", "grootboek.append"]),
  )
  await must("verify", "--ledger", ledger)
  await must("export", "--ledger", ledger, "--out", join(folder(), "journal.ndjson"))
  expect(parentOf("grootboek.verify")).toBe("grootboek verify")
  expect(parentOf("grootboek.export")).toBe("grootboek export")
  expect(spans.filter(({ name }) => name === "grootboek.read").length).toBeGreaterThan(2)
  for (const name of ["grootboek_store_calls", "grootboek_store_seconds"]) expect(metrics).toContain(name)
  expect(texts).toContain(`"grootboek"`)
  // No amounts, ids or texts of entries.
  const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)))
  expect([...keys].filter((key) => !["ledger", "expected", "entries", "after", "ids"].includes(key))).toEqual(
    [],
  )
  expect(texts).not.toMatch(/A10101|6140000/)
})

test("telemetry: sends the span of a command that fails", async () => {
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", `${url}/`)
  expect((await grootboek("verify", "--ledger", join(folder(), "none.db"))).status).toBe(3)
  expect(spans.map(({ name }) => name)).toContain("grootboek verify")
})

test("telemetry: says that a receiver did not take it, and answers all the same", async () => {
  status = 403
  for (const [endpoint, says] of [
    [url, "HTTP 403"],
    ["http://127.0.0.1:1", "did not take the spans"],
  ] as const) {
    vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
    vi.stubEnv("OTEL_EXPORTER_OTLP_TIMEOUT", "500")
    const ran = await grootboek("verify", "--ledger", ledger)
    expect([ran.status, ran.err]).toEqual([0, expect.stringContaining(says)])
  }
})

test("telemetry: refuses a receiver that is not a URL", async () => {
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", "collector port 4318")
  const ran = await grootboek("verify", "--ledger", ledger)
  expect([ran.status, ran.err]).toEqual([3, expect.stringContaining("Correct OTEL_EXPORTER_OTLP_ENDPOINT")])
})
