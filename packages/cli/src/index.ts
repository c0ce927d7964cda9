/**
 * The command line as functions: runs a command and returns its exit status.
 *
 * @module @grootboek/cli
 */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { commands } from "./command/all.ts"
import * as Invocation from "./Invocation.ts"
import * as Format from "./output/Format.ts"
import * as Stdio from "./output/Stdio.ts"
import * as LedgerMessage from "./words/LedgerMessage.ts"

export { version } from "./Invocation.ts"

/** Runs a command line (without the name of the program), writes failures to standard error, and returns the exit status. */
export const run = (argv: ReadonlyArray<string>): Promise<number> => Invocation.run(commands, argv)

/** Runs the command line of this process and sets its exit status. */
export const main = (): Promise<void> => Invocation.main(commands)

/** Prints the answer of `verify` when the process that read the file crashed. */
export const died = async (argv: ReadonlyArray<string> = process.argv.slice(2)): Promise<void> => {
  const language = Invocation.languageOf(argv)
  Stdio.guard(language)
  const finding = { position: 0, code: "ReaderDied", message: LedgerMessage.readerDied[language] }
  const found = { entries: 0, head: Journal.genesis.hash, findings: [finding], norms: [] }
  const format = Invocation.optionOf(argv, "format") === "json" ? "json" : "text"
  await Effect.runPromise(Stdio.print(Format.verification(found, { format, language })))
  process.exitCode = 1
}
