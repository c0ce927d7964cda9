/** Writes a statement as a Markdown table. */
import { Money, type Statement } from "@grootboek/core"
import * as MarkdownText from "../../paint/MarkdownText.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as StatementView from "../../view/StatementView.ts"
import * as AccountsText from "../../words/AccountsText.ts"
import type { Language } from "../../words/Language.ts"

const { bold, indent, row, text } = MarkdownText

export const statement = (filled: Statement.Statement, language: Language): string => {
  const { columns, items } = StatementView.of(filled)
  return [
    `## ${text(FormTitle.short(filled.form, filled.title))}`,
    "",
    text(FormTitle.about(filled, language)),
    "",
    ...AccountsText.about(filled, language).flatMap((sentence) => [text(sentence), ""]),
    row(["", ...columns.map((column) => StatementView.heading(column, language))]),
    row(["---", ...columns.map(() => "---:")]),
    ...items.map((item) =>
      item._tag === "Heading"
        ? row([indent(item.level) + bold(item.text), ...columns.map(() => "")])
        : row([
            indent(item.level) + text([item.marker, item.label].filter((part) => part !== "").join(" ")),
            ...item.cells.map((cell) =>
              cell === undefined ? "" : Money.print(cell.printed, "be", filled.decimals),
            ),
          ]),
    ),
    "",
  ].join("\n")
}
