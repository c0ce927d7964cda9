/** The words of the decision file. */
import * as Catalogue from "./Catalogue.ts"
import { type Both, inEachLanguage, type Language, type TextsOf } from "./Language.ts"

const words = {
  title: { en: "Decision", nl: "Besluit" },
  decidedBy: { en: "Decided by", nl: "Beslist door" },
  noResolution: {
    en: "The journal does not state who decided.",
    nl: "Het journaal vermeldt niet wie besliste.",
  },
  motivation: { en: "Motivation", nl: "Motivering" },
  none: { en: "none stated", nl: "geen opgegeven" },
  first: {
    en: "The first plan: its estimates before anything was realised.",
    nl: "Het eerste plan: de ramingen voordat er iets werd gerealiseerd.",
  },
  comparedWith: {
    en: "With what follows from it by rule, compared with decision",
    nl: "Met wat er volgens de regels op volgt, vergeleken met besluit",
  },
  unexplained: { en: "Unexplained", nl: "Onverklaard" },
  lastEntry: { en: "Last entry", nl: "Laatste boeking" },
  effect: { en: "Effect on the result and the margin", nl: "Invloed op het resultaat en de marge" },
  old: { en: "old", nl: "oud" },
  new: { en: "new", nl: "nieuw" },
  changes: {
    en: "Changes by reason: receipts, expenditure, and the effect on the result of each year",
    nl: "Wijzigingen per reden: ontvangsten, uitgaven, en de invloed op het resultaat van elk jaar",
  },
  followed: { en: "What followed by rule", nl: "Wat volgens de regels volgde" },
  earlier: {
    en: "Posted since the decision before",
    nl: "Geboekt sinds het vorige besluit",
  },
  actions: { en: "Actions", nl: "Acties" },
  receipts: { en: "Receipts", nl: "Ontvangsten" },
  expenditure: { en: "Expenditure", nl: "Uitgaven" },
  norms: { en: "Norms before and after", nl: "Normen voor en na" },
  norm: { en: "Norm", nl: "Norm" },
  reason: { en: "Reason", nl: "Reden" },
  verdict: { en: "Verdict", nl: "Oordeel" },
  year: { en: "Year", nl: "Jaar" },
  level: { en: "Level", nl: "Niveau" },
  before: { en: "Before", nl: "Voor" },
  after: { en: "After", nl: "Na" },
  page: { en: "Page", nl: "Pagina" },
} satisfies Readonly<Record<string, Both>>

const all = inEachLanguage(words)

export const of = (language: Language): TextsOf<typeof words> => all[language]

/** Returns the name of the groups that the file adds up: `286 andere`. */
export const others = (many: number, language: Language): string =>
  Catalogue.count(many, { en: "other", nl: "andere" }, { en: "others", nl: "andere" })[language]
