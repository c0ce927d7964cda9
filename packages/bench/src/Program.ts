/** Programs of the repository as published: bundled, without a loader of sources. */
import { spawnSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { fileURLToPath, pathToFileURL } from "node:url"
import { type BuildOptions, build } from "esbuild"

export const root = fileURLToPath(new URL("../../..", import.meta.url))

export const commandLine = (): string => {
  // All packages: the declarations of one need those of the others. Nothing is built again without a change.
  const { status, stdout, stderr } = spawnSync("npm", ["run", "build"], { cwd: root, encoding: "utf8" })
  if (status !== 0) throw new Error(`the command line cannot be built: ${stdout}${stderr}`)
  return `${root}packages/grootboek/bin/grootboek.cjs`
}

/** Where a program finds its packages: the sources of this repository, unless others are given. */
type Resolution = Pick<BuildOptions, "conditions" | "nodePaths" | "plugins">

/** Bundles a program for Node, in the folder of the packages that it needs. */
export const bundle = async (
  entry: string,
  name: string,
  resolution: Resolution = { conditions: ["@grootboek/source", "module", "import"] },
): Promise<string> => {
  const folder = `${root}packages/cli/node_modules/.cache/bench`
  mkdirSync(folder, { recursive: true })
  const outfile = `${folder}/${name}.mjs`
  await build({
    ...resolution,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["libsql", "pg", "pg-native", "@duckdb/node-api"],
    define: { "import.meta.url": JSON.stringify(pathToFileURL(entry).href) },
    banner: {
      js: `import { createRequire as requireOf } from "node:module"; const require = requireOf(${JSON.stringify(`${root}packages/cli/package.json`)});`,
    },
    logLevel: "error",
  })
  return outfile
}
