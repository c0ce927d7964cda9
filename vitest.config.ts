/** One run for every package: tests read the sources, so that no build stands between a change and its test. */
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

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
        find: /^@grootboek\/([a-z-]+)$/,
        replacement: fileURLToPath(new URL("packages/$1/src/index.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      reporter: ["text-summary", "html", "json-summary"],
    },
  },
})
