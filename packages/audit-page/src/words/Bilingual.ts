/** Texts in the languages of the page. */

/** The languages in the order in which the page offers them, each by its own name. */
export const languages = { nl: "Nederlands", en: "English" } as const

export type PageLanguage = keyof typeof languages

/** A text, or a function that makes one, in every language. */
export type Bilingual<A = string> = Readonly<Record<PageLanguage, A>>

/** Returns a text in the language of the reader. */
export type Say = <A>(text: Bilingual<A>) => A

export const say =
  (language: PageLanguage): Say =>
  (text) =>
    text[language]
