/** Installs, builds and runs the example of the W13 plan. */
import { build } from "./build.mjs"
import { announce } from "./command.mjs"
import { program } from "./program.mjs"

build()
announce("the W13 plan 2026-2031, from its budget lines to the statutory forms")
process.exit(program("examples/w13/start.ts", process.argv.slice(2)))
