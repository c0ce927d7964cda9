/** Plants a fault: bundles core and kit with one module of core wrapped, and tries the kit's laws on the result. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import type { Laws as Kit, sets as Sets } from "@grootboek/laws"
import { build, type Plugin } from "esbuild"
import type { Fault } from "./faults.ts"

const packages = fileURLToPath(new URL("../../../", import.meta.url))
const core = join(packages, "core/src")
// Node finds the kit's dependencies from here.
const cache = join(packages, "laws/node_modules/.cache/planted")

/** The kit bundled with a core. */
export interface Planted {
  readonly Laws: typeof Kit
  readonly sets: typeof Sets
}

/** The result for a fault. */
export interface Caught {
  readonly fault: string
  readonly by: string | undefined
  readonly runs: number
  readonly breach: string
}

/** Bundles the kit with a fault in core; without a fault when none is given. */
export const plant = async (fault?: Fault): Promise<Planted> => {
  const name = (fault?.name ?? "unchanged").replaceAll(/\W+/g, "-")
  const bundled = await build({
    entryPoints: [join(packages, "laws/src/index.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["@grootboek/source"],
    external: ["effect", "decimal.js"],
    logLevel: "silent",
    plugins: [instead(fault)],
  })
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `${name}.mjs`)
  writeFileSync(file, bundled.outputFiles[0]?.contents ?? "")
  return import(`${pathToFileURL(file).href}?${process.pid}`)
}

/** Tries the laws of the fault's set, with increasing numbers of runs, until one fails. */
export const tryFault = async (
  fault: Fault,
  trial: { readonly runs: number; readonly seed: number },
): Promise<Caught> => {
  const { Laws, sets } = await plant(fault)
  const set = sets[fault.set as keyof typeof sets]
  for (const runs of [10, 50, 200, trial.runs].filter((each) => each <= trial.runs)) {
    for (const law of set) {
      const [verdict] = Laws.check(law, { runs, seed: trial.seed }).verdicts
      if (verdict?.counterexample !== undefined)
        return {
          fault: fault.name,
          by: verdict.law,
          runs: verdict.runs,
          breach: verdict.counterexample.breach.what.split("\n")[0] ?? "",
        }
    }
  }
  return { fault: fault.name, by: undefined, runs: trial.runs, breach: "" }
}

const instead = (fault: Fault | undefined): Plugin => ({
  name: "planted",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@grootboek\/core$/ }, () => ({ path: join(core, "index.ts") }))
    if (fault === undefined) return
    onResolve({ filter: /\.ts$/ }, ({ path, resolveDir, namespace }) => {
      if (namespace === "planted") return { path: join(resolveDir, path) }
      return relative(core, join(resolveDir, path)) === fault.module
        ? { path: fault.module, namespace: "planted" }
        : undefined
    })
    onLoad({ filter: /.*/, namespace: "planted" }, ({ path }) => ({
      contents: `import * as Result from "effect/Result"\nimport * as original from "./${path}"\nexport * from "./${path}"\n${fault.instead}`,
      resolveDir: core,
      loader: "js",
    }))
  },
})
