/** Messages about refusals of indicators, targets, measurements and terms. */
import type { Refusal } from "@grootboek/core"
import type { MessageCatalogue } from "../Catalogue.ts"
import * as Figure from "../Figure.ts"
import { quote } from "../Quote.ts"

/** One message per refusal: the fact, then what to do. */
export const indicatorRefusals = {
  UnknownIndicator: ({ indicator }) => ({
    en: `Indicator ${quote(indicator)} is not declared.`,
    nl: `Indicator ${quote(indicator)} is niet opgegeven.`,
    next: {
      en: "Check the code, or declare it first (Adoption.declare).",
      nl: "Controleer de code, of geef de indicator eerst op (Adoption.declare).",
    },
    command: {
      en: "Check the code, or declare it first (--as indicators).",
      nl: "Controleer de code, of geef de indicator eerst op (--as indicators).",
    },
  }),
  NotCounted: ({ indicator }) => ({
    en: `Indicator ${quote(indicator)} is not a count, so its measurements do not add up. Write laatste in the column telling, or make it an aantal.`,
    nl: `Indicator ${quote(indicator)} is geen aantal; zijn metingen worden dus niet opgeteld. Zet laatste in de kolom telling, of maak er een aantal van.`,
  }),
  NotADeed: ({ indicator, value }) => ({
    en: `Indicator ${quote(indicator)} is a deed, and ${quote(value)} is neither 0 (not done) nor 1 (done). Correct the value.`,
    nl: `Indicator ${quote(indicator)} is een realisatie, en ${quote(Figure.decimal(value))} is geen 0 (niet gerealiseerd) of 1 (gerealiseerd). Verbeter de waarde.`,
  }),
  IndicatorInWords: ({ indicator }) => ({
    en: `Indicator ${quote(indicator)} is a text: it has the target opvolging and no value. Leave the value out, or choose another kind.`,
    nl: `Indicator ${quote(indicator)} is een tekst: de streefwaarde is opvolging, zonder waarde. Laat de waarde weg, of kies een andere soort.`,
  }),
  WordsMissing: ({ indicator }) => ({
    en: `Indicator ${quote(indicator)} is a text, and there are no words. Fill in the column toelichting.`,
    nl: `Indicator ${quote(indicator)} is een tekst, en er staat geen tekst. Vul de kolom toelichting in.`,
  }),
  TargetWithoutValue: ({ indicator }) => ({
    en: `The target of indicator ${quote(indicator)} has no value. Fill in the column waarde, or choose opvolging.`,
    nl: `De streefwaarde van indicator ${quote(indicator)} heeft geen waarde. Vul de kolom waarde in, of kies opvolging.`,
  }),
  TargetDayOutside: ({ indicator, day, from, until }) => ({
    en: `The target of indicator ${quote(indicator)} must be reached by ${day}, which is not a day from ${from} to ${until}. Correct the day.`,
    nl: `De streefwaarde van indicator ${quote(indicator)} moet gehaald zijn tegen ${day}; dat is geen dag van ${from} tot en met ${until}. Verbeter de datum.`,
  }),
  MarginWithoutAbout: ({ indicator }) => ({
    en: `The target of indicator ${quote(indicator)} has a margin, which only ongeveer uses. Leave the margin out, or choose ongeveer.`,
    nl: `De streefwaarde van indicator ${quote(indicator)} heeft een marge, die enkel bij ongeveer hoort. Laat de marge weg, of kies ongeveer.`,
  }),
  MeasurementWithoutValue: ({ indicator }) => ({
    en: `The measurement of indicator ${quote(indicator)} has no value. Fill in the column waarde.`,
    nl: `De meting van indicator ${quote(indicator)} heeft geen waarde. Vul de kolom waarde in.`,
  }),
  TermEndsBefore: ({ goal, from, until }) => ({
    en: `The term of ${quote(goal)} ends on ${until}, before its first year ${from}. Correct the year or the day.`,
    nl: `De termijn van ${quote(goal)} eindigt op ${until}, vóór het eerste jaar ${from}. Verbeter het jaar of de datum.`,
  }),
} satisfies Partial<MessageCatalogue<Refusal.Facts>>
