/** The sheet of a decision: its effect, its changes by reason, and the norms before and after. */
import type { DecisionFile } from "@grootboek/core/answer"
import type { Bilingual } from "./Bilingual.ts"
import * as Counted from "./Counted.ts"

const origins: Readonly<Record<DecisionFile.ChangeGroup["origin"], Bilingual>> = {
  reason: { nl: "Wijzigingen per reden", en: "Changes by reason" },
  rule: { nl: "Wat volgens de regels volgde", en: "What followed by rule" },
  earlier: { nl: "Geboekt sinds het vorige besluit", en: "Posted since the decision before" },
}

export const sheet = {
  title: { nl: (label: string) => `Besluit ${label}`, en: (label: string) => `Decision ${label}` },
  open: { nl: "Besluit op één blad", en: "Decision on one sheet" },
  choose: { nl: "Besluit", en: "Decision" },
  print: { nl: "Druk dit blad af", en: "Print this sheet" },
  body: { nl: "Beslist door", en: "Decided by" },
  noBody: {
    nl: "Het journaal vermeldt niet wie besliste.",
    en: "The journal does not state who decided.",
  },
  motivation: { nl: "Motivering", en: "Motivation" },
  none: { nl: "geen opgegeven", en: "none stated" },
  compared: { nl: "Vergeleken met", en: "Compared with" },
  followed: {
    nl: (label: string) => `besluit ${label}, met wat er volgens de regels op volgt`,
    en: (label: string) => `decision ${label}, with what follows from it by rule`,
  },
  first: {
    nl: "Het eerste plan: de ramingen voordat er iets werd gerealiseerd.",
    en: "The first plan: its estimates before anything was realised.",
  },
  unexplained: { nl: "Onverklaard", en: "Unexplained" },
  last: { nl: "Laatste boeking", en: "Last entry" },
  hash: { nl: "hash", en: "hash" },
  effect: { nl: "Invloed op het resultaat en de marge", en: "Effect on the result and the margin" },
  origins,
  reason: { nl: "Reden", en: "Reason" },
  actions: { nl: "Acties", en: "Actions" },
  receipts: { nl: "Ontvangsten", en: "Receipts" },
  expenditure: { nl: "Uitgaven", en: "Expenditure" },
  perYear: {
    nl: "De bedragen per jaar zijn de invloed op het budgettair resultaat.",
    en: "The amounts by year are the effect on the budgetary result.",
  },
  others: {
    nl: (count: string) => `${count} andere`,
    en: (count: string) => Counted.of(count, "other", "others"),
  },
  norms: { nl: "Normen voor en na", en: "Norms before and after" },
  level: { nl: "Niveau", en: "Level" },
  before: { nl: "Voor", en: "Before" },
  after: { nl: "Na", en: "After" },
  verdict: { nl: "Oordeel", en: "Verdict" },
}
