/** The tests that mutants of core have to pass: those that know core, and none that look at the repository. */
import { defineConfig } from "vitest/config"
import everything from "./vitest.config.ts"

export default defineConfig({
  ...everything,
  test: { ...everything.test, include: ["packages/{core,laws}/test/**/*.test.ts"] },
})
