/** The tests of a mutation run: the quick ones of core and laws, and none that reads the repository. */
import { relative } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"
import everything from "../../vitest.config.ts"

/** Starts the file that noticed the mutant before, then the quickest: most mutants are noticed before the slow files begin. */
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
    // The bundler reads the unchanged sources.
    exclude: ["**/Browser.test.ts"],
    sequence: { sequencer: QuickFirst },
    setupFiles: ["packages/mutants/src/setup.ts"],
    env: { TESTS: "few" },
  },
})
