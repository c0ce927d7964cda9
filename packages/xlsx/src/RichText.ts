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
  let isText = false
  let phonetic = 0
  return {
    clear: () => {
      words = ""
      isText = false
      phonetic = 0
    },
    open: (name) => {
      if (name === "rPh") phonetic++
      isText = name === "t" && phonetic === 0
    },
    text: (more) => {
      if (isText) words += more
    },
    close: (name) => {
      if (name === "rPh") phonetic--
      isText = false
    },
    value: () => unescaped(words),
  }
}

/** Decodes characters that XML cannot hold, which spreadsheets write as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
