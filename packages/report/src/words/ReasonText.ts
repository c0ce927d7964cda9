/** Why an amount changed: the class and text of an adjustment, or the rule that followed from it. */
import type { BudgetEvent, Diff } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import type { Both, Language } from "./Language.ts"

/** The classes of reasons. The Dutch words are those of the files (`Reden`). */
const classes: Readonly<Record<BudgetEvent.ReasonClass, Both>> = {
  result: { en: "result", nl: "resultaat" },
  index: { en: "indexation", nl: "indexering" },
  timing: { en: "timing", nl: "timing" },
  transfer: { en: "shift", nl: "verschuiving" },
  subsidy: { en: "subsidy", nl: "subsidie" },
  correction: { en: "correction", nl: "correctie" },
}

const unstated: Readonly<Record<Exclude<Diff.CauseKind, BudgetEvent.ReasonClass>, Both>> = {
  overhead: { en: "overhead", nl: "overhead" },
  passThrough: { en: "pass-through", nl: "doorstorting" },
  contribution: { en: "contribution", nl: "bijdrageregeling" },
  indexation: { en: "indexation", nl: "indexering" },
  repayment: { en: "notional repayments", nl: "aangewezen aflossingen" },
  stop: { en: "stop", nl: "stopzetting" },
  reversal: { en: "reversal", nl: "tegenboeking" },
  structure: { en: "other structure", nl: "andere indeling" },
  condition: { en: "condition", nl: "voorwaarde" },
  posted: { en: "posting", nl: "boeking" },
  unexplained: { en: "without reason", nl: "zonder reden" },
}

const kinds: ReadonlyMap<string, Both> = new Map(Object.entries({ ...classes, ...unstated }))

/** Returns a kind of cause in a word. */
export const kind = (name: string, language: Language): string => kinds.get(name)?.[language] ?? name

/** Returns a stated reason: `subsidie: weggevallen`. */
export const format = (reason: BudgetEvent.Reason, language: Language): string =>
  sentence(kind(reason.class, language), reason.text)

/** Returns the cause of a difference: `subsidie: weggevallen`, `overhead`. */
export const ofCause = (cause: Pick<Diff.Cause, "kind" | "text">, language: Language): string =>
  sentence(kind(cause.kind, language), cause.text)

/** Returns the name of the causes that a shortened list adds up: `23 andere oorzaken`. */
export const others = (many: number, language: Language): string =>
  Catalogue.count(
    many,
    { en: "other cause", nl: "andere oorzaak" },
    { en: "other causes", nl: "andere oorzaken" },
  )[language]

const sentence = (word: string, text: string | undefined): string =>
  text === undefined ? word : `${word}: ${text}`
