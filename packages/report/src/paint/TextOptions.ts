/** How a terminal text is printed: its language, its colours and its width. */
import type { Audience, Language } from "../words/Language.ts"

export interface TextOptions {
  readonly language: Language
  /** ANSI colours; none by default. */
  readonly colour?: boolean
  /** The width of the terminal in characters: long labels are broken to fit. Without it no line is broken. */
  readonly width?: number
  /** Who reads the text: on the command line it names options. `library` by default. */
  readonly audience?: Audience
}

/** Functions that mark a text, named by meaning. */
export interface Marks {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly bad: (text: string) => string
  readonly good: (text: string) => string
}

export const marks = ({ colour = false }: TextOptions): Marks => (colour ? coloured : plain)

const same = (text: string): string => text
const ansi = (code: number) => (text: string) => (text === "" ? "" : `\u001b[${code}m${text}\u001b[0m`)

const plain: Marks = { strong: same, faint: same, bad: same, good: same }
const coloured: Marks = { strong: ansi(1), faint: ansi(2), bad: ansi(31), good: ansi(32) }
