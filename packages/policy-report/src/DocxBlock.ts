/** A block of an office document: a heading, a paragraph, labelled texts or a table. */
import type { Document as Report } from "@grootboek/cells"
import { HeadingLevel, Paragraph, type Table, TextRun } from "docx"
import * as DocxTable from "./DocxTable.ts"
import * as DocxText from "./DocxText.ts"

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

export interface BlockOptions {
  readonly isTitled: boolean
  readonly sizes: DocxText.TextSizes
}

/** Returns a block as paragraphs and tables. A table without its title follows a heading with the same text. */
export const of = (
  block: Report.DocumentBlock,
  { isTitled, sizes }: BlockOptions,
): ReadonlyArray<Paragraph | Table> => {
  switch (block._tag) {
    case "Heading":
      return [
        new Paragraph({
          heading: headings[block.level - 1] ?? HeadingLevel.HEADING_5,
          text: DocxText.clean(block.text),
          pageBreakBefore: block.level === 1,
        }),
      ]
    case "Paragraph":
      return [new Paragraph({ spacing: { after: 100 }, children: DocxText.runs(block.text) })]
    case "Labelled":
      return block.texts.map(
        ({ label, text }) =>
          new Paragraph({
            spacing: { after: 60 },
            children: [
              new TextRun({ text: `${DocxText.clean(label)}: `, bold: true }),
              ...DocxText.runs(text),
            ],
          }),
      )
    case "Table":
      return [
        ...(isTitled && block.title !== ""
          ? [new Paragraph({ style: "Caption", text: DocxText.clean(block.title) })]
          : []),
        DocxTable.of(block, sizes),
        new Paragraph({ style: "Cell" }),
      ]
  }
}
