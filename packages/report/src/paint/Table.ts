/** Plain tables of words and amounts, in every format. */
import { CsvNotation } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import type { Language } from "../words/Language.ts"
import * as Clean from "./Clean.ts"
import * as FoldedGrid from "./FoldedGrid.ts"
import * as Grid from "./Grid.ts"
import * as MarkdownText from "./MarkdownText.ts"
import { html, type Markup } from "./Markup.ts"
import { slug } from "./NamedText.ts"
import * as Page from "./Page.ts"
import * as RecordList from "./RecordList.ts"
import { shown, type TableCell } from "./TableCell.ts"
import type { TableSum } from "./TableSum.ts"
import * as Wrapping from "./Wrapping.ts"

export {
  type DecimalCell,
  exact,
  percent,
  shown,
  type TableCell,
  textOrNumber,
} from "./TableCell.ts"

/** A table: its title, its column heads and its rows. */
export interface Table {
  readonly title: string
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<TableCell>>
  /** Cells that a workbook writes as a formula. */
  readonly sums?: ReadonlyArray<TableSum>
}

export interface TableReport {
  readonly title: string
  readonly sentences: ReadonlyArray<string>
  readonly tables: ReadonlyArray<Table>
}

/** Returns terminal text: amounts to the right, in cents, in Belgian notation. */
export const text = ({ title, sentences, tables }: TableReport, width?: number): string =>
  `${[
    ...(title === "" ? [] : [...clean(title, width), underline(Clean.line(title), width), ""]),
    ...sentences.flatMap((sentence) => clean(sentence, width)),
    ...(sentences.length === 0 ? [] : [""]),
    ...tables.flatMap((table) => [...clean(table.title, width), "", ...grid(table, width), ""]),
  ]
    .join("\n")
    .trimEnd()}\n`

export const markdown = ({ title, sentences, tables }: TableReport): string =>
  `${[
    `## ${MarkdownText.text(title)}`,
    "",
    ...sentences.map((sentence) => `${MarkdownText.text(sentence)}  `),
    ...(sentences.length === 0 ? [] : [""]),
    ...tables.flatMap((table) => [markdownTable(table), ""]),
  ].join("\n")}`

export const markdownTable = (table: Table): string =>
  [
    `### ${MarkdownText.text(table.title)}`,
    "",
    MarkdownText.row(table.head.map(MarkdownText.text)),
    MarkdownText.row(table.head.map((_, column) => (isAmount(table, column) ? "---:" : "---"))),
    ...table.rows.map((row) => MarkdownText.row(row.map((cell) => MarkdownText.text(shown(cell))))),
  ].join("\n")

/** Returns one table as CSV: amounts are exact. */
export const csv = ({ head, rows }: Table, notation: CsvNotation.CsvNotation = "be"): string =>
  CsvNotation.write([head, ...rows.map((row) => row.map((cell) => fieldOf(cell, notation)))], notation)

/** Returns all tables as one CSV file. Where there are several, each has its title above it and a blank line below it. */
export const allCsv = (tables: ReadonlyArray<Table>, notation: CsvNotation.CsvNotation = "be"): string => {
  const [only, ...others] = tables
  if (only !== undefined && others.length === 0) return csv(only, notation)
  const parts = tables.map(({ title, head, rows }) =>
    CsvNotation.lines(
      [[title], head, ...rows.map((row) => row.map((cell) => fieldOf(cell, notation)))],
      notation,
    ),
  )
  return CsvNotation.write([], notation) + parts.join("\n")
}

const fieldOf = (cell: TableCell, notation: CsvNotation.CsvNotation) =>
  typeof cell === "string"
    ? cell
    : CsvNotation.number(typeof cell === "bigint" ? Money.format(cell) : cell.decimal, notation)

export const page = ({ title, sentences, tables }: TableReport, language: Language): string =>
  Page.format({
    language,
    title,
    about: sentences,
    parts: tables.map((table, at) => part(table, `${slug(table.title)}-${at + 1}`)),
  })

/** Returns a page whose tables follow each other on one sheet of paper. */
export const sheet = ({ title, sentences, tables }: TableReport, language: Language): string =>
  Page.format({
    language,
    title,
    about: sentences,
    parts: [
      {
        id: "sheet",
        name: title,
        isWide: false,
        body: html`<section class="form sheet" id="sheet">
${tables.map((table, at) => {
  const id = `${slug(table.title)}-${at + 1}`
  return html`<h2 id="${id}-name">${table.title}</h2>
${grids(table, id)}`
})}</section>`,
      },
    ],
  })

export const part = (table: Table, id: string): Page.Page["parts"][number] => ({
  id,
  name: table.title,
  isWide: table.head.length > 5,
  body: section(table, id),
})

const section = (table: Table, id: string): Markup => html`<section class="form${
  table.head.length > 5 ? " wide" : ""
}" id="${id}">
<header><h2 id="${id}-name">${table.title}</h2></header>
${grids(table, id)}</section>`

const grids = (
  table: Table,
  id: string,
): Markup => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-name"><table>
<thead><tr>${table.head.map((name, column) =>
  name === ""
    ? html`<td></td>`
    : html`<th scope="col"${isAmount(table, column) ? html` class="figure"` : ""}>${name}</th>`,
)}</tr></thead>
<tbody>
${table.rows.map(
  (row) =>
    html`<tr>${row.map((cell, column) =>
      column === 0 && cell !== ""
        ? html`<th scope="row" class="l0">${shown(cell)}</th>`
        : isAmount(table, column)
          ? html`<td${typeof cell === "bigint" && cell < 0n ? html` class="bad"` : ""}>${shown(cell)}</td>`
          : html`<td class="text">${shown(cell)}</td>`,
    )}</tr>\n`,
)}</tbody>
</table></div>
`

const clean = (words: string, width: number | undefined): ReadonlyArray<string> =>
  Wrapping.paragraph(Clean.line(words), width)

const underline = (title: string, width: number = Number.POSITIVE_INFINITY): string =>
  "=".repeat(Math.min(width, Clean.width(title)))

const grid = (table: Table, width: number | undefined): ReadonlyArray<string> => {
  const columns = table.head.map(
    (_, column): Grid.GridColumn =>
      isAmount(table, column) ? { align: "right" } : { align: "left", flexible: true },
  )
  const texts = [table.head, ...table.rows].map((row) => row.map(shown))
  const rows = texts
    .filter((row) => row.some((one) => one !== ""))
    .map((row) => row.map((text) => ({ text })))
  if (width !== undefined) {
    const needed = Grid.widths(columns, rows)
    if (RecordList.suits(columns, needed, width))
      return RecordList.format(table.head, texts.slice(1), { needed, width })
  }
  const firstFigure = columns.findIndex(({ align }) => align === "right")
  return FoldedGrid.format(columns, rows, { width, lead: Math.max(1, firstFigure), least: 16 })
}

/** Returns whether a column holds figures. */
export const isAmount = ({ rows }: Table, column: number): boolean =>
  rows.some((row) => row[column] !== undefined && typeof row[column] !== "string")
