/** The command line: parsed by commander, with help and errors in the user's language. */
import * as Effect from "effect/Effect"
import type { ParsedLine, Subcommand } from "./command/Command.ts"
import type { ParsedValue } from "./command/Parameter.ts"
import { isParserError, Parser } from "./Parser.ts"
import * as Telemetry from "./session/Telemetry.ts"
import type { CommandFailure } from "./words/CommandFailure.ts"
import * as HelpText from "./words/HelpText.ts"
import { Current, type Language } from "./words/Language.ts"

/** The exit status of a command line, with the lines of its failure. */
export interface ProgramResult {
  readonly status: number
  readonly lines: CommandFailure["lines"]
}

/** Parses a command line and runs the command that it names. */
export const run = async (
  commands: ReadonlyArray<Subcommand>,
  argv: ReadonlyArray<string>,
  { language, version }: { readonly language: Language; readonly version: string },
): Promise<ProgramResult> => {
  let result: ProgramResult = { status: 0, lines: [] }
  const program = new Parser("grootboek", language)
    .description(HelpText.program[language])
    .version(version, "-V, --version", HelpText.version[language])
  const groups = new Map<string, Parser>()
  for (const command of asked(commands, argv)) {
    const [first = "", second] = command.name.split(" ")
    if (second !== undefined && !groups.has(first))
      groups.set(first, program.group(first, HelpText.groups[first] ?? command.about))
    const parent = second === undefined ? program : (groups.get(first) ?? program)
    const parser = parent.define(second ?? first, command)
    if (command.alias !== undefined) parser.alias(command.alias)
    parser.action(async () => {
      const ran = await Effect.runPromise(
        Telemetry.run(command.name, command.run(lineOf(parser, command, language))).pipe(
          Effect.result,
          Effect.provideService(Current, language),
        ),
      )
      result = ran._tag === "Success" ? { status: ran.success, lines: [] } : ran.failure
    })
  }
  try {
    await program.parseAsync([...argv], { from: "user" })
    return result
  } catch (cause) {
    // Help and the version end the parser too, with status 0.
    if (!isParserError(cause)) throw cause
    return { status: cause.exitCode === 0 ? 0 : 2, lines: [] }
  }
}

// The options of all commands take milliseconds to define: of a command that is named first, only its own are.
const asked = (
  commands: ReadonlyArray<Subcommand>,
  [first]: ReadonlyArray<string>,
): ReadonlyArray<Subcommand> => {
  const named = commands.filter(({ name }) => name.split(" ")[0] === first)
  return named.length > 0 ? named : commands
}

const lineOf = (parser: Parser, command: Subcommand, language: Language): ParsedLine => {
  const options: Record<string, ParsedValue> = Object.create(null)
  for (const option of parser.options) options[option.name()] = parser.getOptionValue(option.attributeName())
  const names = Object.keys(command.args)
  const args = Object.fromEntries(names.map((name, index) => [name, parser.processedArgs[index]]))
  return { language, args, options }
}
