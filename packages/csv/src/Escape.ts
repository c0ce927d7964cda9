/**
 * Text that a spreadsheet could take for a formula, made harmless by a leading apostrophe; and back.
 *
 * Reading takes off exactly what writing puts on, so a text that came with an apostrophe of its own gets a second one.
 */

// Besides the ASCII signs, their full-width forms: spreadsheets in some languages take those as well.
const dangerous = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const neutralised = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/**
 * Makes a text harmless. Numbers are no texts and are never touched.
 *
 * ```ts
 * Escape.neutralise("=1+1") // => "'=1+1"
 * ```
 */
export const neutralise = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

/** Gives back the text that was made harmless. */
export const restore = (text: string): string =>
  text.charCodeAt(0) === 39 && neutralised.test(text) ? text.slice(1) : text

/** A cell as CSV has it: quoted when it holds the delimiter, a quote, a line end, or blanks at its ends. */
export const cell = (text: string, delimiter: string): string =>
  /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
