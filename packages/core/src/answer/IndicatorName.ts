/**
 * The names of what indicators measure, aim at and reach, in English and Dutch: reports and the audit page show the same.
 *
 * ```ts
 * IndicatorName.verdicts.reached.nl // => "gehaald"
 * IndicatorName.aims.atLeast.en // => "at least"
 * IndicatorName.kinds.count.nl // => "aantal"
 * IndicatorName.frequencies.halfYear.nl // => "per halfjaar"
 * ```
 */
import type { Aim, Frequency, IndicatorKind } from "../event/Indicator.ts"
import type { Verdict } from "./Judgment.ts"
import type { BothNames } from "./LawName.ts"

/** What an indicator measures (soort). */
export const kinds: Readonly<Record<IndicatorKind, BothNames>> = {
  count: { en: "count", nl: "aantal" },
  percent: { en: "percentage", nl: "percentage" },
  euro: { en: "euro", nl: "euro" },
  deed: { en: "deed", nl: "realisatie" },
  text: { en: "text", nl: "tekst" },
}

/** The direction of a target (streefwaarde). */
export const aims: Readonly<Record<Aim, BothNames>> = {
  atLeast: { en: "at least", nl: "minstens" },
  atMost: { en: "at most", nl: "hoogstens" },
  about: { en: "about", nl: "ongeveer" },
  rise: { en: "an increase", nl: "stijging" },
  follow: { en: "to follow", nl: "opvolging" },
}

/** How often an indicator is measured, as the end of its target. */
export const frequencies: Readonly<Record<Frequency, BothNames>> = {
  week: { en: "a week", nl: "per week" },
  month: { en: "a month", nl: "per maand" },
  halfYear: { en: "a half year", nl: "per halfjaar" },
  year: { en: "a year", nl: "per jaar" },
  twoYears: { en: "in two years", nl: "per twee jaar" },
  plan: { en: "in the plan period", nl: "in de planperiode" },
}

/** The verdict on an indicator in a period (beoordeling). */
export const verdicts: Readonly<Record<Verdict, BothNames>> = {
  reached: { en: "reached", nl: "gehaald" },
  behind: { en: "behind", nl: "achter" },
  notMeasured: { en: "not measured", nl: "niet gemeten" },
  notYetDue: { en: "not yet due", nl: "nog niet te beoordelen" },
  followed: { en: "followed", nl: "opgevolgd" },
}
