/** The label of a printed row: its enumerator (`II.`, `a.`, `-`) and its words, compared with the labels of a form. */
import * as Encoding from "../text/Encoding.ts"

/** A label. The enumerator has no closing point; a dash is `-`. */
export interface PrintedLabel {
  readonly enumerator: string
  readonly words: string
}

/** Parses a label: `I.A.2.c Niet vast benoemd`, `a. Ontvangsten`, `- aan de politiezone`. */
export const parse = (text: string): PrintedLabel => {
  const bare = clean(text)
  const dash = /^[-–—•·]\s*(?=\p{L})/u.exec(bare)
  if (dash !== null) return { enumerator: "-", words: normalize(bare.slice(dash[0].length)) }
  const [whole, enumerator = ""] = enumerators.exec(bare) ?? []
  return whole === undefined
    ? { enumerator: "", words: normalize(bare) }
    : { enumerator: enumerator.replace(/\.$/, ""), words: normalize(bare.slice(whole.length)) }
}

/** Returns a text without marks of markup, footnotes and repeated blanks. */
export const clean = (text: string): string =>
  (Encoding.undouble(text) ?? text)
    .replace(/&[a-z]+;|[*_]{2}|[\u00a0\u2000-\u200a\u202f]/gi, " ")
    .replace(/\s+/g, " ")
    .replace(/(?:\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|[*†‡]+|[¹²³⁰⁴-⁹]+))+\s*$/u, "")
    .replace(/\s*\((?:vervolg|continued)\)\s*$/i, "")
    .trim()

/** Returns the letters and digits of a text in lower case, without accents and without a formula such as `(a-b)`. */
export const normalize = (text: string): string =>
  text
    .replace(/\(\s*[A-Da-dIVX](?:[\sA-Da-dIVX+\-–−]*)\)*\s*$/, " ")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

/** Returns how much two normalized texts agree, from 0 to 1. A text that is cut off agrees with its beginning. */
export const agreement = (one: string, other: string): number => {
  if (one === other) return 1
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length >= 8 && long.startsWith(short)) return 0.92
  const left = pairs(short)
  const right = pairs(long)
  if (left.length + right.length === 0) return 0
  const counts = new Map<string, number>()
  for (const pair of right) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of left) {
    const count = counts.get(pair) ?? 0
    if (count === 0) continue
    common += 1
    counts.set(pair, count - 1)
  }
  return (2 * common) / (left.length + right.length)
}

const pairs = (text: string): ReadonlyArray<string> =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))

// A number, a roman number or one letter, then a point or bracket; or codes that are joined: `I.A.4-1`.
const enumerators =
  /^((?:[IVX]+|[A-H]|[a-h]|\d{1,2})(?:[.-](?:[IVX]+|[A-Za-z]|\d{1,2}))*)(?:[.)]+\s*|\s+(?=\S))(?=\p{L}|$)/u
