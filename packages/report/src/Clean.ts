/** Texts that came from outside, made harmless for where they are shown. */

/** One line for a terminal: no line ends, no characters that a terminal obeys or that turn the reading direction. */
export const line = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "·")

/** How wide a line is in a terminal, near enough for European texts. */
export const width = (text: string): number =>
  /^[\u0020-\u024f]*$/.test(text) ? text.length : [...segmenter.segment(text)].length

const segmenter = new Intl.Segmenter()
