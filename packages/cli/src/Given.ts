/** What several commands take in the same way: years, resolutions, who acts. Decoded once, here. */
import type { BudgetEvent, Year } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { type Failure, usage } from "./Failure.ts"
import { type Given, type Option, text } from "./Spec.ts"

/** The options that state a resolution. */
export const resolutionOptions: ReadonlyArray<Option> = [
  { name: "decision", value: "BODY", about: { en: "the body that decided", nl: "het orgaan dat besliste" } },
  {
    name: "date",
    value: "DAY",
    about: { en: "the day of its decision, 2026-06-30", nl: "de dag van het besluit, 2026-06-30" },
  },
  {
    name: "reference",
    value: "REF",
    about: { en: "the reference of its decision", nl: "de referentie van het besluit" },
  },
]

/** The option that names who records; an opaque id, never a person's name. */
export const actorOption: Option = {
  name: "actor",
  value: "ID",
  about: {
    en: "who records: an opaque id, never a name (default: cli)",
    nl: "wie boekt: een betekenisloze id, nooit een naam (standaard: cli)",
  },
}

/** The option that names the years whose credits a plan sets. */
export const creditYearsOption: Option = {
  name: "credit-years",
  value: "YEARS",
  about: {
    en: "the years whose credits (M3) the plan sets: 2026 or 2026,2027",
    nl: "de jaren waarvan het plan de kredieten (M3) vaststelt: 2026 of 2026,2027",
  },
}

/** Who records. */
export const actor = (given: Given): string => text(given, "actor") ?? "cli"

/** A span of years, `2026-2031` or one year. */
export const span = (words: string): Effect.Effect<Year.Years, Failure> => {
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(words) ?? []
  return first === undefined || Number(last) < Number(first)
    ? Effect.fail(
        usage({
          en: `--years ${words}: write the first and the last year, such as 2026-2031`,
          nl: `--years ${words}: schrijf het eerste en het laatste jaar, zoals 2026-2031`,
        }),
      )
    : Effect.succeed({ first: Number(first), last: Number(last) })
}

/** One year. */
export const year = (words: string): Effect.Effect<number, Failure> =>
  /^\d{4}$/.test(words)
    ? Effect.succeed(Number(words))
    : Effect.fail(
        usage({
          en: `${words}: write a year in four digits`,
          nl: `${words}: schrijf een jaar in vier cijfers`,
        }),
      )

/** A position of the journal. */
export const position = (words: string): Effect.Effect<number, Failure> =>
  /^[1-9]\d{0,14}$/.test(words)
    ? Effect.succeed(Number(words))
    : Effect.fail(
        usage({
          en: `${words}: write a position, a whole number from 1`,
          nl: `${words}: schrijf een positie, een geheel getal vanaf 1`,
        }),
      )

/** The years whose credits are set, if they were given. */
export const creditYears = Effect.fnUntraced(function* (
  given: Given,
): Effect.fn.Return<ReadonlyArray<number> | undefined, Failure> {
  const words = text(given, "credit-years")
  return words === undefined
    ? undefined
    : yield* Effect.all(words.split(",").map((word) => year(word.trim())))
})

/** The resolution that was given; a body without a day, or a day without a body, is wrong usage. */
export const resolution = (given: Given): Effect.Effect<BudgetEvent.Resolution | undefined, Failure> => {
  const [body, date, reference] = ["decision", "date", "reference"].map((name) => text(given, name))
  if (body === undefined && date === undefined && reference === undefined) return Effect.succeed(undefined)
  if (body === undefined || date === undefined) {
    return Effect.fail(
      usage({
        en: "a resolution needs --decision BODY and --date DAY together",
        nl: "een besluit vraagt --decision ORGAAN en --date DAG samen",
      }),
    )
  }
  return Effect.succeed({ body, date, ...(reference === undefined ? {} : { reference }) })
}
