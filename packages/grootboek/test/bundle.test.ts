/** The bundle for commands that only read: chosen by the command, and equal to the whole program. */
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { afterEach, expect, test, vi } from "vitest"
import { run } from "../src/program.ts"
import * as Reading from "../src/reading.ts"

const bin = fileURLToPath(new URL("../bin/bundle.cjs", import.meta.url))

const bundle: {
  readonly of: (words: ReadonlyArray<string>) => string
  readonly reading: ReadonlyArray<string>
} = createRequire(import.meta.url)(bin)

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test("reading: names the commands of the smaller bundle", () => {
  expect(bundle.reading).toEqual(Reading.names)
})

test.each<readonly [words: string, file: "reading.cjs" | "program.cjs"]>([
  ["statement M2 --ledger w13.db", "reading.cjs"],
  ["--lang nl statement M2 --ledger w13.db", "reading.cjs"],
  ["--lang=nl statement M2 --ledger w13.db", "reading.cjs"],
  ["verify --ledger w13.db", "reading.cjs"],
  ["", "program.cjs"],
  ["--help", "program.cjs"],
  ["--lang nl", "program.cjs"],
  ["statements", "program.cjs"],
  ["import lines.csv --ledger w13.db --as lines", "program.cjs"],
  ["branch new statement --ledger w13.db", "program.cjs"],
  ["statement M2 --ledger postgres://server/database", "program.cjs"],
  ["statement M2 --ledger routes:routes.json?ledger=a", "program.cjs"],
  ["statement M2 --ledger=routes:routes.json?ledger=a", "program.cjs"],
  ["statement M2 --ledger w13.db --format xlsx --out M2.xlsx", "program.cjs"],
])("of: chooses the bundle of `%s`", (words, file) => {
  expect(bundle.of(words.split(" ").filter((word) => word !== ""))).toBe(file)
})

test("of: chooses the whole program when the environment names a receiver of spans", () => {
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
  expect(bundle.of(["verify", "--ledger", "w13.db"])).toBe("program.cjs")
})

const answers = async (
  one: (argv: ReadonlyArray<string>) => Promise<number>,
  argv: ReadonlyArray<string>,
): Promise<ReadonlyArray<unknown>> => {
  const printed: Array<string> = []
  for (const name of ["stdout", "stderr"] as const)
    vi.spyOn(process[name], "write").mockImplementation((text, ...rest) => {
      printed.push(`${name}: ${text}`)
      for (const done of rest) if (typeof done === "function") done()
      return true
    })
  const status = await one(argv)
  vi.restoreAllMocks()
  return [status, ...printed]
}

test.each(Reading.names)("%s: prints and returns what the whole program does", async (name) => {
  for (const language of ["en", "nl"])
    for (const rest of [
      ["--help"],
      ["--version"],
      [],
      ["--ledger"],
      ["--ledger", "no such.db"],
      ["M2", "--ledger", "no such.db"],
      ["M2", "I", "2026", "more", "--ledger", "no such.db", "--unknown"],
      ["--format", "nothing", "--at", "nowhere"],
    ]) {
      const argv = ["--lang", language, name, ...rest]
      const smaller = await answers(Reading.run, argv)
      expect(smaller, argv.join(" ")).toEqual(await answers(run, argv))
      expect(smaller.length, argv.join(" ")).toBeGreaterThan(1)
    }
})
