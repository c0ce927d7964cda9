#!/usr/bin/env node
/** The `grootboek` program as it is installed. */
const reader = require("./reader.cjs")

/** Loads a bundle. Required late: the process that waits for `verify` needs none. */
const load = (...names) => require("./program.cjs").load(...names)

const words = process.argv.slice(1)
const status = reader.isWanted(words) ? reader.run([...process.execArgv, ...words]) : "here"

if (status === "here") {
  const { program, keep } = load(require("./bundle.cjs").of(words.slice(1)))
  program.main().then(keep)
} else if (status === undefined) load("program.cjs").program.died()
else process.exitCode = status
