/** The rules of the plan that post amounts, and the fields of a rule. */
import type { Posting } from "@grootboek/core"
import type { Bilingual } from "./Bilingual.ts"

type RuleField = Posting.Rule extends infer Rule ? (Rule extends unknown ? keyof Rule : never) : never

const fields: Readonly<Record<RuleField, Bilingual>> = {
  rule: { nl: "regel", en: "rule" },
  percent: { nl: "percentage", en: "percentage" },
  base: { nl: "grondslag", en: "base" },
  baseYear: { nl: "jaar van de grondslag", en: "base year" },
  due: { nl: "verschuldigd", en: "due" },
  target: { nl: "ten gunste van", en: "credited to" },
  standard: { nl: "zonder begrenzing", en: "without the limit" },
  reference: { nl: "referentie", en: "reference" },
  received: { nl: "ontvangen", en: "received" },
  partner: { nl: "partner", en: "partner" },
  order: { nl: "volgnummer voor de rest", en: "turn for the remainder" },
  times: { nl: "aantal keer", en: "times" },
  series: { nl: "indexreeks", en: "index series" },
  index: { nl: "index", en: "index" },
  baseIndex: { nl: "basisindex", en: "base index" },
  contribution: { nl: "bijdrage", en: "contribution" },
  key: { nl: "verdeelsleutel", en: "key" },
  whole: { nl: "te verdelen", en: "to apportion" },
  member: { nl: "deelgenoot", en: "member" },
  weight: { nl: "gewicht", en: "weight" },
  action: { nl: "actie", en: "action" },
  lastDay: { nl: "laatste dag", en: "last day" },
  of: { nl: "boeking", en: "entry" },
}

export const rules = {
  fields,
  overhead: {
    nl: (percent: string, base: string, due: string) => `${percent} van ${base} is ${due} verschuldigd`,
    en: (percent: string, base: string, due: string) => `${percent} of ${base}: ${due} due`,
  },
  passThrough: {
    nl: (percent: string, received: string, partner: string) =>
      `${partner}: ${percent} van ${received} ontvangen`,
    en: (percent: string, received: string, partner: string) =>
      `${partner}: ${percent} of ${received} received`,
  },
  indexation: {
    nl: (base: string, year: number, times: number, due: string) =>
      `grondslag ${base} van ${year}, ${times} keer geïndexeerd: ${due} verschuldigd`,
    en: (base: string, year: number, times: number, due: string) =>
      `base ${base} of ${year}, indexed ${times} ${times === 1 ? "time" : "times"}: ${due} due`,
  },
  contribution: {
    nl: (name: string, key: string) => `${name}, verdeeld volgens ${key}`,
    en: (name: string, key: string) => `${name}, apportioned by ${key}`,
  },
  stated: {
    nl: (due: string) => `opgegeven: ${due} verschuldigd`,
    en: (due: string) => `stated: ${due} due`,
  },
  stop: {
    nl: (action: string, day: string) => `actie ${action} stopgezet na ${day}`,
    en: (action: string, day: string) => `action ${action} stopped after ${day}`,
  },
  reversal: {
    nl: (entry: string) => `tegenboeking van boeking ${entry}`,
    en: (entry: string) => `reverses entry ${entry}`,
  },
  remainder: {
    nl: (order: number) => (order === 0 ? "geen rest" : `kreeg resteenheid ${order}`),
    en: (order: number) => (order === 0 ? "no remainder" : `received unit ${order} of the remainder`),
  },
  posted: { nl: "hier geboekt", en: "posted here" },
}
