/** The figures at the end of a line without delimiters, in every way in which blanks may separate or group digits. */

/** The label of a line, and the ways to read its figures. */
export interface PrintedLine {
  readonly label: string
  readonly readings: ReadonlyArray<ReadonlyArray<string>>
}

/** Splits a line that should end with `count` figures. It has no readings when it has another number of figures. */
export const split = (text: string, count: number): PrintedLine => {
  const pieces = [...text.matchAll(/(\s*)(\S+)/g)].map(
    ([, gap = "", word = ""], index): Piece => ({
      word: word.replace(/(?<=\d)(?:\(\d{1,2}\)|[*†‡]+|[¹²³⁰⁴-⁹]+)$/u, ""),
      isApart: index > 0 && (gap.length > 1 || gap.includes("\t")),
    }),
  )
  let first = pieces.length
  while (first > 0 && isFigure(pieces[first - 1]?.word ?? "")) first -= 1
  // A dash before a word is the enumerator of the label, and a sign before a blank belongs to the figure.
  const tail = pieces.slice(first)
  const labelOf = (dropped: number): string =>
    pieces
      .slice(0, first + dropped)
      .map(({ word }) => word)
      .join(" ")
  for (let dropped = 0; dropped <= Math.max(0, tail.length - count); dropped++) {
    const readings = ways(tail.slice(dropped), count)
    if (readings.length > 0) return { label: labelOf(dropped), readings }
  }
  return { label: labelOf(0), readings: [] }
}

/** A word, and whether a wide gap separates it from the one before. */
interface Piece {
  readonly word: string
  readonly isApart: boolean
}

/** Returns whether a word can be a figure, or a part of one. */
export const isFigure = (word: string): boolean =>
  /^[(+\-−–]?(?:€|EUR)?[+\-−–]?(?:\d[\d.,]*|,\d+)(?:[-−–]|,-|€|%)?\)?$/.test(word) ||
  /^(?:[-−–—]|€|n\.?v\.?t\.?|nihil|\/)$/i.test(word)

const mostReadings = 64

const ways = (tail: ReadonlyArray<Piece>, count: number): ReadonlyArray<ReadonlyArray<string>> => {
  const out: Array<ReadonlyArray<string>> = []
  const extend = (at: number, figures: ReadonlyArray<string>): void => {
    if (out.length >= mostReadings) return
    const left = count - figures.length
    if (left === 0) {
      if (at === tail.length) out.push(figures)
      return
    }
    if (tail.length - at < left) return
    let figure = ""
    for (let end = at; end < tail.length; end++) {
      const piece = tail[end]
      if (piece === undefined || (end > at && piece.isApart)) return
      const next = joined(figure, piece.word)
      if (next === undefined) return
      figure = next
      if (isWhole(figure)) extend(end + 1, [...figures, figure])
    }
  }
  extend(0, [])
  const isUniform = (figures: ReadonlyArray<string>): boolean =>
    !figures.some((figure) => figure.includes(" ")) ||
    !figures.some((figure) => /\d{4,}|\d[.]\d{3}/.test(figure))
  const alike = out.filter(isUniform)
  return alike.length > 0 ? alike : out
}

// `1 204 333`, `- 500`, `€ 500`, `500 €`: a group of three digits continues a number that began with at most three.
const joined = (figure: string, word: string): string | undefined => {
  if (figure === "") return word
  if (/^(?:[-−–]|€|[-−–]\s?€)$/.test(figure)) return /^[\d(]/.test(word) ? `${figure} ${word}` : undefined
  if (word === "€") return /\d$/.test(figure) ? `${figure} ${word}` : undefined
  if (!/^\d{3}(?:[.,]\d+)?(?:[-−–)€])?$/.test(word)) return undefined
  return /^[(+\-−–]?\s?(?:€\s?)?[1-9]\d{0,2}(?: \d{3})*$/.test(figure) ? `${figure} ${word}` : undefined
}

const isWhole = (figure: string): boolean =>
  figure !== "€" && !(figure.startsWith("(") && !figure.endsWith(")"))
