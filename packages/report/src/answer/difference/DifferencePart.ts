/** A difference as parts of a page: its causes with who decided them, and a table per form of what changed and why. */
import { Address, type Diff, Money } from "@grootboek/core"
import { html, type Markup } from "../../paint/Markup.ts"
import * as Causes from "../../view/Causes.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as Figure from "../../words/Figure.ts"
import type { Language } from "../../words/Language.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import * as Words from "../../words/Words.ts"

/** The causes, taken together. */
export const causes = (changed: Diff.Difference, language: Language): Markup => {
  const words = Words.of(language)
  const deciders = Resolutions.byEntry(changed.decisions)
  return html`<section class="form" id="causes">
<header><h2 id="causes-name">${words.causes}</h2></header>
<div class="scroll" tabindex="0" role="region" aria-labelledby="causes-name"><table class="words">
<thead><tr>${[words.entry, words.why, words.decided].map((word) => html`<th scope="col">${word}</th>`)}<th scope="col" class="figure">${words.largest}</th><th scope="col">${words.cells}</th></tr></thead>
<tbody>
${Causes.group(changed).map((group) => {
  const isUnexplained = Causes.isUnexplained(group)
  const resolved = deciders(group.entry)
  const touched = [...group.cells].map(([form, count]) => `${count} ${form}`).join(", ")
  return html`<tr><td>${isUnexplained ? "" : group.entry}</td><td class="text${isUnexplained && group.largest !== 0n ? " bad" : ""}">${isUnexplained ? words.unexplained : ReasonText.ofCause(group, language)}</td><td class="text">${resolved === undefined ? "" : Resolutions.format(resolved)}</td><td>${Figure.change(group.largest)}</td><td class="text faint">${touched}</td></tr>\n`
})}</tbody>
</table></div>
</section>`
}

export const form = (
  name: string,
  cells: ReadonlyArray<Diff.ChangedCell>,
  naming: Causes.CauseNaming,
): Markup => {
  const words = Words.of(naming.language)
  const decimals = Figure.decimals(cells.flatMap((cell) => [cell.old, cell.new, cell.delta]))
  return html`<section class="form" id="${name}">
<header><h2 id="${name}-name">${FormTitle.heading(name, naming.language)}</h2><p class="faint">${words.euro}</p></header>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${name}-name"><table>
<thead><tr><th scope="col">${words.row}</th>${[words.year, words.old, words.new, "Δ", words.why].map((word) => html`<th scope="col" class="figure">${word}</th>`)}</tr></thead>
<tbody>
${cells.map((cell, at) => changedCell(cell, { above: cells[at - 1], decimals, ...naming }))}</tbody>
</table></div>
</section>`
}

const changedCell = (
  cell: Diff.ChangedCell,
  {
    above,
    decimals,
    ...naming
  }: Causes.CauseNaming & { readonly above: Diff.ChangedCell | undefined; readonly decimals: number },
): Markup => {
  const address = Address.format(cell)
  const name = `${address} ${cell.label}`
  const isSame = above !== undefined && Address.format(above) === address
  const part = ({ label, amount, isUnexplained }: Causes.NamedPart) =>
    html`<tr class="cause"><th scope="row" class="l2${isUnexplained ? " bad" : ""}" colspan="5">${label}</th><td${isUnexplained ? html` class="bad"` : ""}>${Figure.change(amount, decimals)}</td></tr>\n`
  return html`<tr class="cell"><th scope="row">${isSame ? html`<span class="again">${name}</span>` : name}</th><td>${cell.year}</td><td>${Money.print(cell.old, "be", decimals)}</td><td>${Money.print(cell.new, "be", decimals)}</td><td><strong>${Figure.change(cell.delta, decimals)}</strong></td><td></td></tr>
${Causes.parts(cell, naming).map(part)}`
}
