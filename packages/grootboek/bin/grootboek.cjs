#!/usr/bin/env node
/** The `grootboek` program as it is installed. */
const bundle = require("./bundle.cjs")
const { load } = require("./program.cjs")
const reader = require("./reader.cjs")

const words = process.argv.slice(1)
const status = reader.isWanted(words) ? reader.run([...process.execArgv, ...words]) : "here"

if (status === "here") {
  const { program, keep } = load(bundle.of(words.slice(1)))
  program.main().then(keep)
} else if (status === undefined) load("program.cjs").program.died()
else process.exitCode = status
