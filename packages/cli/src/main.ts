/** The `grootboek` program: reads its command line, runs one command, ends with its status. */
import { commands } from "./commands/index.ts"
import { choose } from "./Language.ts"
import * as Program from "./Program.ts"

const version = "0.1.0"

const argv = process.argv.slice(2)
const asked =
  argv.find((_, index) => argv[index - 1] === "--lang") ??
  argv.find((word) => word.startsWith("--lang="))?.slice("--lang=".length)
const language = choose(asked, process.env)

// A reader that closes the pipe has read enough.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code === "EPIPE") process.exit(0)
  throw cause
})

const ran = await Program.run(commands, language, version, argv)
if ("_tag" in ran) for (const line of ran.lines) process.stderr.write(`${line[language]}\n`)
process.exitCode = ran.status
