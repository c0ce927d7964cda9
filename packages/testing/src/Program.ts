/** Programs that tests start as processes. Each is bundled once: a bundle starts ten times faster than its sources. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { pageProgram } from "../../scripts/src/pageProgram.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const bundles = new Map<string, Promise<string>>()

/** Returns the path of the bundle of a TypeScript program of a package. */
export const bundle = (source: string): Promise<string> => {
  const known = bundles.get(source)
  if (known !== undefined) return known
  const made = compile(source)
  bundles.set(source, made)
  return made
}

export const start = (
  program: string,
  args: ReadonlyArray<string>,
  options: SpawnOptions = {},
): ChildProcess => spawn(process.execPath, [program, ...args], options)

const compile = async (source: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "silent",
    conditions: ["@grootboek/source"],
    external: ["libsql", "pg-native", "highs"],
    plugins: [pageProgram],
    banner: {
      js: 'import { createRequire as requireOfBundle } from "node:module"; const require = requireOfBundle(import.meta.url);',
    },
  })
  const [{ text = "" } = {}] = outputFiles
  const [, name = ""] = /packages\/([\w-]+)\//.exec(source.slice(root.length)) ?? []
  // Below the package, where its native modules are found.
  const folder = join(root, "packages", name, "node_modules", ".cache", "grootboek")
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 16)
  const file = join(folder, `${basename(source, ".ts")}-${digest}.mjs`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  // Another test process may write the same file at the same time.
  const part = `${file}.${process.pid}`
  writeFileSync(part, text)
  renameSync(part, file)
  return file
}
