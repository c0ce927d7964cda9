/**
 * Runs the tests with each file in a process of its own, properties with all their samples, and the long tests that `npm test`
 * leaves out. Files that start a browser or a server are left out here: what they test runs in other processes anyway.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { announce, root, status } from "./command.mjs"
import { setup } from "./setup.mjs"

const startsOthers = /@grootboek\/testing\/(Browser|PostgresServer)"/

/** @param {string} file a path from the root */
const isLeftOut = (file) =>
  !file.endsWith(".long.test.ts") && startsOthers.test(readFileSync(join(root, file), "utf8"))

const leftOut = ["packages", "examples"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
  .filter((file) => file.endsWith(".test.ts") && !file.includes("node_modules"))
  .filter(isLeftOut)

setup()
announce(`tests, each file in its own process, without ${leftOut.length} that start a browser or a server`)
process.env.TESTS = "long"
process.exit(
  status("vitest", [
    "run",
    "--isolate",
    ...leftOut.flatMap((file) => ["--exclude", file]),
    ...process.argv.slice(2),
  ]),
)
