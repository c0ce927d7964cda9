/** Every check that does not run the ledger: types, lint, format and project checks. */
import { writeBlocks } from "./blocks.mjs"
import { announce, isMain, run } from "./command.mjs"
import { setup } from "./setup.mjs"

export const types = () => {
  announce("types: packages, examples, scripts, blocks of the documents")
  writeBlocks()
  run("tsc", ["--project", "tsconfig.json"])
  announce("types: core without Node and without the browser's globals")
  run("tsc", ["--project", "packages/core/tsconfig.json"])
}

export const lint = () => {
  announce("lint and format")
  run("biome", ["check", "--error-on-warnings", "."])
}

const project = () => {
  announce("project checks")
  run("vitest", ["run", "packages/scripts/test/project.test.ts"])
}

if (isMain(import.meta.url)) {
  setup()
  types()
  lint()
  project()
}
