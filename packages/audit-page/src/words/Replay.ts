/** The steps of a version of the plan. */
import type { BudgetEvent } from "@grootboek/core"
import type { Bilingual } from "./Bilingual.ts"
import * as Counted from "./Counted.ts"

const promised: Readonly<Record<BudgetEvent.Neutrality, Bilingual>> = {
  year: { nl: "Volgens het besluit neutraal per jaar", en: "Declared neutral per year" },
  action: { nl: "Volgens het besluit neutraal per actie", en: "Declared neutral per action" },
  section: {
    nl: "Volgens het besluit neutraal per soort verrichting",
    en: "Declared neutral per section",
  },
}

export const replay = {
  title: { nl: "Een aanpassing stap voor stap", en: "An adjustment, step by step" },
  version: { nl: "Besluit", en: "Decision" },
  first: { nl: "Eerste stap", en: "First step" },
  previous: { nl: "Vorige stap", en: "Previous step" },
  play: { nl: "Afspelen", en: "Play" },
  pause: { nl: "Pauzeren", en: "Pause" },
  next: { nl: "Volgende stap", en: "Next step" },
  last: { nl: "Laatste stap", en: "Last step" },
  step: {
    nl: (step: string, all: string) => `Stap ${step} van ${all}`,
    en: (step: string, all: string) => `Step ${step} of ${all}`,
  },
  slider: { nl: "Stap", en: "Step" },
  others: {
    nl: (count: string) => `en ${Counted.of(count, "andere mutatie", "andere mutaties")}`,
    en: (count: string) => `and ${Counted.of(count, "other posting", "other postings")}`,
  },
  start: { nl: "Vóór de eerste stap.", en: "Before the first step." },
  decision: { nl: "Besluit", en: "Decision" },
  assumptions: { nl: "Grondslagen en assumpties", en: "Assumptions" },
  noReason: {
    nl: "Er is geen reden opgegeven.",
    en: "No reason is stated.",
  },
  amounts: { nl: "Wijziging", en: "Change" },
  gauge: { nl: "Neutraliteit", en: "Neutrality" },
  promised,
  notPromised: {
    nl: "Het besluit vermeldt geen neutraliteit.",
    en: "The decision is not declared neutral.",
  },
  balanced: { nl: "in evenwicht", en: "in balance" },
  off: {
    nl: (amount: string) => `${amount} uit evenwicht`,
    en: (amount: string) => `${amount} out of balance`,
  },
  effect: { nl: "Invloed op de kerncijfers", en: "Effect on the key figures" },
  was: { nl: "Was", en: "Was" },
  change: { nl: "Wijziging", en: "Change" },
  is: { nl: "Wordt", en: "Becomes" },
  meets: {
    nl: "De som van alle stappen is het verschil tussen de twee planversies.",
    en: "The sum of all steps is the difference between the two versions of the plan.",
  },
}
