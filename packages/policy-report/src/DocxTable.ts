/** A table of an office document. */
import type { Document as Report } from "@grootboek/cells"
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from "docx"
import * as ColumnWidths from "./ColumnWidths.ts"
import * as DocxText from "./DocxText.ts"
import * as KeptTable from "./KeptTable.ts"

/** The width of the text between the margins of A4, in twentieths of a point. */
const textWidth = 10_092

/** The width of a digit, in twentieths of a point for each half point of its size. */
const characterWidth = 92 / DocxText.ofReport.cell

/** Returns a table whose header repeats on every page. */
export const of = (block: Report.DocumentTable, { cell }: DocxText.TextSizes): Table => {
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
        children: DocxText.runs(text, isStrong),
      }),
    ],
  })
