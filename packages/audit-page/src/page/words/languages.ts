/** The languages of the page, in the order in which they are offered. */
import { dutch } from "./dutch.ts"
import { english } from "./english.ts"

export const languages = { nl: dutch, en: english } as const

/** The code of a language. */
export type Language = keyof typeof languages
