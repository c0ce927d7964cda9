/** The command line as functions: runs a command and returns its exit status. */
import { ShownText } from "@grootboek/cells"
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { commands } from "./command/all.ts"
import * as Format from "./output/Format.ts"
import * as Stdio from "./output/Stdio.ts"
import * as Program from "./Program.ts"
import { masked } from "./words/Address.ts"
import { choose, type Language } from "./words/Language.ts"
import * as LedgerMessage from "./words/LedgerMessage.ts"

/** The version of the command line. */
export const version = "0.1.0"

/** Runs a command line (without the name of the program), writes failures to standard error, and returns the exit status. */
export const run = async (argv: ReadonlyArray<string>): Promise<number> => {
  const language = languageOf(argv)
  const { status, lines } = await Program.run(commands, argv, { language, version })
  // Control characters in a path or a text could move the cursor of a terminal.
  for (const line of lines) process.stderr.write(`${ShownText.of(masked(line[language]))}\n`)
  return status
}

/** Runs the command line of this process and sets its exit status. */
export const main = async (): Promise<void> => {
  const argv = process.argv.slice(2)
  Stdio.guard(languageOf(argv))
  process.exitCode = await run(argv)
}

/** Prints the answer of `verify` when the process that read the file crashed. */
export const died = async (argv: ReadonlyArray<string> = process.argv.slice(2)): Promise<void> => {
  const language = languageOf(argv)
  Stdio.guard(language)
  const finding = { position: 0, code: "ReaderDied", message: LedgerMessage.readerDied[language] }
  const found = { entries: 0, head: Journal.genesis.hash, findings: [finding], norms: [] }
  const format = optionOf(argv, "format") === "json" ? "json" : "text"
  await Effect.runPromise(Stdio.print(Format.verification(found, { format, language })))
  process.exitCode = 1
}

const languageOf = (argv: ReadonlyArray<string>): Language => choose(optionOf(argv, "lang"), process.env)

const optionOf = (argv: ReadonlyArray<string>, option: string): string | undefined =>
  argv.find((_, index) => argv[index - 1] === `--${option}`) ??
  argv.find((word) => word.startsWith(`--${option}=`))?.slice(`--${option}=`.length)
