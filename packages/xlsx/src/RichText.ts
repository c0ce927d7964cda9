/** The text of a string item: its runs together, without phonetic guides. */

/** A text inside or beside another text: programs differ in what they show. `nested` is all of it, in one line. */
export interface NestedText {
  readonly nested: string
}

/** A text under way. */
export interface RichText {
  readonly clear: () => void
  readonly open: (name: string) => void
  readonly text: (words: string) => void
  readonly close: (name: string) => void
  readonly value: () => string | NestedText
}

export const start = (): RichText => {
  let words = ""
  /** Open elements from a `t` on: what an unknown element interrupts is still its text. */
  let depth = 0
  let phonetic = 0
  let isNested = false
  // Whether the item has a text outside its runs, and whether the last run has one: each may have one.
  let hasText = false
  let run: { hasText: boolean } | undefined
  return {
    clear: () => {
      words = ""
      depth = 0
      phonetic = 0
      isNested = false
      hasText = false
      run = undefined
    },
    open: (name) => {
      if (name === "rPh") phonetic++
      if (name === "r" && depth === 0) {
        if (hasText) isNested = true
        run = { hasText: false }
      }
      if (name === "t" && depth > 0) isNested = true
      if (name === "t" && phonetic === 0) {
        if ((run ?? { hasText }).hasText) isNested = true
        if (run === undefined) hasText = true
        else run.hasText = true
      }
      if (name === "t" || depth > 0) depth++
    },
    text: (more) => {
      if (depth > 0 && phonetic === 0) words += more
    },
    close: (name) => {
      if (name === "rPh") phonetic--
      if (depth > 0) depth--
    },
    value: () => (isNested ? { nested: unescaped(words) } : unescaped(words)),
  }
}

/** Decodes characters that XML cannot hold, which spreadsheets write as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
