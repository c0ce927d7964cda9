/** The title of what changed beside the amounts, and the values of declared fields as people read them. */
import { DeclaredName } from "@grootboek/core/answer"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"

export const title = (language: Language): string =>
  ({ en: "Indicators and texts", nl: "Indicatoren en teksten" })[language]

/** Returns the name of a field; the identifier of one that has no name. */
export const field = (name: string, language: Language): string =>
  DeclaredName.fields.get(name)?.[language] ?? name

/** Returns the name of a fact of the heading; the identifier of one that has no name. */
export const heading = (name: string, language: Language): string =>
  Object.entries(DeclaredName.headings).find(([one]) => one === name)?.[1][language] ?? name

/** Returns a value of a field, or a dash when there is none. */
export const value = (field: string, text: string | undefined, language: Language): string => {
  if (text === undefined) return "–"
  const named = DeclaredName.value(field, text)
  if (named !== undefined) return named[language]
  return DeclaredName.isDecimal(field) ? Figure.decimal(text) : text
}
