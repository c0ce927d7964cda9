/** A statement as a part of a page, laid out as the official document prints it. */
import { Money, type Statement } from "@grootboek/core"
import { html, type Markup, type MarkupPart } from "../../paint/Markup.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as StatementView from "../../view/StatementView.ts"
import * as AccountsText from "../../words/AccountsText.ts"
import * as AnswerText from "../../words/AnswerText.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"

/** The anchor of a statement on its page. */
export const anchor = ({ form }: Statement.Statement): string => form.replace(/[^A-Za-z0-9]/g, "-")

/** Returns a statement as markup: its heading, its table, and a note for every figure that is not the plain rounding of its exact amount. */
export const of = (filled: Statement.Statement, language: Language): Markup => {
  const { columns, items } = StatementView.of(filled)
  const name = FormTitle.heading(filled.form, language, filled.title)
  const where = FormTitle.about(filled, language)
  const id = anchor(filled)
  const notes: Array<string> = []
  const rows = items.map((item) =>
    item._tag === "Heading"
      ? html`<tr class="heading"><th scope="rowgroup" class="l${item.level}" colspan="${columns.length + 1}">${item.text}</th></tr>\n`
      : line(item, filled.decimals, (cell, year) => note(notes, { id, item, cell, year }, filled, language)),
  )
  return html`<section class="form${isWide(filled) ? " wide" : ""}" id="${id}">
<header><h2 id="${id}-name">${name}</h2><p class="faint">${where}</p>${AccountsText.about(filled, language).map((sentence) => html`<p class="faint">${sentence}</p>`)}</header>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-name"><table>
<thead><tr><td></td>${columns.map((column) => html`<th scope="col" class="figure">${StatementView.heading(column, language)}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
${noteList(notes, id)}</section>`
}

/** Returns whether a statement is printed in landscape, because it has many columns. */
export const isWide = (filled: Statement.Statement): boolean => StatementView.of(filled).columns.length > 4

const line = (
  item: StatementView.StatementLine,
  decimals: number,
  mark: (cell: Statement.StatementCell, year: number) => MarkupPart,
): Markup => {
  const isZero = item.cells.every((cell) => cell === undefined || Money.isZero(cell.printed))
  const kind = [isZero ? "zero" : "", StatementView.isMain(item) ? "top" : ""]
    .filter((word) => word !== "")
    .join(" ")
  const marker = item.marker === "" ? "" : html`<span class="marker">${item.marker}</span>`
  return html`<tr${kind === "" ? "" : html` class="${kind}"`}><th scope="row" class="l${Math.min(item.level, 9)}"${item.code === "" ? "" : html` title="${item.section === "" ? item.code : `${item.section}/${item.code}`}"`}>${marker}${item.label}</th>${item.cells.map(
    (cell) =>
      cell === undefined
        ? html`<td></td>`
        : html`<td${cell.printed < Money.zero ? html` class="bad"` : ""}>${Money.print(cell.printed, "be", decimals)}${mark(cell, cell.year)}</td>`,
  )}</tr>\n`
}

const note = (
  notes: Array<string>,
  {
    id,
    item,
    cell,
    year,
  }: {
    readonly id: string
    readonly item: StatementView.StatementLine
    readonly cell: Statement.StatementCell
    readonly year: number
  },
  { decimals }: Statement.Statement,
  language: Language,
): MarkupPart => {
  const alone = Money.round(cell.exact, decimals)
  if (alone === cell.printed) return ""
  const figures = {
    printed: Money.print(cell.printed, "be", decimals),
    exact: Money.print(cell.exact, "be"),
    rounded: Money.print(alone, "be", decimals),
  }
  notes.push(`${item.marker} ${item.label} ${year}: ${AnswerText.roundingNote(figures, language)}`)
  return html`<sup><a href="#${id}-note-${notes.length}" aria-label="${Words.of(language).note} ${notes.length}">${notes.length}</a></sup>`
}

const noteList = (notes: ReadonlyArray<string>, id: string): MarkupPart =>
  notes.length === 0
    ? ""
    : html`<ol class="notes">
${notes.map((text, at) => html`<li id="${id}-note-${at + 1}">${text}</li>\n`)}</ol>
`
