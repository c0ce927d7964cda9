/** Child processes that a campaign kills. Their program is bundled once, so that a thousand start quickly. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { build } from "esbuild"

export interface Program {
  readonly file: string
}

const root = join(import.meta.dirname, "..")

/** Bundles `child/NAME.ts`. */
export const program = async (name: string): Promise<Program> => {
  // Inside the checkout, so that Node resolves the native driver.
  const folder = join(root, "node_modules", ".cache", "grootboek", "faults")
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}-${process.pid}.cjs`)
  await build({
    entryPoints: [join(import.meta.dirname, "child", `${name}.ts`)],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    conditions: ["@grootboek/source"],
    external: ["libsql", "pg-native", "node-sqlite3-wasm"],
    logLevel: "error",
  })
  return { file }
}

/** A running program: its output lines and its end. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<void>
}

/** Starts a program and passes on each line of its output. */
export const start = (
  { file }: Program,
  args: ReadonlyArray<string>,
  onLine: (line: string) => void,
): Running => {
  const child = spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "ignore"] })
  if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", onLine)
  // A write to a process that has ended fails. Its exit event reports that it ended.
  child.stdin?.on("error", () => {})
  return { child, ended: new Promise((resolve) => child.once("close", () => resolve())) }
}
