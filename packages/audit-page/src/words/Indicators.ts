/** Indicators, their targets and measurements, and the verdicts on them. */
import { DeclaredName, IndicatorName } from "@grootboek/core/answer"

export const indicators = {
  ...{ verdicts: IndicatorName.verdicts, aims: IndicatorName.aims, frequencies: IndicatorName.frequencies },
  lists: DeclaredName.lists,
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
  targets: { nl: "Streefwaarden en wie erover besliste", en: "Targets, and who decided them" },
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
  aside: {
    nl: "Een filter op actie, besluit of bestand geldt ook hier; andere filters gaan over mutaties.",
    en: "A filter by action, decision or file applies here too; other filters are about postings.",
  },
}
