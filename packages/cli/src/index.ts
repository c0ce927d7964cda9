/** The command line as a function, for programs that tell a story or test one: runs a command, answers its status. */
import { Journal } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { commands } from "./commands/index.ts"
import { choose } from "./Language.ts"
import * as Messages from "./Messages.ts"
import { print } from "./Output.ts"
import * as Program from "./Program.ts"
import * as Render from "./Render.ts"

/** The version of the command line. */
export const version = "0.1.0"

/** Runs a command line (without the program's name) and answers its exit status; failures are told on standard error. */
export const run = async (argv: ReadonlyArray<string>): Promise<number> => {
  const language = choose(said(argv, "lang"), process.env)
  const ran = await Program.run(commands, language, version, argv)
  // A path or a word may hold what moves a terminal's cursor.
  if ("_tag" in ran)
    for (const line of ran.lines) process.stderr.write(`${line[language].replace(/(?!\n)\p{Cc}/gu, "·")}\n`)
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

/** What `verify` answers when the program that read the file for it died: it is damaged in a way that nobody can locate. */
export const died = async (argv: ReadonlyArray<string> = process.argv.slice(2)): Promise<void> => {
  const language = choose(said(argv, "lang"), process.env)
  const message = Messages.died[language]
  const finding = { position: 0, code: "ReaderDied", message }
  const found = { entries: 0, head: Journal.genesis.hash, findings: [finding], norms: [] }
  await Effect.runPromise(
    print(Render.verification(found, { format: said(argv, "format") ?? "text", language })),
  )
  process.exitCode = 1
}

const said = (argv: ReadonlyArray<string>, option: string): string | undefined =>
  argv.find((_, index) => argv[index - 1] === `--${option}`) ??
  argv.find((word) => word.startsWith(`--${option}=`))?.slice(`--${option}=`.length)
