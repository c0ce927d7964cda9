/** Runs the command line in this process and captures its output. */
import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "@grootboek/cli"

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

export const w13 = (path: string): string =>
  fileURLToPath(new URL(`../../../examples/w13/data/${path}`, import.meta.url))

/** Makes a temporary folder for one test. */
export const folder = (): string => mkdtempSync(join(tmpdir(), "grootboek-"))

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
export const declared = (dir: string, ledger = join(dir, "w13.db")): Promise<string> => made(declare, ledger)

/** Makes a ledger with the whole W13 plan: a file in a folder, or at an address. */
export const whole = (dir: string, ledger = join(dir, "w13.db")): Promise<string> => made(fill, ledger)

type Making = (ledger: string) => Promise<unknown>

/** Returns a ledger with the W13 plan and its structure that has entries of its own, and is not a copy. */
export const another = async (dir: string, name: string): Promise<string> => {
  const ledger = join(dir, name)
  await declare(ledger)
  return ledger
}

const templates = new Map<Making, Promise<string>>()

/** A file is made once in each process and copied: to make it takes as long as many tests. */
const made = async (making: Making, ledger: string): Promise<string> => {
  if (ledger.includes("://") || existsSync(ledger)) {
    await making(ledger)
    return ledger
  }
  const template = templates.get(making) ?? build(making)
  templates.set(making, template)
  copyFileSync(await template, ledger)
  return ledger
}

const build = async (making: Making): Promise<string> => {
  const ledger = join(folder(), "template.db")
  await making(ledger)
  return ledger
}

const declare: Making = async (ledger) => {
  const facts = ["--entity", "W13", "--entity-type", "welzijnsvereniging", "--plan", "2026/0"]
  await must("init", "--ledger", ledger, ...facts, "--years", "2026-2031")
  const structure = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"].map(
    w13,
  )
  await must("import", ...structure, "--ledger", ledger, "--as", "structure")
}

const fill: Making = async (ledger) => {
  await made(declare, ledger)
  for (const [kind, name] of [
    ["lines", "budget-lines"],
    ["overhead", "overhead"],
    ["opening", "opening"],
    ["passthrough", "passthrough"],
  ] as const) {
    await must("import", w13(`${name}.csv`), "--ledger", ledger, "--as", kind)
  }
}
