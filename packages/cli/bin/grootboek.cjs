#!/usr/bin/env node
/** The `grootboek` program as it is installed. */
const { load } = require("./program.cjs")

const { program, keep } = load()
program.main().then(() => keep())
