/** Indicators, their targets and measurements, and the verdicts on them. */
import type { Indicator } from "@grootboek/core"
import type { DeclaredChange, Judgment } from "@grootboek/core/answer"
import type { Bilingual } from "./Bilingual.ts"

const verdicts: Readonly<Record<Judgment.Verdict, Bilingual>> = {
  reached: { nl: "gehaald", en: "reached" },
  behind: { nl: "achter", en: "behind" },
  notMeasured: { nl: "niet gemeten", en: "not measured" },
  notYetDue: { nl: "nog niet te beoordelen", en: "not yet due" },
  followed: { nl: "opgevolgd", en: "followed" },
}

const aims: Readonly<Record<Indicator.Aim, Bilingual>> = {
  atLeast: { nl: "minstens", en: "at least" },
  atMost: { nl: "hoogstens", en: "at most" },
  about: { nl: "ongeveer", en: "about" },
  rise: { nl: "stijging", en: "rise" },
  follow: { nl: "opvolging", en: "to follow" },
}

const frequencies: Readonly<Record<Indicator.Frequency, Bilingual>> = {
  week: { nl: "per week", en: "a week" },
  month: { nl: "per maand", en: "a month" },
  halfYear: { nl: "per halfjaar", en: "a half year" },
  year: { nl: "per jaar", en: "a year" },
  twoYears: { nl: "per twee jaar", en: "in two years" },
  plan: { nl: "in de planperiode", en: "in the plan period" },
}

const kinds: Readonly<Record<Indicator.IndicatorKind, Bilingual>> = {
  count: { nl: "aantal", en: "count" },
  percent: { nl: "percentage", en: "percentage" },
  euro: { nl: "euro", en: "euro" },
  deed: { nl: "realisatie", en: "deed" },
  text: { nl: "tekst", en: "text" },
}

const lists: Readonly<Record<DeclaredChange.ChangedList, Bilingual>> = {
  indicators: { nl: "indicator", en: "indicator" },
  targets: { nl: "streefwaarde", en: "target" },
  goalTexts: { nl: "tekst", en: "text" },
  chapterTexts: { nl: "hoofdstuk", en: "chapter" },
  headings: { nl: "hoofding", en: "heading" },
}

/** The fields whose name in the journal is not a word that the reader knows. */
const fields: ReadonlyMap<string, Bilingual> = new Map([
  ["goal", { nl: "doelstelling", en: "objective" }],
  ["name", { nl: "naam", en: "name" }],
  ["text", { nl: "toelichting", en: "explanation" }],
  ["kind", { nl: "soort", en: "kind" }],
  ["unit", { nl: "eenheid", en: "unit" }],
  ["per", { nl: "per", en: "per" }],
  ["every", { nl: "om de", en: "every" }],
  ["total", { nl: "telling", en: "total" }],
  ["aim", { nl: "richting", en: "direction" }],
  ["value", { nl: "waarde", en: "value" }],
  ["margin", { nl: "marge", en: "margin" }],
  ["by", { nl: "tegen", en: "by" }],
  ["description", { nl: "omschrijving", en: "description" }],
  ["commentary", { nl: "commentaar", en: "commentary" }],
  ["term.from", { nl: "termijn vanaf", en: "first year" }],
  ["term.until", { nl: "termijn tot", en: "last day" }],
  ["term.text", { nl: "uitvoeringstermijn", en: "term" }],
  ["priority", { nl: "prioritair", en: "priority" }],
  ["status", { nl: "status", en: "status" }],
  ["staffInKind", { nl: "VTE in natura", en: "staff in kind" }],
  ["indicators", { nl: "indicatoren", en: "indicators" }],
  ["title", { nl: "titel", en: "title" }],
])

export const indicators = {
  ...{ verdicts, aims, frequencies, kinds, lists, fields },
  title: { nl: "Indicatoren", en: "Indicators" },
  none: {
    nl: "Dit plan heeft op dit moment geen indicatoren.",
    en: "This plan has no indicators at this moment.",
  },
  noneKept: { nl: "Geen enkele indicator voldoet.", en: "No indicator is left." },
  on: { nl: "Beoordeeld op", en: "Judged on" },
  all: { nl: "Alle", en: "All" },
  any: { nl: "Beoordeling", en: "Verdict" },
  count: {
    nl: (shown: string, all: string) => `${shown} van ${all} indicatoren`,
    en: (shown: string, all: string) => `${shown} of ${all} indicators`,
  },
  coverage: {
    nl: (covered: string, active: string) => `${covered} van ${active} lopende acties hebben een indicator.`,
    en: (covered: string, active: string) => `${covered} of ${active} active actions have an indicator.`,
  },
  missing: { nl: "Acties zonder indicator", en: "Actions without an indicator" },
  indicator: { nl: "Indicator", en: "Indicator" },
  target: { nl: "Streefwaarde", en: "Target" },
  measured: { nl: "Gemeten", en: "Measured" },
  share: { nl: "%", en: "%" },
  period: { nl: "Periode", en: "Period" },
  verdict: { nl: "Beoordeling", en: "Verdict" },
  part: { nl: "Deel", en: "Part" },
  from: { nl: "Vanaf", en: "From" },
  day: { nl: "Dag", en: "Day" },
  code: { nl: "Code", en: "Code" },
  field: { nl: "Gegeven", en: "Field" },
  recorded: { nl: "Besluit en boeking", en: "Decision and entry" },
  explanation: { nl: "Toelichting", en: "Explanation" },
  periods: { nl: "Per periode", en: "By period" },
  targets: { nl: "Streefwaarden en wie ze besliste", en: "Targets, and who decided them" },
  measurements: { nl: "Metingen", en: "Measurements" },
  unmeasured: { nl: "Er is nog niets gemeten.", en: "Nothing was measured yet." },
  baseline: {
    nl: (value: string) => `te overtreffen: ${value}`,
    en: (value: string) => `to exceed: ${value}`,
  },
  done: { nl: "gerealiseerd", en: "done" },
  notDone: { nl: "niet gerealiseerd", en: "not done" },
  by: { nl: "tegen", en: "by" },
  semester: { nl: "semester", en: "half" },
  week: { nl: "week", en: "week" },
  changes: {
    nl: "Wat elk besluit aan indicatoren en teksten wijzigde",
    en: "What each decision changed in indicators and texts",
  },
  yes: { nl: "ja", en: "yes" },
  no: { nl: "nee", en: "no" },
  sum: { nl: "som", en: "sum" },
  last: { nl: "laatste", en: "latest" },
  aside: {
    nl: "Een filter op actie, beslissing of bestand geldt ook hier; andere filters gaan over mutaties.",
    en: "A filter by action, decision or file applies here too; other filters are about postings.",
  },
}
