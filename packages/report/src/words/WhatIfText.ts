/** The words of supposed changes. */
import { type Both, inEachLanguage, type Language, type TextsOf } from "./Language.ts"

const words = {
  title: { en: "What if", nl: "Wat als" },
  band: {
    en: "Supposed changes: this is not the plan, and nothing is recorded.",
    nl: "Veronderstelde wijzigingen: dit is niet het plan, en er is niets vastgelegd.",
  },
  effect: { en: "M2 in the plan and with the changes", nl: "M2 in het plan en met de wijzigingen" },
} satisfies Readonly<Record<string, Both>>

const all = inEachLanguage(words)

export const of = (language: Language): TextsOf<typeof words> => all[language]

/** Returns with which plan the changes are compared. */
export const compared = (
  { plan, after }: { readonly plan: string; readonly after: number },
  language: Language,
): string =>
  ({
    en: `With what follows from them by rule, compared with plan ${plan} at entry ${after}.`,
    nl: `Met wat er volgens de regels op volgt, vergeleken met meerjarenplan ${plan} bij boeking ${after}.`,
  })[language]
