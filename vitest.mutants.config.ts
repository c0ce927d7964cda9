/** The tests that mutants of core have to pass: those that know core and are quick, and none that look at the repository. */
import { defineConfig } from "vitest/config"
import everything from "./vitest.config.ts"

export default defineConfig({
  ...everything,
  test: {
    ...everything.test,
    include: ["packages/core/test/**/*.test.ts", "packages/laws/test/{Laws,MemoryStore}.test.ts"],
    // The compiler and the bundler read the sources as they were.
    exclude: ["**/{Compile,Browser}.test.ts"],
    // Modules are loaded once for all files, and a mutant is switched on in them: loading took longer than the tests.
    isolate: false,
    env: { LAWS: "few" },
  },
})
