/** Writes the API reference of every library package to docs/api. */
import { announce, run } from "./command.mjs"
import { setup } from "./setup.mjs"

setup()
announce("write the reference to docs/api/index.html")
run("typedoc", ["--options", "packages/scripts/typedoc.json", ...process.argv.slice(2)])
