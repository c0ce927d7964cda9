import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, test } from "vitest"
import * as Program from "../src/Program.ts"

let program = ""
beforeAll(async () => {
  program = await Program.bundle(fileURLToPath(new URL("fixtures/OptionsProgram.ts", import.meta.url)))
})

/** Runs a program with one option `--runs`, and returns what it printed. */
const called = (...args: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8" })
  return { status, stdout, stderr }
}

test("a program's options: give the numbers asked for, and the usage for --help", () => {
  expect(called("--runs", "12")).toEqual({ status: 0, stdout: "runs 12\n", stderr: "" })
  expect(called("--help")).toEqual({ status: 0, stdout: "usage: program [--runs N]\n", stderr: "" })
})

test("a program's options: stop with status 2 and the usage when one is unknown or no number", () => {
  for (const [args, reason] of [
    [["--rnus", "12"], "--rnus"],
    [["--runs", "many"], '--runs takes a whole number from 1, not "many"'],
    [["--runs", "0"], '--runs takes a whole number from 1, not "0"'],
    [["--runs", ""], "--runs takes a whole number from 1"],
  ] as const) {
    const { status, stdout, stderr } = called(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" })
    expect(stderr).toContain(reason)
    expect(stderr).toMatch(/\n\nusage: program \[--runs N\]\n$/)
  }
})
