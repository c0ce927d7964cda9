/** How a text is wanted: its language, whether in colour, and how wide. */
import type { Language } from "../Language.ts"
import * as Ink from "./Ink.ts"

/** See the fields. */
export interface Options {
  readonly language: Language
  /** ANSI colours; none unless asked. */
  readonly colour?: boolean
  /** The width of the terminal in characters: long labels are broken to fit. Without it nothing is broken. */
  readonly width?: number
}

/** The ink that is wanted. */
export const ink = ({ colour = false }: Options): Ink.Ink => (colour ? Ink.colour : Ink.none)
