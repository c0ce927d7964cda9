/** Texts and lists that a user typed, as a message prints them. */
import type { Both } from "./Language.ts"

/** Quotes a text: at most 80 characters, without characters that control a terminal. */
export const quote = (text: string): string => {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text
  return `"${short.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "·")}"`
}

/** Joins a list: at most ten items, and the number of the rest. */
export const some = (texts: ReadonlyArray<string>): Both => {
  const shown = texts.slice(0, 10).join(", ")
  const rest = texts.length - 10
  return rest <= 0
    ? { en: shown, nl: shown }
    : { en: `${shown} and ${rest} more`, nl: `${shown} en nog ${rest}` }
}
