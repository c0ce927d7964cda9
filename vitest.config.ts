/** One run for every package. Tests read the sources, so that no build is needed between a change and its test. */
import { statSync } from "node:fs"
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { configDefaults, defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Files that take longer than their size suggests: they start a browser, a server, processes or long property runs. */
const slow = [/audit-page\//, /store-(postgres|sqlite)\//, /scripts\//, /cli\//, /laws\//, /feasibility\//]

/** Starts the longest files first, so that no worker is left alone with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const { cache, config } = this.ctx
    const weight = ({ moduleId, project }: TestSpecification): number => {
      const path = moduleId.slice(config.root.length + 1)
      const recorded = cache.getFileTestResults(`${project.name}:${path}`)?.duration
      if (recorded !== undefined) return recorded
      return statSync(moduleId).size * (slow.some((folder) => folder.test(path)) ? 10 : 1)
    }
    return files.toSorted((a, b) => weight(b) - weight(a))
  }
}

export default defineConfig({
  resolve: {
    // A path rather than an export condition: in a copy of the repository, where mutants are made, the links in
    // node_modules still lead to the original.
    alias: [
      {
        find: /^@grootboek\/testing\/(\w+)$/,
        replacement: fileURLToPath(new URL("packages/testing/src/$1.ts", import.meta.url)),
      },
      {
        find: /^@grootboek\/(core|cli)\/(\w+)$/,
        replacement: fileURLToPath(new URL("packages/$1/src/$2.ts", import.meta.url)),
      },
      {
        find: /^@grootboek\/([a-z-]+)$/,
        replacement: fileURLToPath(new URL("packages/$1/src/index.ts", import.meta.url)),
      },
      {
        find: /^#platform$/,
        replacement: fileURLToPath(new URL("packages/grootboek/src/Platform.ts", import.meta.url)),
      },
      {
        find: /^grootboek$/,
        replacement: fileURLToPath(new URL("packages/grootboek/src/index.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts"],
    // Long tests run in `npm run isolated`.
    exclude: [...configDefaults.exclude, ...(process.env.TESTS === "long" ? [] : ["**/*.long.test.ts"])],
    pool: "forks",
    // Modules are loaded once per worker. `npm run isolated` gives each file its own process.
    isolate: false,
    // One more than there are processors: a fifth of the time a test waits, for a server, a browser or another process.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    sequence: { sequencer: LongestFirst },
    // A busy machine is slow, not wrong: only a test that hangs runs into these.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // What a source compiles to is kept by its content: a second run starts without compiling.
    experimental: { fsModuleCache: true, fsModuleCachePath: "node_modules/.cache/grootboek/vitest" },
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      reporter: ["text-summary", "html", "json-summary"],
    },
  },
})
