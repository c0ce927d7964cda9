/** Writes a difference as Markdown tables: old, new, Δ and why, a table per form. */
import { Address, type Diff, Money } from "@grootboek/core"
import * as MarkdownText from "../../paint/MarkdownText.ts"
import * as Table from "../../paint/Table.ts"
import * as Causes from "../../view/Causes.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as MomentName from "../../view/MomentName.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as Unexplained from "../../view/Unexplained.ts"
import * as DecisionText from "../../words/DecisionText.ts"
import * as Figure from "../../words/Figure.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"
import * as DeclaredTable from "./DeclaredTable.ts"

const { row, text } = MarkdownText

export const difference = (changed: Diff.Difference, language: Language): string => {
  const words = Words.of(language)
  const { cells, decisions } = changed
  const groups = (changed.summary ?? []).filter((group) => !Causes.isUnexplained(group))
  // The decisions above name the entry, where there is one.
  const isOne = new Set(groups.map(({ entry }) => entry)).size === 1
  const naming = Causes.naming(isOne ? changed : {}, language)
  const declared = DeclaredTable.of(changed, language)
  const forms = [...new Set(cells.map(({ form }) => form))]
  return [
    `## ${text(MomentName.span(changed, language))}`,
    "",
    ...MomentName.note(changed, language).flatMap((sentence) => [text(sentence), ""]),
    ...decided(decisions, language),
    ...(declared.rows.length === 0 ? [] : [Table.markdownTable(declared), ""]),
    ...(cells.length + declared.rows.length === 0 ? [words.nothingChanged, ""] : []),
    ...forms.flatMap((form) => [
      `### ${text(FormTitle.short(form))}`,
      "",
      row([words.row, words.year, words.old, words.new, "Δ", words.why]),
      row(["---", "---", "---:", "---:", "---:", "---"]),
      ...cells
        .filter((cell) => cell.form === form)
        .map((cell) =>
          row([
            text(`${Address.format(cell)} ${cell.label}`),
            `${cell.year}`,
            Money.print(cell.old, "be"),
            Money.print(cell.new, "be"),
            Figure.change(cell.delta),
            why(Causes.parts(cell, { language, naming })),
          ]),
        ),
      "",
      `${DecisionText.of(language).unexplained}: ${Money.print(Unexplained.largest(cells, form), "be")}`,
      "",
    ]),
  ].join("\n")
}

/** Returns the decisions behind the changes as a list. */
const decided = (decisions: Diff.Difference["decisions"], language: Language): ReadonlyArray<string> => {
  const words = Words.of(language)
  if (decisions.length === 0) return []
  return [
    ...decisions.map(({ decision, entries }) => {
      const noun = entries.length === 1 ? words.entry : words.entries
      const why = decision.motivation === undefined ? "" : ` – ${decision.motivation}`
      return `- ${text(`${Resolutions.format(decision)}: ${noun} ${Resolutions.spans(entries)}${why}`)}`
    }),
    "",
  ]
}

const why = (parts: ReadonlyArray<Causes.NamedPart>): string =>
  parts
    .map(({ label, amount, isUnexplained }) => {
      const name = isUnexplained ? MarkdownText.bold(label) : text(label)
      return `${Figure.change(amount)} ${name}`
    })
    .join("<br>")
