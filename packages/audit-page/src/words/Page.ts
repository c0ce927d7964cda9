/** The page around its views. */
import type { Bilingual } from "./Bilingual.ts"

export const views = {
  statements: { nl: "Staten", en: "Statements" },
  changes: { nl: "Wijzigingen", en: "Changes" },
  decision: { nl: "Besluit", en: "Decision" },
  replay: { nl: "Verloop", en: "Steps" },
  charts: { nl: "Grafieken", en: "Charts" },
  indicators: { nl: "Indicatoren", en: "Indicators" },
  whatIf: { nl: "Wat als", en: "What if" },
  checks: { nl: "Controles", en: "Checks" },
  journal: { nl: "Journaal", en: "Journal" },
  integrity: { nl: "Integriteit", en: "Integrity" },
} as const satisfies Readonly<Record<string, Bilingual>>

export const page = {
  skip: { nl: "Naar de inhoud", en: "Skip to content" },
  menu: { nl: "Onderdelen", en: "Sections" },
  views,
  plan: {
    nl: (years: string) => `Meerjarenplan ${years}`,
    en: (years: string) => `Multi-year plan ${years}`,
  },
  waiting: {
    nl: "Dit verschijnt zodra het journaal gecontroleerd is.",
    en: "This appears once the journal is checked.",
  },
  made: { nl: (time: string) => `Gemaakt op ${time}`, en: (time: string) => `Made on ${time}` },
  opening: {
    nl: "Het grootboek wordt geopend. Blijft deze tekst staan, dan werd het programma van deze pagina gewijzigd of tegengehouden.",
    en: "Opening the ledger. If this text remains, the program of this page was changed or blocked.",
  },
  settings: { nl: "Instellingen", en: "Settings" },
  language: { nl: "Taal", en: "Language" },
  theme: { nl: "Weergave", en: "Theme" },
  themes: {
    auto: { nl: "automatisch", en: "auto" },
    light: { nl: "licht", en: "light" },
    dark: { nl: "donker", en: "dark" },
  },
  print: { nl: "Afdrukken", en: "Print" },
}
