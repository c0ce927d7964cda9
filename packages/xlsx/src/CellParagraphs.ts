/** The text of a cell in an OpenDocument spreadsheet: its paragraphs as lines, without comments and drawings. */
import { longestText } from "./Caps.ts"
import type { NestedText } from "./RichText.ts"

/** The paragraphs of a cell under way. */
export interface CellParagraphs {
  readonly clear: () => void
  readonly open: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void
  readonly text: (words: string) => void
  readonly close: (name: string) => void
  readonly value: () => string | NestedText
  /** Returns the text outside every paragraph, which no program shows. */
  readonly stray: () => string
}

export const start = (): CellParagraphs => {
  let words = ""
  let stray = ""
  let paragraphs = 0
  /** Open paragraphs: one inside another is shown by some programs only. */
  let depth = 0
  let isNested = false
  /** Whether blanks that follow are part of a blank that was written, or begin the paragraph. */
  let isBlank = true
  const write = (text: string): void => {
    if (words.length <= longestText) words += text
  }
  return {
    clear: () => {
      words = ""
      stray = ""
      paragraphs = 0
      depth = 0
      isNested = false
    },
    open: (name, { "text:c": count = "1" }) => {
      if (name === "p" || name === "h") {
        if (depth > 0) isNested = true
        depth++
        if (paragraphs > 0) write("\n")
        paragraphs++
        isBlank = true
      }
      if (depth === 0) return
      // Blanks that were typed, tabs and ends of lines are elements; those of the XML itself collapse.
      if (name === "s") write(" ".repeat(/^\d{1,5}$/.test(count) ? Math.min(Number(count), longestText) : 1))
      if (name === "tab") write("\t")
      if (name === "line-break") write("\n")
      if (name === "s" || name === "tab" || name === "line-break") isBlank = false
    },
    text: (more) => {
      if (depth === 0) {
        stray = (stray + more).slice(0, 60)
        return
      }
      const text = more.replace(/[ \t\r\n]+/g, " ")
      write(isBlank ? text.replace(/^ /, "") : text)
      if (text !== "") isBlank = text.endsWith(" ")
    },
    close: (name) => {
      if (name !== "p" && name !== "h") return
      depth--
      if (isBlank && words.endsWith(" ")) words = words.slice(0, -1)
    },
    value: () => (isNested ? { nested: words } : words),
    stray: () => stray.trim(),
  }
}
