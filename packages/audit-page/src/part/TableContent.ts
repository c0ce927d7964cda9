/** The content of a table as data, to save as CSV, as a workbook or as text. */
import { CsvNotation, type Workbook } from "@grootboek/cells"
import * as Figures from "../words/Figures.ts"

/** A cell: a text, or a plain decimal such as `-1234.50`. */
export type ContentCell = string | { readonly number: string }

export interface TableContent {
  readonly title: string
  readonly head: ReadonlyArray<string>
  /** The heads of the CSV, where other programs read them; those of the table when they are left out. */
  readonly keys?: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<ContentCell>>
}

/** Reads a table of the page: what is shown, without buttons and what only screen readers read. */
export const of = (table: HTMLTableElement, title: string): TableContent => {
  const head = [...(table.tHead?.rows ?? [])].filter((row) => !row.matches(".onpaper")).at(-1)
  const rows = [...table.tBodies].flatMap((body) => {
    // A cell that spans rows counts for each of them.
    let spanning: { readonly cell: ContentCell; left: number } | undefined
    return [...body.rows].map((row) => {
      const cells = [...row.cells]
      const own = cells.filter(isShown).map(contentOf)
      const [first] = cells
      if (first !== undefined && first.rowSpan > 1) {
        spanning = { cell: contentOf(first), left: first.rowSpan - 1 }
        return own
      }
      if (spanning === undefined || spanning.left === 0) return own
      spanning.left -= 1
      return [spanning.cell, ...own]
    })
  })
  return { title, head: [...(head?.cells ?? [])].filter(isShown).map(textOf), rows }
}

const isShown = (cell: Element): boolean => !cell.matches(".picture")

const contentOf = (cell: Element): ContentCell => {
  const text = textOf(cell)
  const number = cell.matches(".figure") ? plain(text) : undefined
  return number === undefined ? text : { number }
}

const textOf = (cell: Element): string => {
  const copy = cell.cloneNode(true)
  if (!(copy instanceof Element)) return ""
  for (const hidden of copy.querySelectorAll(".unseen, .noprint, [aria-hidden='true']")) hidden.remove()
  for (const part of copy.querySelectorAll("span, b, button, code")) part.append(" ")
  for (const item of copy.querySelectorAll("li")) item.append(" ; ")
  return (copy.textContent ?? "")
    .replace(/\s+/g, " ")
    .replace(/ ;\s*$/, "")
    .trim()
}

/** Returns a figure in Belgian notation as a plain decimal; undefined when it is not one. */
export const plain = (figure: string): string | undefined => {
  const text = figure.replace("\u2212", "-").replace(/^\+/, "")
  return /^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$/.test(text)
    ? text.replaceAll(".", "").replace(",", ".")
    : undefined
}

/** Returns the table as CSV in the notation of Belgian spreadsheets. */
export const csv = ({ head, keys = head, rows }: TableContent): string =>
  CsvNotation.write(
    [
      keys,
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell : CsvNotation.number(cell.number, "be"))),
      ),
    ],
    "be",
  )

export const workbook = ({ title, head, rows }: TableContent, name: string): Workbook.Workbook => ({
  title,
  sheets: [
    {
      name,
      titles: [title],
      columns: head.map((text, column) => ({
        head: { text },
        width: Math.min(
          60,
          Math.max(9, ...[text, ...rows.map((row) => shown(row[column]))].map(({ length }) => length + 2)),
        ),
        isFigure: rows.some((row) => typeof row[column] === "object"),
      })),
      frozen: 1,
      rows: rows.map((row) => ({
        cells: row.map((cell) =>
          typeof cell === "string"
            ? { text: cell }
            : { number: cell.number, decimals: cell.number.split(".")[1]?.length ?? 0 },
        ),
      })),
    },
  ],
})

/** Returns the table as text with aligned columns, for a mail. */
export const text = ({ title, head, rows }: TableContent): string => {
  const lines = [head, ...rows.map((row) => row.map(shown))]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const isFigure = head.map((_, column) => rows.some((row) => typeof row[column] === "object"))
  const line = (cells: ReadonlyArray<string>): string =>
    cells
      .map((cell, column) =>
        isFigure[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd()
  return [title, "", ...lines.map(line)].join("\n")
}

const shown = (cell: ContentCell | undefined): string =>
  cell === undefined || typeof cell === "string" ? (cell ?? "") : Figures.plain(cell.number)
