/**
 * The names of the lists and fields that are declared besides the amounts, in English and Dutch: reports and the audit page
 * show the same.
 *
 * ```ts
 * DeclaredName.lists.goalTexts.nl // => "tekst"
 * DeclaredName.fields.get("unit")?.en // => "unit"
 * DeclaredName.headings.address.nl // => "adres"
 * DeclaredName.value("every", "year")?.nl // => "per jaar"
 * DeclaredName.isDecimal("margin") // => true
 * ```
 */
import type { HeadingName } from "../event/PolicyText.ts"
import type { ChangedList } from "./DeclaredChange.ts"
import * as IndicatorName from "./IndicatorName.ts"
import type { BothNames } from "./LawName.ts"

/** Returns the name of a value of a field; undefined for a field whose values are numbers or texts. */
export const value = (field: string, text: string): BothNames | undefined => {
  const names: Readonly<Record<string, BothNames>> = named[field] ?? {}
  return names[text]
}

/** Returns whether the values of a field are decimal numbers. */
export const isDecimal = (field: string): boolean =>
  field === "value" || field === "margin" || field === "staffInKind"

const named: Readonly<Record<string, Readonly<Record<string, BothNames>>>> = {
  aim: IndicatorName.aims,
  kind: IndicatorName.kinds,
  every: IndicatorName.frequencies,
  total: { sum: { en: "sum", nl: "som" }, last: { en: "latest", nl: "laatste" } },
  priority: { true: { en: "yes", nl: "ja" }, false: { en: "no", nl: "nee" } },
}

/** The name of one declaration of each list. */
export const lists: Readonly<Record<ChangedList, BothNames>> = {
  indicators: { en: "indicator", nl: "indicator" },
  targets: { en: "target", nl: "streefwaarde" },
  goalTexts: { en: "text", nl: "tekst" },
  chapterTexts: { en: "chapter", nl: "hoofdstuk" },
  headings: { en: "heading", nl: "hoofding" },
}

/** The facts of the heading of a plan. */
export const headings: Readonly<Record<HeadingName, BothNames>> = {
  enterpriseNumber: { en: "enterprise number", nl: "ondernemingsnummer" },
  nisCode: { en: "NIS code", nl: "NIS-code" },
  address: { en: "address", nl: "adres" },
  journalNumber: { en: "budget journal number", nl: "volgnummer budgettair journaal" },
  printedOn: { en: "day of print", nl: "datum afdruk" },
  decision: { en: "decision", nl: "besluit" },
}

/** The names of fields, by their names in the journal. A field without a name here is shown by its name in the journal. */
export const fields: ReadonlyMap<string, BothNames> = new Map([
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
