/** Names of the lists and fields that are declared beside the amounts, in both languages. */
import { Indicator, type PolicyText } from "@grootboek/core"
import type { DeclaredChange } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import * as Figure from "./Figure.ts"
import * as IndicatorName from "./IndicatorName.ts"
import type { Both, Language } from "./Language.ts"

/** Returns the title of what changed beside the amounts. */
export const title = (language: Language): string => titles[language]

export const list = (name: DeclaredChange.ChangedList, language: Language): string => lists[name][language]

export const field = (name: string, language: Language): string => fields.get(name)?.[language] ?? name

export const heading = (name: string, language: Language): string =>
  Object.entries(headings).find(([one]) => one === name)?.[1][language] ?? name

/** Returns a value of a field as people read it. */
export const value = (name: string, text: string, language: Language): string => {
  if (name === "aim" && isAim(text)) return IndicatorName.aim(text)[language]
  if (name === "kind" && isKind(text)) return IndicatorName.kind(text)[language]
  if (name === "every" && isFrequency(text)) return IndicatorName.frequency(text)[language]
  if (name === "total")
    return text === "sum" ? { en: "sum", nl: "som" }[language] : { en: "latest", nl: "laatste" }[language]
  if (name === "priority")
    return text === "true" ? { en: "yes", nl: "ja" }[language] : { en: "no", nl: "nee" }[language]
  return name === "value" || name === "margin" || name === "staffInKind" ? Figure.decimal(text) : text
}

const isAim = Schema.is(Indicator.Aim)
const isKind = Schema.is(Indicator.IndicatorKind)
const isFrequency = Schema.is(Indicator.Frequency)

const titles: Both = { en: "Indicators and texts", nl: "Indicatoren en teksten" }

const lists: Readonly<Record<DeclaredChange.ChangedList, Both>> = {
  indicators: { en: "indicator", nl: "indicator" },
  targets: { en: "target", nl: "streefwaarde" },
  goalTexts: { en: "text", nl: "tekst" },
  chapterTexts: { en: "chapter", nl: "hoofdstuk" },
  headings: { en: "heading", nl: "hoofding" },
}

const headings: Readonly<Record<PolicyText.HeadingName, Both>> = {
  enterpriseNumber: { en: "enterprise number", nl: "ondernemingsnummer" },
  nisCode: { en: "NIS code", nl: "NIS-code" },
  address: { en: "address", nl: "adres" },
  journalNumber: { en: "budget journal number", nl: "volgnummer budgettair journaal" },
  printedOn: { en: "day of print", nl: "datum afdruk" },
  decision: { en: "decision", nl: "besluit" },
}

const fields: ReadonlyMap<string, Both> = new Map([
  ["goal", { en: "objective", nl: "doelstelling" }],
  ["name", { en: "name", nl: "naam" }],
  ["text", { en: "explanation", nl: "toelichting" }],
  ["kind", { en: "kind", nl: "soort" }],
  ["unit", { en: "unit", nl: "eenheid" }],
  ["per", { en: "per", nl: "per" }],
  ["every", { en: "every", nl: "om de" }],
  ["total", { en: "total", nl: "telling" }],
  ["aim", { en: "direction", nl: "streefwaarde" }],
  ["value", { en: "value", nl: "waarde" }],
  ["margin", { en: "margin", nl: "marge" }],
  ["by", { en: "by", nl: "tegen" }],
  ["description", { en: "description", nl: "omschrijving" }],
  ["commentary", { en: "commentary", nl: "commentaar" }],
  ["term.from", { en: "first year", nl: "termijn vanaf" }],
  ["term.until", { en: "last day", nl: "termijn tot" }],
  ["term.text", { en: "term", nl: "uitvoeringstermijn" }],
  ["priority", { en: "priority", nl: "prioritair" }],
  ["status", { en: "status", nl: "status" }],
  ["staffInKind", { en: "staff in kind", nl: "VTE in natura" }],
  ["indicators", { en: "indicators", nl: "indicatoren" }],
  ["title", { en: "title", nl: "titel" }],
])
