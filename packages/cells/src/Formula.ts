/** Text that a spreadsheet could run as a formula, neutralised by a leading apostrophe, and restored. */

// A control character, or a sign that begins a formula, in its full-width form as well; blanks before it do not count.
// Apostrophes are part of the text, so that a text with one of its own gets a second one.
const rule = /^'*\s*[\p{Cc}=+\-@\uff1d\uff0b\uff0d\uff20]/u

/**
 * Returns text that no spreadsheet runs. Numbers are not text and must not be passed here.
 *
 * ```ts
 * Formula.neutralise("=1+1") // => "'=1+1"
 * ```
 */
export const neutralise = (text: string): string => (rule.test(text) ? `'${text}` : text)

/**
 * Removes exactly what {@link neutralise} adds.
 *
 * ```ts
 * Formula.restore("'=1+1") // => "=1+1"
 * ```
 */
export const restore = (text: string): string =>
  text.startsWith("'") && rule.test(text) ? text.slice(1) : text
