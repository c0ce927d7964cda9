/**
 * A report as one page without scripts or external files, to print on A4: page numbers, a running title, and a table of
 * contents. Each figure has the address of its cell, as a link to the audit page.
 */
import { type Document, ShownText } from "@grootboek/cells"
import * as Contents from "./Contents.ts"
import * as KeptTable from "./KeptTable.ts"
import * as PrintStyle from "./PrintStyle.ts"

/** Where the audit page is, as seen from the report; figures have no links without it. */
export interface HtmlOptions {
  readonly auditPage?: string
}

export const write = (document: Document.Document, { auditPage }: HtmlOptions = {}): string => {
  const lines = Contents.lines(document)
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${ShownText.inHtml(document.title)}</title>
<style>${PrintStyle.sheet(document)}</style>
</head>
<body>
<header>
<h1 class="title">${ShownText.inHtml(document.title)}</h1>
${document.about.map((line) => `<p>${ShownText.inHtml(line)}</p>`).join("\n")}
</header>
${document.contents === undefined ? "" : contents(document.contents, lines)}<main>
${document.blocks
  .map((block, at) =>
    painted(block, {
      id: lines.get(at)?.id ?? "",
      auditPage,
      isTitled: !Contents.repeatsHeading(document.blocks, at),
    }),
  )
  .join("\n")}
</main>
</body>
</html>
`
}

const contents = (title: string, lines: ReadonlyMap<number, Contents.ContentsLine>): string =>
  `<nav aria-labelledby="contents"><h2 id="contents">${ShownText.inHtml(title)}</h2>
<ol>
${[...lines.values()]
  .filter(({ level }) => level <= 4)
  .map(({ id, level, text }) => `<li class="l${level}"><a href="#${id}">${ShownText.inHtml(text)}</a></li>`)
  .join("\n")}
</ol></nav>
`

interface Context {
  readonly id: string
  readonly auditPage: string | undefined
  /** False for a table whose title is the heading above it. */
  readonly isTitled: boolean
}

const painted = (block: Document.DocumentBlock, context: Context): string => {
  switch (block._tag) {
    case "Heading":
      return `<h${block.level} id="${context.id}">${ShownText.inHtml(block.text)}</h${block.level}>`
    case "Paragraph":
      return `<p class="text">${ShownText.inHtml(block.text)}</p>`
    case "Labelled":
      return `<dl>${block.texts
        .map(({ label, text }) => `<dt>${ShownText.inHtml(label)}</dt><dd>${ShownText.inHtml(text)}</dd>`)
        .join("")}</dl>`
    case "Table":
      return table(block, context)
  }
}

const table = (block: Document.DocumentTable, { auditPage, isTitled }: Context): string => {
  const { title, head, rows } = block
  return `<table class="${[
    ...(head.some(({ isFigure }) => isFigure === true) ? ["figures"] : ["words"]),
    ...(KeptTable.is(block) ? ["short"] : []),
  ].join(" ")}">
${title === "" ? "" : `<caption${isTitled ? "" : ' class="unseen"'}>${ShownText.inHtml(title)}</caption>`}
<thead><tr>${head.map((cell) => (cell.text === "" ? "<td></td>" : `<th scope="col"${figure(cell)}>${ShownText.inHtml(cell.text)}</th>`)).join("")}</tr></thead>
<tbody>
${rows.map((row) => tableRow(row, head.length, auditPage)).join("\n")}
</tbody>
</table>`
}

const tableRow = (
  { cells, level, isHeading, isStrong }: Document.DocumentRow,
  columns: number,
  auditPage: string | undefined,
): string => {
  const [first, ...others] = cells
  if (first === undefined) return ""
  const indent = ` class="l${Math.min(level, 9)}"`
  if (isHeading)
    return `<tr class="heading"><th scope="rowgroup" colspan="${columns}"${indent}>${ShownText.inHtml(first.text)}</th></tr>`
  return `<tr${isStrong ? ' class="strong"' : ""}><th scope="row"${indent}>${ShownText.inHtml(first.text)}</th>${others
    .map((cell) => `<td${figure(cell)}${address(cell)}>${linked(cell, auditPage)}</td>`)
    .join("")}</tr>`
}

const figure = ({ isFigure }: Document.DocumentCell): string => (isFigure === true ? ' class="figure"' : "")

const address = ({ address: cell }: Document.DocumentCell): string =>
  cell === undefined ? "" : ` data-cell="${ShownText.inHtml(`${cell.form}/${cell.row}/${cell.year}`)}"`

const linked = ({ text, address: cell }: Document.DocumentCell, auditPage: string | undefined): string =>
  auditPage === undefined || cell === undefined || cell.row === ""
    ? ShownText.inHtml(text)
    : `<a href="${ShownText.inHtml(`${auditPage}#${fragment(cell)}`)}">${ShownText.inHtml(text)}</a>`

// The fragment of a cell, as the audit page reads it.
const fragment = ({ form, row, year }: Document.FigureAddress): string =>
  new URLSearchParams({ view: "statements", form, row, year: String(year) }).toString().replaceAll("%2F", "/")
