/** A verification whose reader process aborts: the parent process survives and reports what to do. */
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { afterEach, expect, test, vi } from "vitest"
import { died } from "../src/program.ts"

const bin = fileURLToPath(new URL("../bin/reader.cjs", import.meta.url))

const reader: {
  readonly isWanted: (words: ReadonlyArray<string>, env?: NodeJS.ProcessEnv) => boolean
  readonly run: (words: ReadonlyArray<string>) => number | undefined
} = createRequire(import.meta.url)(bin)

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

test.each<readonly [fault: string, script: string, status: number | undefined]>([
  ["aborts", "process.abort()", undefined],
  ["is ended by a memory fault", "process.kill(process.pid, 'SIGSEGV')", undefined],
  ["reports findings", "process.exitCode = 1", 1],
  ["finds the ledger intact", "", 0],
])("run: returns the status of a process that %s", (_, script, status) => {
  expect(reader.run(["-e", script])).toBe(status)
})

test("isWanted: is true for verify outside the reader process only", () => {
  expect(reader.isWanted(["verify", "--ledger", "l.db"], {})).toBe(true)
  expect(reader.isWanted(["--lang", "nl", "verify"], {})).toBe(true)
  expect(reader.isWanted(["statement", "M2"], {})).toBe(false)
  expect(reader.run(["-e", `process.exitCode = require("${bin}").isWanted(["verify"]) ? 1 : 0`])).toBe(0)
})

test("died: reports a finding with advice", async () => {
  const printed: Array<string> = []
  vi.spyOn(process.stdout, "write").mockImplementation((text, ...rest) => {
    printed.push(String(text))
    for (const done of rest) if (typeof done === "function") done()
    return true
  })
  await died(["verify", "--ledger", "l.db", "--format", "json", "--lang", "en"])
  expect(process.exitCode).toBe(1)
  expect(JSON.parse(printed.join(""))).toMatchObject({
    ok: false,
    findings: [
      { position: 0, code: "ReaderDied", message: expect.stringContaining("restore the last export") },
    ],
  })
})
