/** Statements and differences as Markdown tables. Whatever a text holds, it stays text. */
import { Address, type Diff, Money, type Statement } from "@grootboek/core"
import * as Clean from "./Clean.ts"
import * as Figure from "./Figure.ts"
import * as Forms from "./Forms.ts"
import type { Language } from "./Language.ts"
import * as Reason from "./Reason.ts"
import * as Sheet from "./Sheet.ts"
import { title } from "./text/StatementText.ts"
import * as Words from "./Words.ts"

/** A statement under a heading. */
export const statement = (filled: Statement.Statement, language: Language): string => {
  const { columns, items } = Sheet.of(filled)
  const [name = "", where = ""] = title(filled, { language })
  return [
    `## ${text(name)}`,
    "",
    text(where),
    "",
    row(["", ...columns.map(Sheet.heading)]),
    row(["---", ...columns.map(() => "---:")]),
    ...items.map((item) =>
      item._tag === "Heading"
        ? row([indent(item.level) + bold(item.text), ...columns.map(() => "")])
        : row([
            indent(item.level) + text([item.marker, item.label].filter((part) => part !== "").join(" ")),
            ...item.cells.map((cell) =>
              cell === undefined ? "" : Figure.belgian(cell.printed, filled.decimals),
            ),
          ]),
    ),
    "",
  ].join("\n")
}

/** A difference: old, new, Δ and why, a table per form. */
export const difference = ({ from, to, cells }: Diff.Difference, language: Language): string => {
  const words = Words.of(language)
  const forms = [...new Set(cells.map(({ form }) => form))]
  return [
    `## ${text(`${from.plan} → ${to.plan}`)}`,
    "",
    ...(cells.length === 0 ? [words.nothingChanged, ""] : []),
    ...forms.flatMap((form) => [
      `### ${text(Forms.short(form))}`,
      "",
      row([words.row, words.year, words.old, words.new, "Δ", words.why]),
      row(["---", "---", "---:", "---:", "---:", "---"]),
      ...cells
        .filter((cell) => cell.form === form)
        .map((cell) =>
          row([
            text(`${Address.format(cell)} ${cell.label}`),
            `${cell.year}`,
            Figure.belgian(cell.old),
            Figure.belgian(cell.new),
            Figure.change(cell.delta),
            why(cell, language),
          ]),
        ),
      "",
    ]),
  ].join("\n")
}

const why = (cell: Diff.ChangedCell, language: Language): string =>
  [
    ...cell.causes.map(
      (cause) =>
        `${Figure.change(cause.amount)} ${text(Reason.ofCause(cause, language))} (${Words.of(language).entry} ${cause.entry})`,
    ),
    ...(Money.isZero(cell.unexplained)
      ? []
      : [`${Figure.change(cell.unexplained)} **${Words.of(language).unexplained}**`]),
  ].join("<br>")

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`
const indent = (level: number): string => "&emsp;".repeat(level)
const bold = (value: string): string => `**${text(value)}**`

/** A text in which no character means anything to Markdown or HTML. */
const text = (value: string): string =>
  Clean.line(value)
    .replace(/[\\`*_{}[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/^([-+]|\d+[.)])(?= )/, "\\$1")
