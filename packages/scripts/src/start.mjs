/** Installs, builds and runs the example of the W13 plan. */
import { build } from "./build.mjs"
import { announce } from "./command.mjs"
import { program } from "./program.mjs"

build()
announce("the W13 plan, from its budget lines to the statutory forms (examples/w13/main.ts)")
process.exit(program("examples/w13/main.ts", process.argv.slice(2)))
