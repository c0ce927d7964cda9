/** Texts from outside, made safe for the place where they are printed. */
import { ShownText } from "@grootboek/cells"

/** Returns one line for a terminal: no line ends, and control, bidirectional and invisible characters as their code. */
export const line = (text: string): string =>
  isHarmless(text) ? text : ShownText.of(text.replace(/[^\S\u2028\u2029\ufeff]+/gu, " "))

// Nearly every text is safe: this check is a fast path.
const isHarmless = (text: string): boolean =>
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f]*$/.test(text) && !text.includes("  ")

/** Returns the width of a line in a terminal, exact enough for European texts. */
export const width = (text: string): number =>
  /^[\u0020-\u024f]*$/.test(text) ? text.length : letters(text).length

/** Returns the characters of a text as a reader counts them. */
export const letters = (text: string): ReadonlyArray<string> => {
  segmenter ??= new Intl.Segmenter()
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

// Made on first use: it loads the rules of all languages, which takes longer than most commands.
let segmenter: Intl.Segmenter | undefined
