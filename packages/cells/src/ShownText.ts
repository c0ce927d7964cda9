/** Characters that a reader does not see, shown as their code. */

// Control and format characters (zero-width, bidirectional, soft hyphen), halves of a pair, fillers, variation selectors. Tabs and line ends
// stay, and the characters by which one emoji is made of several.
const unseen =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d\p{Extended_Pictographic})(?:[\p{Cf}\p{Cs}\u115f\u1160\u2028\u2029\u3164\uffa0]|(?![\n\t])\p{Cc}|(?<!\p{Extended_Pictographic})\p{Variation_Selector})/gu

/**
 * Returns a text in which every character without a shape is shown as its code, so that no output hides or reorders anything.
 *
 * ```ts
 * ShownText.of("A1\u202e") // => "A1‹U+202E›"
 * ```
 */
export const of = (text: string): string => (isPlain.test(text) ? text : text.replace(unseen, code))

// Nearly every text is plain: this check is a fast path.
const isPlain = /^[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f]*$/

const code = (character: string): string =>
  `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`
