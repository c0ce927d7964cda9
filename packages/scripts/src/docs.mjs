/** The reference of every library package, from its doc comments, into docs/api. */
import { announce, run } from "./command.mjs"
import { setup } from "./setup.mjs"

setup()
announce("write the reference to docs/api/index.html")
run("typedoc", ["--options", "packages/scripts/typedoc.json", ...process.argv.slice(2)])
