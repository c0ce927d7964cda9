/** Runs a TypeScript program of the repository from its sources: `node packages/scripts/src/program.mjs FILE [ARGUMENTS]`. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { isMain, root, status } from "./command.mjs"
import { setup } from "./setup.mjs"

/**
 * Runs a program and returns its exit status.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {number}
 */
export const program = (file, args) => {
  setup()
  if (!existsSync(join(root, file))) {
    console.error(`${file} does not exist`)
    return 2
  }
  return status(process.execPath, ["--conditions=@grootboek/source", "--import", "tsx", file, ...args])
}

if (isMain(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  if (file === undefined) {
    console.error("usage: node packages/scripts/src/program.mjs FILE [ARGUMENTS]")
    process.exit(2)
  }
  process.exit(program(file, args))
}
