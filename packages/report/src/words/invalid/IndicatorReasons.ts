/** Why an entry is not valid: indicators, their targets and measurements. */
import { quote } from "../Quote.ts"
import { reasonsOf } from "./Reasons.ts"

export const indicatorReasons = reasonsOf({
  UnknownIndicator: ({ indicator }) => ({
    en: `indicator ${quote(indicator)} is not declared`,
    nl: `indicator ${quote(indicator)} is niet opgegeven`,
  }),
  NotCounted: ({ indicator, kind }) => ({
    en: `indicator ${quote(indicator)} is a sum, but of kind ${kind}`,
    nl: `indicator ${quote(indicator)} is een som, maar van het type ${kind}`,
  }),
  TargetDayOutside: ({ indicator, day }) => ({
    en: `the target of indicator ${quote(indicator)} is due on ${day}, outside its years`,
    nl: `de streefwaarde van indicator ${quote(indicator)} geldt tegen ${day}, buiten de jaren ervan`,
  }),
  IndicatorInWords: ({ indicator }) => ({
    en: `indicator ${quote(indicator)} is in words, but has a value`,
    nl: `indicator ${quote(indicator)} is in woorden, maar heeft een waarde`,
  }),
  WordsMissing: ({ indicator }) => ({
    en: `indicator ${quote(indicator)} is in words, but has none`,
    nl: `indicator ${quote(indicator)} is in woorden, maar heeft er geen`,
  }),
  TargetWithoutValue: ({ indicator }) => ({
    en: `the target of indicator ${quote(indicator)} has no value`,
    nl: `de streefwaarde van indicator ${quote(indicator)} heeft geen waarde`,
  }),
  NotADeed: ({ indicator, value }) => ({
    en: `indicator ${quote(indicator)} is done (1) or not (0), not ${value}`,
    nl: `indicator ${quote(indicator)} is gedaan (1) of niet (0), niet ${value}`,
  }),
  MarginWithoutAbout: ({ indicator }) => ({
    en: `the target of indicator ${quote(indicator)} has a margin that its aim does not use`,
    nl: `de streefwaarde van indicator ${quote(indicator)} heeft een marge die het doel niet gebruikt`,
  }),
  MeasurementWithoutValue: ({ indicator }) => ({
    en: `a measurement of indicator ${quote(indicator)} has no value`,
    nl: `een meting van indicator ${quote(indicator)} heeft geen waarde`,
  }),
})
