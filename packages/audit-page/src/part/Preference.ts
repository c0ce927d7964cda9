/** The language and theme of the reader: in the address, remembered by the browser, or of the browser itself. */
import { languages, type PageLanguage } from "../words/Bilingual.ts"
import { type Theme, themes } from "./Route.ts"

/** Returns the language that the page opens in when its address names none. */
export const language = (made: PageLanguage): PageLanguage => {
  const known = Object.keys(languages) as ReadonlyArray<PageLanguage>
  const find = (text: string | undefined): PageLanguage | undefined =>
    known.find((one) => one === text?.slice(0, 2).toLowerCase())
  return (
    find(recall("language")) ??
    navigator.languages.map(find).find((one) => one !== undefined) ??
    find(made) ??
    made
  )
}

/** Returns the theme that the page opens in when its address names none. */
export const theme = (): Theme => themes.find((one) => one === recall("theme")) ?? "auto"

/** Remembers a choice for the next page that this browser opens. */
export const remember = (name: "language" | "theme", value: string): void => {
  try {
    localStorage.setItem(`grootboek-${name}`, value)
  } catch {
    // A browser may forbid storage for files; the address still holds the choice.
  }
}

const recall = (name: "language" | "theme"): string | undefined => {
  try {
    return localStorage.getItem(`grootboek-${name}`) ?? undefined
  } catch {
    return undefined
  }
}
