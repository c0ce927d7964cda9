/** The tests of a mutation run: the quick ones of core and laws, and none that reads the repository. */
import { existsSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"
import everything from "../../vitest.config.ts"
import { folder, textsFile } from "./src/Trial.ts"

/** Starts the quickest files first: most mutants are noticed before the slow files begin. */
class QuickFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const { cache, config } = this.ctx
    const timeOf = ({ moduleId, project }: TestSpecification): number =>
      cache.getFileTestResults(`${project.name}:${relative(config.root, moduleId)}`)?.duration ?? 0
    return [...files].sort((a, b) => timeOf(a) - timeOf(b))
  }
}

/** The names or paths in a variable, separated by commas. */
const listed = (text = ""): ReadonlyArray<string> => text.split(",").filter((name) => name !== "")

/** Only these files of core's tests, when `npm run mutants -- --tests Plan,Structure` names them. */
const named = listed(process.env.MUTANT_TESTS).map((name) => `packages/core/test/**/${name}.test.ts`)
const quick = ["packages/core/test/**/*.test.ts", "packages/laws/test/{Laws,MemoryStore}.test.ts"]
const files = listed(process.env.MUTANT_FILES)

/** The text of each changed file with all its mutants. */
const texts: Readonly<Record<string, string>> = existsSync(textsFile)
  ? JSON.parse(readFileSync(textsFile, "utf8"))
  : {}

export default defineConfig({
  ...everything,
  plugins: [{ name: "mutants", enforce: "pre", load: (id: string) => texts[id] }],
  test: {
    ...everything.test,
    include: files.length > 0 ? [...files] : named.length > 0 ? named : quick,
    // The bundler reads the unchanged sources.
    exclude: ["**/Browser.test.ts"],
    runner: "packages/mutants/src/Runner.ts",
    maxWorkers: 1,
    sequence: { sequencer: QuickFirst },
    setupFiles: ["packages/mutants/src/setup.ts"],
    env: { TESTS: "few" },
    // What a mutant leaves behind may fail after its test.
    dangerouslyIgnoreUnhandledErrors: true,
    experimental: { fsModuleCache: true, fsModuleCachePath: join(folder, "modules") },
  },
})
