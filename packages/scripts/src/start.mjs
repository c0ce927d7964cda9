/** Installs, builds and runs the example of the W13 plan. The output of the installation goes to `out/setup.log`. */
import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { announce, root } from "./command.mjs"
import { program } from "./program.mjs"

const log = join("out", "setup.log")

/** Installs and builds, and prints a dot every three seconds; a failure ends the script with the last lines of the log. */
const prepare = async () => {
  mkdirSync(join(root, "out"), { recursive: true })
  const output = openSync(join(root, log), "w")
  announce(`install and build; the output is in ${log}`)
  const script = join(root, "packages", "scripts", "src", "build.mjs")
  const child = spawn(process.execPath, [script], { stdio: ["ignore", output, output] })
  const dots = setInterval(() => process.stdout.write("."), 3000)
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", resolve)
  })
  clearInterval(dots)
  closeSync(output)
  console.log("")
  if (status === 0) return
  console.error(readFileSync(join(root, log), "utf8").trimEnd().split("\n").slice(-15).join("\n"))
  process.exit(status ?? 1)
}

await prepare()
announce("the W13 plan 2026-2031, from its budget lines to the statutory forms")
process.exit(program("examples/w13/start.ts", process.argv.slice(2)))
