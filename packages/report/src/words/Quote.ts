/** Texts and lists that a user typed, as a message prints them. */
import { ShownText } from "@grootboek/cells"
import type { Both } from "./Language.ts"

/** Quotes a text: at most 80 characters; misleading characters, and those that control a terminal, as their code. */
export const quote = (text: string): string => {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text
  return `"${ShownText.of(short.replace(/[\n\t]/g, " "))}"`
}

/** Joins a list: at most ten items, and the number of the rest. */
export const some = (texts: ReadonlyArray<string>): Both => {
  const shown = texts.slice(0, 10).join(", ")
  const rest = texts.length - 10
  return rest <= 0
    ? { en: shown, nl: shown }
    : { en: `${shown} and ${rest} more`, nl: `${shown} en nog ${rest}` }
}
