/** Runs the command line in this process and captures its output. */
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "@grootboek/cli"

/** The result of a command line. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** The example's data. */
export const w13 = (path: string): string =>
  fileURLToPath(new URL(`../../../examples/w13/data/${path}`, import.meta.url))

/** Makes a temporary folder for one test. */
export const folder = (): string => mkdtempSync(join(tmpdir(), "grootboek-"))

/** Writes a file into a folder and returns its path. */
export const file = (dir: string, name: string, content: string | Uint8Array): string => {
  const path = join(dir, name)
  writeFileSync(path, content)
  return path
}

/** Runs a command line and returns its status and output. */
export const grootboek = async (...argv: ReadonlyArray<string>): Promise<Ran> => {
  const caught = { out: "", err: "" }
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const stream = process[name]
    const write = stream.write
    stream.write = ((chunk: string | Uint8Array, ...rest: ReadonlyArray<unknown>) => {
      caught[name === "stdout" ? "out" : "err"] +=
        typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk)
      for (const done of rest) if (typeof done === "function") done()
      return true
    }) as typeof write
    return () => {
      stream.write = write
    }
  })
  try {
    return { status: await run(argv.includes("--lang") ? argv : ["--lang", "en", ...argv]), ...caught }
  } finally {
    for (const undo of restore) undo()
  }
}

/** Runs a command line that must succeed and returns its output. */
export const must = async (...argv: ReadonlyArray<string>): Promise<string> => {
  const { status, out, err } = await grootboek(...argv)
  if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}: ${err}${out}`)
  return out
}

/** Runs a command line and returns its JSON output, whatever its status. */
export const json = async <A = Readonly<Record<string, unknown>>>(
  ...argv: ReadonlyArray<string>
): Promise<A> => JSON.parse((await grootboek(...argv, "--format", "json")).out)

/** Makes a ledger with the W13 plan and its structure: a file in a folder, or at an address. */
export const declared = async (dir: string, ledger = join(dir, "w13.db")): Promise<string> => {
  await must(
    "init",
    "--ledger",
    ledger,
    "--entity",
    "W13",
    "--entity-type",
    "welzijnsvereniging",
    "--plan",
    "2026/0",
    "--years",
    "2026-2031",
  )
  const structure = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"].map(
    w13,
  )
  await must("import", ...structure, "--ledger", ledger, "--as", "structure")
  return ledger
}

/** Makes a ledger with the whole W13 plan: a file in a folder, or at an address. */
export const whole = async (dir: string, address?: string): Promise<string> => {
  const ledger = await declared(dir, address)
  for (const [kind, name] of [
    ["lines", "budget-lines"],
    ["overhead", "overhead"],
    ["opening", "opening"],
    ["passthrough", "passthrough"],
  ] as const) {
    await must("import", w13(`${name}.csv`), "--ledger", ledger, "--as", kind)
  }
  return ledger
}
