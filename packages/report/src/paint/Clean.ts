/** Texts that came from outside, made harmless for where they are shown. */

/** One line for a terminal: no line ends, no characters that a terminal obeys or that turn the reading direction. */
export const line = (text: string): string =>
  isHarmless(text) ? text : text.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "·")

// Nearly every text is: a journal is read faster for it.
const isHarmless = (text: string): boolean =>
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f]*$/.test(text) && !text.includes("  ")

/** How wide a line is in a terminal, near enough for European texts. */
export const width = (text: string): number =>
  /^[\u0020-\u024f]*$/.test(text) ? text.length : [...segmenter.segment(text)].length

const segmenter = new Intl.Segmenter()
