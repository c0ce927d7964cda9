/** A command: its name, its help, its parameters, and what it does. Each has a file of its own. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { CommandFailure } from "../words/CommandFailure.ts"
import type { Both, Language } from "../words/Language.ts"
import { placeholders } from "../words/Placeholder.ts"
import type { Parameter, ParsedValue } from "./Parameter.ts"

/** The exit status of a command that ran: without findings, or with findings. */
export type ExitStatus = 0 | 1

/** Parameters by name. Arguments are taken in this order. */
export type Parameters = Readonly<Record<string, Parameter<unknown>>>

export type Values<P extends Parameters> = {
  readonly [N in keyof P]: P[N] extends Parameter<infer A> ? A : never
}

/** What a command runs on. */
export interface Input<A extends Parameters, O extends Parameters> {
  readonly language: Language
  readonly args: Values<A>
  readonly options: Values<O>
}

/** What the parser read from a command line, by the names of the parameters. */
export interface ParsedLine {
  readonly language: Language
  readonly args: Readonly<Record<string, ParsedValue>>
  readonly options: Readonly<Record<string, ParsedValue>>
}

/** A command as the parser uses it. `name` may be two words (`branch new`). */
export interface Subcommand {
  readonly name: string
  /** Another name that is accepted. */
  readonly alias?: string
  readonly about: Both
  /** Help below the options: examples, exit status. */
  readonly more?: Both
  readonly args: Parameters
  readonly options: Parameters
  readonly run: (line: ParsedLine) => Effect.Effect<ExitStatus, CommandFailure>
}

export interface Definition<A extends Parameters, O extends Parameters>
  extends Omit<Subcommand, "args" | "options" | "run"> {
  readonly args: A
  readonly options: O
  /** Runs the command; one without an exit status of its own ends with 0. */
  readonly run: (
    input: Input<A, O>,
  ) =>
    | Effect.Effect<ExitStatus, CommandFailure, Scope.Scope>
    | Effect.Effect<void, CommandFailure, Scope.Scope>
}

/** Returns a command that decodes its parameters before it runs. A misspelt parameter name does not compile. */
export const define = <A extends Parameters, O extends Parameters>(
  definition: Definition<A, O>,
): Subcommand => ({
  ...definition,
  run: Effect.fnUntraced(function* (line: ParsedLine) {
    const args = yield* decodeAll(definition.args, line.args, (name, { placeholder }) =>
      placeholder === undefined ? name : placeholders[placeholder][line.language],
    )
    const options = yield* decodeAll(definition.options, line.options, (name) => `--${name}`)
    return (yield* definition.run({ language: line.language, args, options })) === 1 ? 1 : 0
  }, Effect.scoped),
})

const decodeAll = Effect.fnUntraced(function* <P extends Parameters>(
  parameters: P,
  values: Readonly<Record<string, ParsedValue>>,
  nameOf: (name: string, parameter: Parameter<unknown>) => string,
): Effect.fn.Return<Values<P>, CommandFailure> {
  const decoded: Record<string, unknown> = {}
  for (const [name, parameter] of Object.entries(parameters))
    decoded[name] = yield* parameter.decode({ name: nameOf(name, parameter), value: values[name] })
  // The loop decodes every name of P with the decoder of its type, which the type checker cannot follow.
  return decoded as Values<P>
})
