/** Characters that a reader does not see or takes for others, shown as their code. */
import * as LookAlike from "./LookAlike.ts"

// Control and format characters (zero-width, bidirectional, soft hyphen), halves of a pair, fillers, variation selectors. Tabs and line ends
// stay, and the characters by which one emoji is made of several.
const unseen =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d\p{Extended_Pictographic})(?:[\p{Cf}\p{Cs}\u115f\u1160\u2028\u2029\u3164\uffa0]|(?![\n\t])\p{Cc}|(?<!\p{Extended_Pictographic})\p{Variation_Selector})/gu

/**
 * Returns a text in which every invisible character is shown as its code, so that no output hides or reorders anything. A
 * letter of another alphabet that passes for a Latin one is shown as its code with what it resembles.
 *
 * ```ts
 * ShownText.of("A1\u202e") // => "A1‹U+202E›"
 * ShownText.of("\u04101") // => "‹U+0410≈A›1"
 * ```
 */
export const of = (text: string): string =>
  isPlain.test(text) ? text : LookAlike.shown(text.replace(unseen, code))

/**
 * Returns a text as {@link of} does, in which no character has a meaning to HTML or XML.
 *
 * ```ts
 * ShownText.inHtml("a < b") // => "a &lt; b"
 * ```
 */
export const inHtml = (text: string): string =>
  of(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")

/**
 * Returns a line as {@link of} does, in which no character has a meaning to Markdown or HTML.
 *
 * ```ts
 * ShownText.inMarkdown("1. *a*") // => "1\\. \\*a\\*"
 * ```
 */
export const inMarkdown = (line: string): string =>
  of(line)
    .replace(/[\\`*_{}[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/^([-+]|\d+[.)])(?= )/, "\\$1")

// Nearly every text is plain: this check is a fast path.
const isPlain = /^[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0218-\u021b]*$/

const code = (character: string): string => `‹${LookAlike.nameOf(character)}›`
