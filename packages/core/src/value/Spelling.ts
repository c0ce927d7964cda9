/**
 * Spellings of a text: blanks, the Unicode form and invisible characters depend on the program that wrote it.
 *
 * The journal stores texts as written. Only comparisons and ids use the normal spelling.
 *
 * ```ts
 * Spelling.isNormal('{"code":"A1"}') // => true
 * ```
 */

/**
 * Returns a text in Unicode form NFC without invisible characters, each run of blanks as one space, and none at its ends.
 *
 * ```ts
 * Spelling.normal(" Huur\u00a0 zaal ") // => "Huur zaal"
 * ```
 */
export const normal = (text: string): string =>
  isPlain.test(text) ? text : text.replace(allInvisible, "").normalize("NFC").replace(/\s+/gu, " ").trim()

/** Returns whether every text in canonical JSON has its normal spelling; `false` when that is not certain. */
export const isNormal = (json: string): boolean => !suspect.test(json) && json === json.normalize("NFC")

// Nearly every text is plain ASCII with single spaces, and is spelled normally.
const isPlain = /^(?:[!-~]+(?: [!-~]+)*)?$/

// Soft hyphen, zero-width characters, byte order mark, and controls of the writing direction.
const invisible = "\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff"
const allInvisible = new RegExp(`[${invisible}]`, "gu")
const suspect = new RegExp(`\\\\|"\\s|\\s"|\\s\\s|[^\\S ]|[${invisible}]`, "u")
