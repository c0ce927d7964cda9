/** What is wrong with a file, where, and a message that helps the one who repairs it. */
import { type Facts, quote, type Words } from "./Facts.ts"
import { dutch } from "./FaultDutch.ts"
import { english } from "./FaultEnglish.ts"

export type { Facts, Tag } from "./Facts.ts"

/** Where a fault is. `offset` is the byte on which its line begins, `text` that line, `column` the name of its column. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column?: string
  readonly offset: number
  readonly text: string
}

/** See {@link Facts} and {@link Place}. */
export type Fault = Facts & Place

/** The languages that messages are written in. */
export type Language = "en" | "nl"

const dictionaries = { en: english, nl: dutch }

/** What is wrong and what was expected, in a language. */
export const words = (facts: Facts, language: Language): Words => {
  const say: (facts: never) => Words = dictionaries[language][facts._tag]
  return say(facts as never)
}

/** What was expected instead. */
export const expected = (facts: Facts, language: Language = "en"): string => words(facts, language).expected

/** `budget.csv:12: "abc" is no number (column "2026"); expected an amount such as 1.234,56`. */
export const message = (fault: Fault, language: Language = "en"): string => {
  const { wrong, expected } = words(fault, language)
  const column =
    fault.column === undefined ? "" : ` (${language === "nl" ? "kolom" : "column"} ${quote(fault.column)})`
  return `${fault.file}:${fault.line}: ${wrong}${column}; ${expected}`
}
