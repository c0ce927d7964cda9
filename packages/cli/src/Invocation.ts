/** An invocation of the command line: its language, its failures on standard error, and its exit status. */
import { ShownText } from "@grootboek/cells"
import type { Subcommand } from "./command/Command.ts"
import * as Stdio from "./output/Stdio.ts"
import * as Program from "./Program.ts"
import { masked } from "./words/Address.ts"
import { choose, type Language } from "./words/Language.ts"

export const version = "0.1.0"

/** Runs a command line (without the name of the program), writes failures to standard error, and returns the exit status. */
export const run = async (
  commands: ReadonlyArray<Subcommand>,
  argv: ReadonlyArray<string>,
): Promise<number> => {
  const language = languageOf(argv)
  const { status, lines } = await Program.run(commands, argv, { language, version })
  // Control characters in a path or a text could move the cursor of a terminal.
  for (const line of lines) process.stderr.write(`${ShownText.of(masked(line[language]))}\n`)
  return status
}

/** Runs the command line of this process and sets its exit status. */
export const main = async (commands: ReadonlyArray<Subcommand>): Promise<void> => {
  const argv = process.argv.slice(2)
  Stdio.guard(languageOf(argv))
  process.exitCode = await run(commands, argv)
}

/** Returns the language that a command line or the environment names. */
export const languageOf = (argv: ReadonlyArray<string>): Language =>
  choose(optionOf(argv, "lang"), process.env)

export const optionOf = (argv: ReadonlyArray<string>, option: string): string | undefined =>
  argv.find((_, index) => argv[index - 1] === `--${option}`) ??
  argv.find((word) => word.startsWith(`--${option}=`))?.slice(`--${option}=`.length)
