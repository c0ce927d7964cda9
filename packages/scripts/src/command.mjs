/** Commands of the toolchain: they run at the root of the repository, and a failure ends the script. */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../..", import.meta.url))

// Fails before anything is installed: an older Node stops in the middle with an error about syntax.
const needed = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node.replace(">=", "")
if (process.versions.node.localeCompare(needed, "en", { numeric: true }) < 0) {
  console.error(
    `Node ${needed} or later is needed; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  )
  process.exit(3)
}

// The tools of the root first: its compiler is the native one.
const path = [
  join(root, "node_modules", ".bin"),
  join(root, "packages", "scripts", "node_modules", ".bin"),
  process.env.PATH,
].join(delimiter)

/**
 * Runs a command and returns its exit status.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {number}
 */
export const status = (name, args) => {
  const { error, status } = spawnSync(name, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  })
  if (error) throw error
  return status ?? 1
}

/**
 * Runs a command and exits if it fails.
 *
 * @param {string} name
 * @param {readonly string[]} args
 */
export const run = (name, args) => {
  const code = status(name, args)
  if (code !== 0) process.exit(code)
}

/**
 * Prints the heading of a step.
 *
 * @param {string} what
 */
export const announce = (what) => console.log(`\n── ${what}`)

/**
 * Returns whether a script was started directly and not imported.
 *
 * @param {string} url the script's `import.meta.url`
 */
export const isMain = (url) => fileURLToPath(url) === process.argv[1]
