/** Writes texts and table rows of Markdown in which no character of a text has a meaning to Markdown or HTML. */
import { ShownText } from "@grootboek/cells"
import * as Clean from "./Clean.ts"

/** Escapes a text. */
export const text = (value: string): string => ShownText.inMarkdown(Clean.line(value))

/** Escapes a text and prints it bold. */
export const bold = (value: string): string => `**${text(value)}**`

/** Joins cells that are escaped already into a row of a table. */
export const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

/** Indents the first cell of a row by a level. */
export const indent = (level: number): string => "&emsp;".repeat(level)
