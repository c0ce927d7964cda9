/** The command line as a function, for programs that tell a story or test one: runs a command, answers its status. */
import { commands } from "./commands/index.ts"
import { choose } from "./Language.ts"
import * as Program from "./Program.ts"

/** The version of the command line. */
export const version = "0.1.0"

/** Runs a command line (without the program's name) and answers its exit status; failures are told on standard error. */
export const run = async (argv: ReadonlyArray<string>): Promise<number> => {
  const asked =
    argv.find((_, index) => argv[index - 1] === "--lang") ??
    argv.find((word) => word.startsWith("--lang="))?.slice("--lang=".length)
  const language = choose(asked, process.env)
  const ran = await Program.run(commands, language, version, argv)
  if ("_tag" in ran) for (const line of ran.lines) process.stderr.write(`${line[language]}\n`)
  return ran.status
}

/** The `grootboek` program: runs the command that its own command line names, and ends with its status. */
export const main = async (): Promise<void> => {
  // A reader that closes the pipe has read enough.
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code === "EPIPE") process.exit(0)
    throw cause
  })
  process.exitCode = await run(process.argv.slice(2))
}
