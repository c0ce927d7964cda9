/** The tests that mutants of core have to pass: those that know core and are quick, and none that look at the repository. */
import { relative } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"
import everything from "../../vitest.config.ts"

/** The file that noticed the mutant before first, then the quickest: most mutants die long before the slow files begin. */
class QuickFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const { cache, config } = this.ctx
    const timeOf = ({ moduleId, project }: TestSpecification): number => {
      const before = cache.getFileTestResults(`${project.name}:${relative(config.root, moduleId)}`)
      return before?.failed ? -1 : (before?.duration ?? 0)
    }
    return [...files].sort((a, b) => timeOf(a) - timeOf(b))
  }
}

/** Only these files of core's tests, when `npm run mutants -- --tests Plan,Structure` names them. */
const tests = process.env.MUTANT_TESTS?.split(",").map((name) => `packages/core/test/**/${name}.test.ts`)

export default defineConfig({
  ...everything,
  test: {
    ...everything.test,
    include: tests ?? ["packages/core/test/**/*.test.ts", "packages/laws/test/{Laws,MemoryStore}.test.ts"],
    // The compiler and the bundler read the sources as they were.
    exclude: ["**/{Compile,Browser}.test.ts"],
    // Modules are loaded once for all files, and a mutant is switched on in them: loading took longer than the tests.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    setupFiles: ["packages/mutants/src/setup.ts"],
    env: { LAWS: "few" },
  },
})
