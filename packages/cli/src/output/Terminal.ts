/** The width and the colours of the place where a text is read. */
import type { Text } from "@grootboek/report"
import type { Language } from "../words/Language.ts"

/** The width of a text in a file or a pipe, in characters. */
const pageWidth = 80

/**
 * Returns the options of an answer that fits its page: the width of the terminal, and 80 characters in a file or a pipe.
 * The variable COLUMNS declares another width for these.
 */
export const page = (language: Language): Text.TextOptions => ({
  ...colour(),
  language,
  audience: "command",
  width: Math.max(
    narrowest,
    (process.stdout.isTTY ? process.stdout.columns : undefined) ?? declared() ?? pageWidth,
  ),
})

/** Returns the options of a text of findings: the width of the terminal; in a file or a pipe no line is broken. */
export const list = (language: Language): Text.TextOptions => ({
  ...colour(),
  language,
  audience: "command",
  ...(process.stdout.isTTY ? { width: process.stdout.columns } : {}),
})

// Colour is for a terminal, unless NO_COLOR is set.
const colour = () => (process.stdout.isTTY ? { colour: process.env.NO_COLOR === undefined } : {})

const declared = (): number | undefined => {
  const text = process.env.COLUMNS ?? ""
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}

/** Figures need this many characters. */
const narrowest = 40
