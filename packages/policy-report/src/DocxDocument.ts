/** A report as an office document: headings with styles, real tables, page numbers, and a table of contents. */
import type { Document as Report } from "@grootboek/cells"
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from "docx"
import * as Contents from "./Contents.ts"
import * as DocxBlock from "./DocxBlock.ts"
import * as DocxText from "./DocxText.ts"
import * as FixedTime from "./FixedTime.ts"

export const write = async (report: Report.Document): Promise<Uint8Array> =>
  FixedTime.ofFiles(
    new Uint8Array(
      await Packer.toArrayBuffer(document(report), undefined, [
        FixedTime.properties(DocxText.clean(report.title)),
      ]),
    ),
  )

const document = ({ language, title, about, contents, running, page, blocks }: Report.Document): Document => {
  const sizes = contents === undefined ? DocxText.ofSheet : DocxText.ofReport
  return new Document({
    title: DocxText.clean(title),
    creator: "Grootboek",
    // Word computes the table of contents when it opens the file, after a question.
    features: { updateFields: contents !== undefined },
    styles: {
      default: {
        document: {
          run: {
            font: "Arial",
            size: sizes.text,
            language: { value: language === "nl" ? "nl-BE" : "en-GB" },
          },
        },
        title: { run: { size: sizes.title, bold: true }, paragraph: { spacing: { after: 6 * sizes.title } } },
        heading1: heading(32, 480),
        heading2: heading(26, 320),
        heading3: heading(22, 240),
        heading4: heading(20, 200),
        heading5: heading(20, 160),
      },
      paragraphStyles: [
        {
          id: "Caption",
          name: "caption",
          basedOn: "Normal",
          next: "Normal",
          run: { bold: true, size: sizes.caption },
          paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
        },
        { id: "Cell", name: "Table text", basedOn: "Normal", run: { size: sizes.cell } },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_250, bottom: 1_020, left: 907, right: 907 },
          },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ style: "Cell", text: DocxText.clean(running) })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: "Cell",
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ children: [`${page} `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: DocxText.clean(title) }),
          ...about.map((text) => new Paragraph({ text: DocxText.clean(text) })),
          ...(contents === undefined
            ? []
            : [
                new Paragraph({ style: "Caption", text: contents, pageBreakBefore: true }),
                new TableOfContents(contents, { hyperlink: true, headingStyleRange: "1-4" }),
              ]),
          ...blocks.flatMap((block, at) =>
            DocxBlock.of(block, { isTitled: !Contents.repeatsHeading(blocks, at), sizes }),
          ),
        ],
      },
    ],
  })
}

/** Returns a style: `size` in half points, the space `before` in twentieths of a point. */
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: "1B1F24" },
  paragraph: { keepNext: true, spacing: { before, after: 100 } },
})
