/** The command line as it is installed: bundled into one file. */
import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Bundles a program of the repository for Node, beside the packages that it needs. */
export const bundle = async (entry: string, name: string): Promise<string> => {
  const folder = `${root}packages/cli/node_modules/.cache/bench`
  mkdirSync(folder, { recursive: true })
  const outfile = `${folder}/${name}.mjs`
  await build({
    entryPoints: [`${root}${entry}`],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@grootboek/source", "module", "import"],
    external: ["libsql", "pg", "pg-native", "@duckdb/node-api"],
    define: entry.startsWith("bench/")
      ? { "import.meta.url": JSON.stringify(new URL(`../${entry}`, import.meta.url).href) }
      : {},
    banner: {
      js: `import { createRequire as requireOf } from "node:module"; const require = requireOf(${JSON.stringify(`${root}packages/cli/package.json`)});`,
    },
    logLevel: "error",
  })
  return outfile
}
