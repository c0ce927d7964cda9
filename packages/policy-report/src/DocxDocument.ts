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

const document = ({ language, title, about, contents, running, page, blocks }: Report.Document): Document =>
  new Document({
    title: clean(title),
    creator: "Grootboek",
    // Word computes the table of contents when it opens the file, after a question.
    features: { updateFields: contents !== undefined },
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: 20, language: { value: language === "nl" ? "nl-BE" : "en-GB" } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
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
          run: { bold: true, size: 18 },
          paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
        },
        { id: "Cell", name: "Table text", basedOn: "Normal", run: { size: 16 } },
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
          ...blocks.flatMap((block, at) => painted(block, !Contents.repeatsHeading(blocks, at))),
        ],
      },
    ],
  })

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

const painted = (block: Report.DocumentBlock, isTitled: boolean): ReadonlyArray<Paragraph | Table> => {
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
        table(block),
        new Paragraph({ style: "Cell" }),
      ]
  }
}

/** The width of the text between the margins of A4, in twentieths of a point. */
const textWidth = 10_092

/** The width of a digit in the text of a table, in twentieths of a point. */
const characterWidth = 92

const table = (block: Report.DocumentTable): Table => {
  const { head, rows } = block
  const widths = ColumnWidths.of(block, { table: textWidth, character: characterWidth })
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
