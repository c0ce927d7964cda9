/** Names of what indicators measure, aim at and reach, in both languages. */
import type { Indicator } from "@grootboek/core"
import type { Judgment } from "@grootboek/core/answer"
import type { Both, Language } from "./Language.ts"

export const kind = (one: Indicator.IndicatorKind): Both => kinds[one]

export const aim = (one: Indicator.Aim): Both => aims[one]

export const frequency = (one: Indicator.Frequency): Both => frequencies[one]

export const verdict = (one: Judgment.Verdict, language: Language): string => verdicts[one][language]

const kinds: Readonly<Record<Indicator.IndicatorKind, Both>> = {
  count: { en: "count", nl: "aantal" },
  percent: { en: "percentage", nl: "percentage" },
  euro: { en: "euro", nl: "euro" },
  deed: { en: "deed", nl: "realisatie" },
  text: { en: "text", nl: "tekst" },
}

const aims: Readonly<Record<Indicator.Aim, Both>> = {
  atLeast: { en: "at least", nl: "minstens" },
  atMost: { en: "at most", nl: "hoogstens" },
  about: { en: "about", nl: "ongeveer" },
  rise: { en: "an increase", nl: "stijging" },
  follow: { en: "to follow", nl: "opvolging" },
}

const frequencies: Readonly<Record<Indicator.Frequency, Both>> = {
  week: { en: "a week", nl: "per week" },
  month: { en: "a month", nl: "per maand" },
  halfYear: { en: "a half year", nl: "per halfjaar" },
  year: { en: "a year", nl: "per jaar" },
  twoYears: { en: "in two years", nl: "per twee jaar" },
  plan: { en: "in the plan period", nl: "in de planperiode" },
}

const verdicts: Readonly<Record<Judgment.Verdict, Both>> = {
  reached: { en: "reached", nl: "gehaald" },
  behind: { en: "behind", nl: "achter" },
  notMeasured: { en: "not measured", nl: "niet gemeten" },
  notYetDue: { en: "not yet due", nl: "nog niet te beoordelen" },
  followed: { en: "followed", nl: "opgevolgd" },
}
