/** A report as an office document: headings with styles, real tables, page numbers, and a table of contents. */
import { type Document as Report, ShownText } from "@grootboek/cells"
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from "docx"
import * as ColumnWidths from "./ColumnWidths.ts"
import * as Contents from "./Contents.ts"
import * as FixedTime from "./FixedTime.ts"
import * as KeptTable from "./KeptTable.ts"

export const write = async (report: Report.Document): Promise<Uint8Array> =>
  FixedTime.ofFiles(
    new Uint8Array(
      await Packer.toArrayBuffer(document(report), undefined, [FixedTime.properties(clean(report.title))]),
    ),
  )

/** The sizes of text, in half points. */
interface TextSizes {
  readonly title: number
  readonly text: number
  readonly cell: number
  readonly caption: number
}

const ofReport: TextSizes = { title: 40, text: 20, cell: 16, caption: 18 }

/** A document without a table of contents, such as a decision, is printed on one sheet where it can be. */
const ofSheet: TextSizes = { title: 30, text: 17, cell: 14, caption: 16 }

const document = ({ language, title, about, contents, running, page, blocks }: Report.Document): Document => {
  const sizes = contents === undefined ? ofSheet : ofReport
  return new Document({
    title: clean(title),
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
          default: new Header({ children: [new Paragraph({ style: "Cell", text: clean(running) })] }),
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
          new Paragraph({ heading: HeadingLevel.TITLE, text: clean(title) }),
          ...about.map((text) => new Paragraph({ text: clean(text) })),
          ...(contents === undefined
            ? []
            : [
                new Paragraph({ style: "Caption", text: contents, pageBreakBefore: true }),
                new TableOfContents(contents, { hyperlink: true, headingStyleRange: "1-4" }),
              ]),
          ...blocks.flatMap((block, at) =>
            painted(block, { isTitled: !Contents.repeatsHeading(blocks, at), sizes }),
          ),
        ],
      },
    ],
  })
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: "1B1F24" },
  paragraph: { keepNext: true, spacing: { before, after: 100 } },
})

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

interface PaintOptions {
  readonly isTitled: boolean
  readonly sizes: TextSizes
}

const painted = (
  block: Report.DocumentBlock,
  { isTitled, sizes }: PaintOptions,
): ReadonlyArray<Paragraph | Table> => {
  switch (block._tag) {
    case "Heading":
      return [
        new Paragraph({
          heading: headings[block.level - 1] ?? HeadingLevel.HEADING_5,
          text: clean(block.text),
          pageBreakBefore: block.level === 1,
        }),
      ]
    case "Paragraph":
      return [new Paragraph({ spacing: { after: 100 }, children: runs(block.text) })]
    case "Labelled":
      return block.texts.map(
        ({ label, text }) =>
          new Paragraph({
            spacing: { after: 60 },
            children: [new TextRun({ text: `${clean(label)}: `, bold: true }), ...runs(text)],
          }),
      )
    case "Table":
      return [
        ...(isTitled && block.title !== ""
          ? [new Paragraph({ style: "Caption", text: clean(block.title) })]
          : []),
        table(block, sizes),
        new Paragraph({ style: "Cell" }),
      ]
  }
}

/** The width of the text between the margins of A4, in twentieths of a point. */
const textWidth = 10_092

/** The width of a digit, in twentieths of a point for each half point of its size. */
const characterWidth = 92 / ofReport.cell

const table = (block: Report.DocumentTable, { cell }: TextSizes): Table => {
  const { head, rows } = block
  const widths = ColumnWidths.of(block, { table: textWidth, character: characterWidth * cell })
  // A paragraph that is kept with the next one keeps its row on the page of the next row.
  const isShort = KeptTable.is(block)
  const isKept = (row: number): boolean => (isShort ? row < rows.length - 1 : row < 0)
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: none,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((cell, at) =>
          tableCell(cell, { width: widths[at] ?? 0, isStrong: true, indent: 0, isKept: isKept(-1) }),
        ),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: row.isHeading
              ? [
                  tableCell(row.cells[0] ?? { text: "" }, {
                    width: textWidth,
                    isStrong: true,
                    indent: row.level,
                    isKept: isKept(place),
                    columns: head.length,
                  }),
                ]
              : head.map((_, at) =>
                  tableCell(row.cells[at] ?? { text: "" }, {
                    width: widths[at] ?? 0,
                    isStrong: row.isStrong,
                    indent: at === 0 ? row.level : 0,
                    isKept: isKept(place),
                  }),
                ),
          }),
      ),
    ],
  })
}

const line = { style: BorderStyle.SINGLE, size: 2, color: "D8DEE4" } as const
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const

const tableCell = (
  { text, isFigure }: Report.DocumentCell,
  {
    width,
    isStrong,
    indent,
    isKept,
    columns,
  }: {
    readonly width: number
    readonly isStrong: boolean
    readonly indent: number
    readonly isKept: boolean
    readonly columns?: number
  },
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 20, bottom: 20, left: 50, right: 50 },
    ...(columns === undefined ? {} : { columnSpan: columns }),
    children: [
      new Paragraph({
        style: "Cell",
        keepNext: isKept,
        alignment: isFigure === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { left: indent * 120 },
        children: runs(text, isStrong),
      }),
    ],
  })

const runs = (text: string, isStrong = false): Array<TextRun> =>
  clean(text)
    .split("\n")
    .map((part, at) => new TextRun({ text: part, bold: isStrong, ...(at === 0 ? {} : { break: 1 }) }))

// XML has no control characters.
const clean = ShownText.of
