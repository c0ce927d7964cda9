/** The text of a string item: its runs together, without phonetic guides. */

/** A text under way. */
export interface RichText {
  readonly clear: () => void
  readonly open: (name: string) => void
  readonly text: (words: string) => void
  readonly close: (name: string) => void
  readonly value: () => string
}

/** Starts with an empty text. */
export const start = (): RichText => {
  let words = ""
  /** Open elements from a `t` on: what an unknown element interrupts is still its text. */
  let depth = 0
  let phonetic = 0
  return {
    clear: () => {
      words = ""
      depth = 0
      phonetic = 0
    },
    open: (name) => {
      if (name === "rPh") phonetic++
      if (name === "t" || depth > 0) depth++
    },
    text: (more) => {
      if (depth > 0 && phonetic === 0) words += more
    },
    close: (name) => {
      if (name === "rPh") phonetic--
      if (depth > 0) depth--
    },
    value: () => unescaped(words),
  }
}

/** Decodes characters that XML cannot hold, which spreadsheets write as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
