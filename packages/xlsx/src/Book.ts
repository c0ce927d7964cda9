/** Writes workbooks: real numbers, sums as formulas with their values, a frozen header, one page wide on paper. */
import { ShownText, type Workbook } from "@grootboek/cells"
import * as Effect from "effect/Effect"
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx"
import * as ShownSheet from "./ShownSheet.ts"
import * as SumFormula from "./SumFormula.ts"
import * as TextHeight from "./TextHeight.ts"

/** Writes a workbook. The same workbook gives the same bytes. `onSheet` is called before each sheet: memory can be collected then. */
export const write = (
  { title, ...book }: Workbook.Workbook,
  onSheet: () => void = () => {},
): Effect.Effect<Uint8Array> =>
  Effect.promise(() => {
    const names = namesOf(book.sheets.map(({ name }) => ShownText.of(name)))
    return writeXlsx({
      // One copy at a time: a plan of thousands of actions has hundreds of thousands of cells.
      sheets: book.sheets.map((sheet, index) => {
        onSheet()
        return sheetOf(ShownSheet.of(sheet), names[index] ?? "")
      }),
      defaultFont: font,
      properties: {
        title: ShownText.of(title),
        creator: "Grootboek",
        // No clock, so that writing twice gives the same bytes.
        created: new Date(0),
        modified: new Date(0),
      },
    })
  })

const font = { name: "Calibri", size: 11 } as const
const strong = { ...font, bold: true } as const

const sheetOf = (sheet: Workbook.BookSheet, name: string): WriteSheet => {
  const { titles, columns, rows, frozen } = sheet
  const table: Array<Array<CellValue>> = []
  const cells = new Map<string, Partial<Cell>>()
  const styles = new Map<string, { readonly style: CellStyle }>()
  // One object per style: a workbook has thousands of cells and few styles.
  const styled = (style: CellStyle): { readonly style: CellStyle } => {
    const key = JSON.stringify(style)
    const known = styles.get(key) ?? { style }
    styles.set(key, known)
    return known
  }
  titles.forEach((text, index) => {
    cells.set(`${index},0`, styled({ font: index === 0 ? { ...strong, size: 14 } : font }))
    table.push([text])
  })
  if (titles.length > 0) table.push([])
  const header = table.length
  const isAfterFigure = (column: number): boolean => columns[column - 1]?.isFigure === true
  const heights = new Map<number, { readonly height: number }>()
  const measure = (row: ReadonlyArray<Workbook.SheetCell>, isStrong: boolean): void => {
    const height = TextHeight.of(
      row.flatMap((cell, column) =>
        cell !== undefined && "text" in cell
          ? [{ text: cell.text, width: (columns[column]?.width ?? 0) - 2 * (cell.indent ?? 0), isStrong }]
          : [],
      ),
    )
    heights.set(table.length, { height })
  }
  measure(
    columns.map(({ head }) => head),
    true,
  )
  table.push(
    columns.map(({ head, isFigure }, column) => {
      const numFmt = head !== undefined && "count" in head ? { numFmt: "0" } : {}
      const indent = !isFigure && isAfterFigure(column) ? { indent: 1 } : {}
      const horizontal = isFigure ? ("right" as const) : ("left" as const)
      const alignment = { alignment: { horizontal, wrapText: true, ...indent } }
      cells.set(`${header},${column}`, styled({ font: strong, ...alignment, ...numFmt }))
      return cellValue(head)
    }),
  )
  const first = header + 1
  for (const { cells: row, isStrong = false } of rows) {
    const at = table.length
    measure(row, isStrong)
    table.push(row.map(cellValue))
    row.forEach((cell, column) => {
      if (cell === undefined) return
      const formatted = styled({
        font: isStrong ? strong : font,
        ...(columns[column]?.isCode === true ? { numFmt: "@" } : {}),
        ...formatOf(cell, isAfterFigure(column) ? 1 : 0),
      })
      const formula = formulaOf(cell, first)
      cells.set(`${at},${column}`, formula === undefined ? formatted : { ...formatted, ...formula })
    })
  }
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return {
    name,
    rows: table,
    cells,
    rowDefs: heights,
    columns: columns.map(({ width, isCode = false }) => ({
      width,
      ...(isCode ? styled({ font, numFmt: "@" }) : {}),
    })),
    freezePane: { rows: first, columns: frozen },
    pageSetup: {
      paperSize: "a4",
      orientation: width > portraitWidth ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first}:$${first}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
  }
}

/** Characters beyond which an A4 page in portrait would be printed too small to read. */
const portraitWidth = 110

const cellValue = (cell: Workbook.SheetCell): CellValue =>
  cell === undefined
    ? null
    : "text" in cell
      ? cell.text
      : "count" in cell
        ? cell.count
        : // An amount has at most 18 digits; a spreadsheet keeps 15 of them.
          Number(cell.number)

const formulaOf = (
  cell: Exclude<Workbook.SheetCell, undefined>,
  first: number,
): Partial<Cell> | undefined => {
  if (!("number" in cell) || cell.sum === undefined) return undefined
  const formula = SumFormula.of(cell.sum, first)
  return formula === undefined ? undefined : { type: "formula", formula, formulaResult: Number(cell.number) }
}

const formatOf = (cell: Exclude<Workbook.SheetCell, undefined>, margin: number): CellStyle =>
  "text" in cell
    ? {
        alignment: {
          wrapText: true,
          vertical: "top",
          horizontal: "left",
          indent: (cell.indent ?? 0) + margin,
        },
      }
    : {
        numFmt: "count" in cell ? "0" : numberFormat(cell.decimals),
        alignment: { vertical: "top" },
      }

/** Belgian thousands and decimals, whatever the language of the program that opens the file. */
const belgian = "[$-813]"

/** Returns the format of amounts: one that rounds to zero has no sign. */
const numberFormat = (decimals: number): string => {
  const zeros = "0".repeat(decimals)
  const half = `0.${zeros}5`
  const figure = decimals === 0 ? "#,##0" : `#,##0.${zeros}`
  const nothing = decimals === 0 ? "0" : `0.${zeros}`
  return `${belgian}[>=${half}]${figure};${belgian}[<=-${half}]-${figure};${belgian}${nothing}`
}

/** Returns names that Excel allows for sheets, each once. */
const namesOf = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const taken = new Set<string>()
  return names.map((name) => {
    const bare =
      name
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "-"
    let free = bare.slice(0, longestName)
    for (let turn = 2; taken.has(free.toLowerCase()); turn++)
      free = `${bare.slice(0, longestName - ` (${turn})`.length)} (${turn})`
    taken.add(free.toLowerCase())
    return free
  })
}

const longestName = 31
