/** Why an amount changed, in words: the class that an adjustment states and its text, or the rule that followed. */
import type { BudgetEvent, Diff } from "@grootboek/core"
import type { Language } from "./Language.ts"

/** The classes of reasons as the files of a board write them (`Reden`), and in English. */
const classes: Readonly<Record<Language, Readonly<Record<BudgetEvent.ReasonClass, string>>>> = {
  nl: {
    result: "resultaat",
    index: "indexering",
    timing: "timing",
    transfer: "verschuiving",
    subsidy: "subsidie",
    correction: "correctie",
  },
  en: {
    result: "result",
    index: "indexation",
    timing: "timing",
    transfer: "shift",
    subsidy: "subsidy",
    correction: "correction",
  },
}

/** What moved an amount without a stated reason. */
const others: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    overhead: "overhead",
    passThrough: "doorstorting",
    contribution: "bijdrageregeling",
    indexation: "indexering",
    stop: "stopzetting",
    reversal: "tegenboeking",
    structure: "andere indeling",
    condition: "voorwaarde",
    posted: "boeking",
    unexplained: "zonder reden",
  },
  en: {
    overhead: "overhead",
    passThrough: "pass-through",
    contribution: "contribution",
    indexation: "indexation",
    stop: "stop",
    reversal: "reversal",
    structure: "other structure",
    condition: "condition",
    posted: "posting",
    unexplained: "without reason",
  },
}

/** A kind of cause in a word. */
export const kind = (name: string, language: Language): string =>
  new Map(Object.entries({ ...classes[language], ...others[language] })).get(name) ?? name

/** A stated reason: `subsidie: weggevallen`. */
export const format = (reason: BudgetEvent.Reason, language: Language): string =>
  sentence(kind(reason.class, language), reason.text)

/** The cause of a difference: `subsidie: weggevallen`, `overhead`. */
export const ofCause = (cause: Pick<Diff.Cause, "kind" | "text">, language: Language): string =>
  sentence(kind(cause.kind, language), cause.text)

const sentence = (word: string, text: string | undefined): string =>
  text === undefined ? word : `${word}: ${text}`
