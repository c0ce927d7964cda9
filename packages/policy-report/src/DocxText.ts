/** Text of an office document: its sizes, and its runs. */
import { ShownText } from "@grootboek/cells"
import { TextRun } from "docx"

/** The sizes of text, in half points. */
export interface TextSizes {
  readonly title: number
  readonly text: number
  readonly cell: number
  readonly caption: number
}

export const ofReport: TextSizes = { title: 40, text: 20, cell: 16, caption: 18 }

/** A document without a table of contents, such as a decision, is printed on one sheet where it can be. */
export const ofSheet: TextSizes = { title: 30, text: 17, cell: 14, caption: 16 }

/** Returns text as runs: a line break within it is a line break of the document. */
export const runs = (text: string, isStrong = false): Array<TextRun> =>
  clean(text)
    .split("\n")
    .map((part, at) => new TextRun({ text: part, bold: isStrong, ...(at === 0 ? {} : { break: 1 }) }))

/** Returns text without control characters, which XML does not have. */
export const clean = ShownText.of
