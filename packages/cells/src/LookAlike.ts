/**
 * Characters that look like others, or like nothing: letters of other alphabets, full-width and mathematical
 * forms, hyphens, and invisible characters.
 *
 * The letters are those that the confusables table of Unicode (UTS 39) maps to an ASCII letter or digit, of the alphabets
 * that keyboards and documents in Europe mix with Latin: Greek, Cyrillic, Armenian, and Latin itself. Capitals resemble
 * capitals here, where that table does not distinguish case.
 */

/** A text that is not what it looks like. */
export interface LookAlike {
  /** The text that it looks like. */
  readonly probably: string
  /** The characters in it that mislead, as `U+0410`. */
  readonly characters: ReadonlyArray<string>
}

/**
 * Returns what a text looks like, when that is another text.
 *
 * ```ts
 * LookAlike.of("\u041010101")?.probably // => "A10101"
 * ```
 */
export const of = (text: string): LookAlike | undefined => {
  if (isAscii.test(text)) return undefined
  const characters = new Set<string>()
  let probably = ""
  for (const character of text) {
    const other = resembled(character)
    if (other !== undefined) characters.add(nameOf(character))
    probably += other ?? character
  }
  return characters.size === 0 ? undefined : { probably: probably.trim(), characters: [...characters] }
}

/**
 * Returns a text in which every letter that passes for a Latin letter or a digit is shown as its code with what it resembles.
 * Words of another alphabet, and letters that a language in Latin letters uses, stay.
 *
 * ```ts
 * LookAlike.shown("\u041010101") // => "‹U+0410≈A›10101"
 * LookAlike.shown("Привет") // => "Привет"
 * ```
 */
export const shown = (text: string): string =>
  text.replace(word, (letters) => (passes(letters) ? [...letters].map(marked).join("") : letters))

const word = /[\p{L}\p{M}\p{N}]+/gu

// A word with Latin letters beside the others, or whose letters all resemble Latin ones.
const passes = (word: string): boolean =>
  /(?=\p{Script=Latin})\p{L}/u.test(word) ||
  [...word].every((character) => resembled(character) !== undefined || !/\p{L}/u.test(character))

const marked = (character: string): string => {
  const other = native.test(character) ? undefined : resembled(character)
  return other === undefined || !/[\p{L}\p{N}]/u.test(character)
    ? character
    : `‹${nameOf(character)}≈${other}›`
}

// The dotless i of Turkish and Azeri names.
const native = /\u0131/

const isAscii = /^[ -~]*$/

/** Returns the name of a character: `U+0410`. */
export const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

// What a character looks like, when that is not itself.
const resembled = (character: string): string | undefined => {
  if (invisible.test(character)) return ""
  if (hyphens.includes(character)) return "-"
  const common = compatible.test(character) ? character.normalize("NFKC") : character
  return letters.get(common) ?? (common === character ? undefined : common)
}

/** Zero-width characters, soft hyphens, controls of the writing direction, variation selectors, and the blank of braille. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u

/** Hyphens that a word processor writes for the one on the keyboard, and the minus sign. */
const hyphens = "\u2010\u2011\u2212\ufe63"

/** Full-width forms, mathematical letters and digits, and Roman numerals of one character. */
const compatible = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}\u2160-\u217f]/u

const table: Readonly<Record<string, string>> = {
  A: "\u0391\u0410",
  B: "\u0392\u0412",
  C: "\u03f9\u0421",
  D: "\u0500",
  E: "\u0395\u0415",
  F: "\u03dc",
  G: "\u050c",
  H: "\u0397\u041d",
  I: "\u0399\u0406\u04c0\u01c0",
  J: "\u037f\u0408",
  K: "\u039a\u041a",
  M: "\u039c\u03fa\u041c",
  N: "\u039d",
  O: "\u039f\u041e\u0555",
  P: "\u03a1\u0420",
  Q: "\u051a",
  S: "\u0405\u054f",
  T: "\u03a4\u0422",
  U: "\u054d",
  V: "\u0474",
  W: "\u051c",
  X: "\u03a7\u0425",
  Y: "\u03a5\u03d2\u0423\u04ae",
  Z: "\u0396",
  a: "\u0251\u03b1\u0430",
  b: "\u0184\u042c",
  c: "\u03f2\u0441",
  d: "\u0501",
  e: "\u0435\u04bd\u212e",
  f: "\u0584",
  g: "\u0261\u0581\u018d",
  h: "\u04bb\u0570",
  i: "\u0131\u0269\u026a\u03b9\u0456",
  j: "\u03f3\u0458",
  k: "\u03ba\u043a",
  l: "\u0196\u04cf",
  n: "\u0578\u057c",
  o: "\u03bf\u03c3\u043e\u0585",
  p: "\u03c1\u03f1\u0440",
  q: "\u0563\u0566\u051b",
  r: "\u0433",
  s: "\u01bd\u0455",
  u: "\u028b\u03c5\u057d",
  v: "\u03bd\u0475",
  w: "\u026f\u0461\u051d\u0561",
  x: "\u0445\u00d7",
  y: "\u0263\u028f\u03b3\u0443\u04af",
  "2": "\u01a7",
  "3": "\u01b7\u021c\u0417\u04e0",
  "5": "\u01bc",
  "6": "\u0431",
  "8": "\u0222\u0223",
}

const letters: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
)
