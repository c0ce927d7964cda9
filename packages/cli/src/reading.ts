/**
 * The commands that only read, as functions: a bundle of these alone loads in half the time.
 *
 * @module @grootboek/cli/reading
 */
import { commands } from "./command/reading.ts"
import * as Invocation from "./Invocation.ts"

/** Runs a command line (without the name of the program), writes failures to standard error, and returns the exit status. */
export const run = (argv: ReadonlyArray<string>): Promise<number> => Invocation.run(commands, argv)

/** Runs the command line of this process and sets its exit status. */
export const main = (): Promise<void> => Invocation.main(commands)

export const names: ReadonlyArray<string> = commands.map(({ name }) => name)
