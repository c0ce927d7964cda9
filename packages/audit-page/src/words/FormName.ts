/** The names of a form: short in a cell or button, with its title in a heading. */
import { type FormId, titles } from "@grootboek/core"
import type { PageLanguage, Say } from "./Bilingual.ts"
import { words } from "./Words.ts"

/** Returns whether a form has a code, such as M2; that of the goals and the synthesis have none. */
export const isCoded = (form: string): boolean => form !== "goals" && form !== "synthesis"

/** Returns `M2` for M2, and `Doelen` or `Goals` for the form of the goals, which has no code. */
export const of = (form: string, say: Say): string =>
  form === "goals" || form === "synthesis" ? say(words.statement.short[form]) : form

/** Returns the code and title, such as `M2 Staat van het financieel evenwicht`; the title alone without a code. */
export const heading = (form: FormId, language: PageLanguage): string => {
  const title = titles(language)[form]
  return isCoded(form) ? `${form} ${title}` : title
}
