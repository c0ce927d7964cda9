/** Programs that are stopped, and answers that cannot be written: no incomplete file, one line, the right status. */
import { existsSync, openSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { declared, folder, must, w13 } from "@grootboek/testing/CommandLine"
import * as Program from "@grootboek/testing/Program"
import { beforeAll, describe, expect, test } from "vitest"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

/** Starts the command line in a process of its own. */
const start = (words: ReadonlyArray<string>, stdout: "pipe" | number = "pipe") => {
  const child = Program.start(program, ["--lang", "en", ...words], { stdio: ["ignore", stdout, "pipe"] })
  let err = ""
  child.stderr?.on("data", (chunk) => {
    err += chunk
  })
  const ended = new Promise<{ readonly status: number | null; readonly signal: string | null }>((resolve) =>
    child.once("close", (status, signal) => resolve({ status, signal })),
  )
  return { child, ended: ended.then((end) => ({ ...end, err })) }
}

let ledger = ""
let program = ""
beforeAll(async () => {
  program = await Program.bundle(main)
  ledger = await declared(folder())
  await must("import", w13("budget-lines.csv"), "--ledger", ledger, "--as", "lines")
})

describe("a full standard output", () => {
  test.each([
    ["log", () => ["log", "--ledger", ledger]],
    ["help", () => ["--help"]],
  ])("%s: exits 3 with one line", async (_, words) => {
    // A device of Linux.
    if (!existsSync("/dev/full")) return
    const { status, err } = await start(words(), openSync("/dev/full", "w")).ended
    expect([status, err.trimEnd().split("\n")]).toEqual([3, [expect.stringContaining("ENOSPC")]])
    expect(err).toContain("run the command again")
  })
})

test.each([["log"], ["verify"]])("%s: is quiet when the reader closes the pipe", async (name) => {
  const { child, ended } = start([name, "--ledger", ledger, "--format", "json"])
  child.stdout?.destroy()
  expect(await ended).toEqual({ status: 0, signal: null, err: "" })
})

const partsIn = (dir: string): ReadonlyArray<string> =>
  readdirSync(dir, { recursive: true })
    .map(String)
    .filter((name) => name.includes(".part"))

test.each(["SIGINT", "SIGTERM"] as const)("report: leaves nothing behind after %s", async (signal) => {
  const dir = folder()
  const { child, ended } = start(["report", "--ledger", ledger, "--out", join(dir, "pack")])
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  while (!isOver && partsIn(dir).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  child.kill(signal)
  expect((await ended).signal).toBe(signal)
  expect(readdirSync(dir)).toEqual([])
})
