/** The tests that mutants of core have to pass: those that know core and are quick, and none that look at the repository. */
import { defineConfig } from "vitest/config"
import everything from "./vitest.config.ts"

export default defineConfig({
  ...everything,
  test: {
    ...everything.test,
    include: ["packages/core/test/**/*.test.ts", "packages/laws/test/{Laws,MemoryStore}.test.ts"],
    // The compiler and the bundler read the sources as they were; the others go through every byte of an archive, or
    // through thousands of samples, and are about modules that the default run leaves alone.
    exclude: ["**/{Compile,Browser,Archive,Checkpoint,Glance,Snapshot,Shortcut,Columns,Live}.test.ts"],
    env: { LAWS: "few" },
  },
})
