/** The options of the repository's programs: every program answers `--help`, and rejects an option that it does not have. */
import { type ParseArgsConfig, parseArgs } from "node:util"

/**
 * Reads the options of a program from its command line.
 *
 * `--help` prints the usage and exits with 0. An unknown option, or an option without its value, prints the reason and the
 * usage, and exits with 2, so that a long campaign never starts with other settings than were asked for.
 *
 * @param usage the whole text: how the program is called, and a line for each option
 * @param options as `parseArgs` of Node.js takes them
 */
export const read = <const Options extends NonNullable<ParseArgsConfig["options"]>>(
  usage: string,
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options }>>["values"] => {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs({ options }).values
  } catch (cause) {
    return reject(usage, cause instanceof Error ? cause.message : String(cause))
  }
}

/** Reads the whole number that an option gives: `name` is the option with its dashes, `least` the smallest value (default 0). */
export const wholeNumber = (
  usage: string,
  option: { readonly name: string; readonly value: string; readonly least?: number },
): number => {
  const { name, value, least = 0 } = option
  const number = value.trim() === "" ? Number.NaN : Number(value)
  if (Number.isSafeInteger(number) && number >= least) return number
  return reject(usage, `${name} takes a whole number from ${least}, not ${JSON.stringify(value)}`)
}

/** Prints why a command line is rejected and how the program is called, and ends the process with status 2. */
export const reject = (usage: string, reason: string): never => {
  console.error(`${reason}\n\n${usage}`)
  process.exit(2)
}
