/** Arguments and options of a command: what help says about each, and how its text is decoded. */
import { Money, type Year } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import type { Both } from "../words/Language.ts"
import type { Placeholder } from "../words/Placeholder.ts"
import * as UsageMessage from "../words/UsageMessage.ts"

/** What the parser read: a text, a switch, all texts of a repeated parameter, or nothing. */
export type ParsedValue = string | boolean | ReadonlyArray<string> | undefined

/** A parameter as it was typed: its name in messages, and its value. */
export interface Occurrence {
  readonly name: string
  readonly value: ParsedValue
}

/** A parameter that decodes to an `A`. Without a placeholder it is a switch. */
export interface Parameter<A> {
  readonly placeholder?: Placeholder
  readonly about: Both
  readonly choices?: ReadonlyArray<string>
  /** How a text may begin, for completion only. */
  readonly starts?: ReadonlyArray<string>
  readonly isRequired?: true
  readonly isRepeated?: true
  readonly decode: (occurrence: Occurrence) => Effect.Effect<A, CommandFailure>
}

/** A parameter that may be left out. */
export type Optional<A> = Parameter<A | undefined>

export const text = (placeholder: Placeholder, about: Both): Optional<string> => ({
  placeholder,
  about,
  decode: ({ value }) => Effect.succeed(typeof value === "string" ? value : undefined),
})

export const moment = (placeholder: Placeholder, about: Both): Optional<string> => ({
  ...text(placeholder, about),
  starts: ["plan:", "decision:", "position:", "time:"],
})

/** Returns a text that must be one of some choices. */
export const choice = <const C extends string>(
  placeholder: Placeholder,
  choices: ReadonlyArray<C>,
  about: Both,
): Optional<C> => ({
  ...parsed(
    text(placeholder, about),
    (text) => choices.find((one) => one === text),
    (name, text) => UsageMessage.notAChoice(name, text, choices),
  ),
  choices,
})

/** Returns a parameter whose texts must be of some choices, separated by commas or given one by one. */
export const choices = <const C extends string>(
  placeholder: Placeholder,
  choices: ReadonlyArray<C>,
  about: Both,
): Parameter<ReadonlyArray<C>> => ({
  ...listed(repeated(placeholder, about), choice(placeholder, choices, about)),
  choices,
})

/** Returns a parameter that may be given several times. */
export const repeated = (placeholder: Placeholder, about: Both): Parameter<ReadonlyArray<string>> => ({
  placeholder,
  about,
  isRepeated: true,
  decode: ({ value }) =>
    Effect.succeed(typeof value === "string" ? [value] : Array.isArray(value) ? value : []),
})

export const flag = (about: Both): Parameter<boolean> => ({
  about,
  decode: ({ value }) => Effect.succeed(value === true),
})

/** Returns a parameter that must be given. The parser reports the one that is missing. */
export const required = <A>(parameter: Optional<A>): Parameter<A> => ({
  ...parameter,
  isRequired: true,
  decode: (occurrence) =>
    Effect.flatMap(parameter.decode(occurrence), (value) =>
      value === undefined
        ? Effect.fail(usage(UsageMessage.optionMissing(occurrence.name)))
        : Effect.succeed(value),
    ),
})

/** Returns a repeated parameter that must be given at least once. */
export const requiredOnce = <A>(parameter: Parameter<ReadonlyArray<A>>): Parameter<ReadonlyArray<A>> => ({
  ...parameter,
  isRequired: true,
})

/** Returns a parameter with a value for when it is left out. */
export const withDefault = <A, const B>(parameter: Optional<A>, other: B): Parameter<A | B> => ({
  ...parameter,
  decode: (occurrence) => Effect.map(parameter.decode(occurrence), (value) => value ?? other),
})

/** Returns a parameter whose text is decoded further; `parse` returns undefined for a wrong text. */
export const parsed = <A>(
  parameter: Optional<string>,
  parse: (text: string) => A | undefined,
  message: (name: string, text: string) => Both,
): Optional<A> => ({
  ...parameter,
  decode: (occurrence) =>
    Effect.flatMap(parameter.decode(occurrence), (value) => {
      if (value === undefined) return Effect.succeed(undefined)
      const decoded = parse(value)
      return decoded === undefined
        ? Effect.fail(usage(message(occurrence.name, value)))
        : Effect.succeed(decoded)
    }),
})

/** Returns a parameter whose texts, separated by commas or given one by one, are decoded as one text is. */
const listed = <A>(
  list: Parameter<ReadonlyArray<string>>,
  one: Optional<A>,
): Parameter<ReadonlyArray<A>> => ({
  ...list,
  decode: ({ name, value }) =>
    Effect.gen(function* () {
      const words = (yield* list.decode({ name, value })).flatMap((text) => text.split(","))
      const values = yield* Effect.forEach(words, (word) => one.decode({ name, value: word.trim() }))
      return values.filter((value) => value !== undefined)
    }),
})

export const year = (placeholder: Placeholder, about: Both): Optional<number> =>
  parsed(text(placeholder, about), yearOf, UsageMessage.notAYear)

/** Returns years that are separated by commas, or given one by one. */
export const years = (placeholder: Placeholder, about: Both): Parameter<ReadonlyArray<number>> =>
  listed(repeated(placeholder, about), year(placeholder, about))

/** Returns a span of years, `2026-2031`, or one year. */
export const yearSpan = (placeholder: Placeholder, about: Both): Optional<Year.Years> =>
  parsed(text(placeholder, about), spanOf, UsageMessage.notYears)

/** Returns an amount in euro, `1000.50` or `1.000,50`. */
export const amount = (about: Both): Optional<Money.Money> =>
  parsed(text("EURO", about), amountOf, UsageMessage.notAnAmount)

/** Returns a position of the journal, a whole number from 1. */
export const position = (about: Both, placeholder: Placeholder = "POSITION"): Optional<number> =>
  parsed(
    text(placeholder, about),
    (words) => (/^[1-9]\d{0,14}$/.test(words) ? Number(words) : undefined),
    UsageMessage.notAPosition,
  )

const spanOf = (words: string): Year.Years | undefined => {
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(words.trim()) ?? []
  return first === undefined || Number(last) < Number(first)
    ? undefined
    : { first: Number(first), last: Number(last) }
}

const yearOf = (words: string): number | undefined => (/^\d{4}$/.test(words) ? Number(words) : undefined)

// `1.000` is a thousand in Belgium and one elsewhere: it is not taken. `0.005` has one meaning.
const amountOf = (words: string): Money.Money | undefined => {
  const text = words.trim()
  const notation = /^-?(?:0\.\d{3}|\d+(?:\.(?:\d{1,2}|\d{4,6}))?)$/.test(text) ? "plain" : "be"
  const isClear = notation === "plain" || text.includes(",") || text.split(".").length > 2
  return isClear ? Result.getOrUndefined(Money.parse(text, notation)) : undefined
}
