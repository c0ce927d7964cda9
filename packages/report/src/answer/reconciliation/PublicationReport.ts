/** Two publications compared as sentences and a table: what moved, every changed cell, and the sums of each. */
import { Address, Money } from "@grootboek/core"
import type { PublicationDiff } from "@grootboek/core/answer"
import type { TableReport } from "../../paint/Table.ts"
import * as AnswerText from "../../words/AnswerText.ts"
import * as IdentityText from "../../words/IdentityText.ts"
import type { Language } from "../../words/Language.ts"
import * as PublicationText from "../../words/PublicationText.ts"
import * as Words from "../../words/Words.ts"
import { type ComparedPublications, reasonOf } from "./PublicationDocument.ts"

/** Returns the report. `names` are those of the old and the new files. */
export const of = (
  { diff, old, new: current }: ComparedPublications,
  names: { readonly old: string; readonly new: string },
  language: Language,
): TableReport => {
  const words = Words.of(language)
  const text = PublicationText.of(language)
  const name = ({ form, entity, section, code, label, series }: PublicationDiff.ComparedCell): string =>
    [form, entity, Address.format({ section, code }), series, label]
      .filter((part) => part !== undefined)
      .join(" ")
  const row = (cell: PublicationDiff.ComparedCell) => [
    name(cell),
    `${cell.year}`,
    cell.old === undefined ? "" : cell.old.amount,
    cell.new === undefined ? "" : cell.new.amount,
    cell.delta ?? "",
  ]
  const head = [words.row, words.year, words.old, words.new, "Δ"]
  const changed = diff.cells.filter(({ delta }) => delta === undefined || delta !== Money.zero)
  const checks = (which: string, report: typeof old) => [
    `${which}: ${AnswerText.sums({ ...report.counts, unchecked: report.unchecked }, language)}`,
  ]
  return {
    title: text.title(names.old, names.new),
    sentences: [
      text.counts(diff.counts),
      ...checks(words.old, old),
      ...checks(words.new, current),
      ...[old, current].flatMap((report) =>
        report.findings
          .filter(({ outcome }) => outcome === "broken")
          .map(
            (finding) =>
              `${finding.figure.file ?? ""}:${finding.figure.line}: ${IdentityText.message(finding, language)}`,
          ),
      ),
      ...(diff.moved.length === 0 ? [words.nothingChanged] : []),
      text.exit(reasonOf({ diff, old, new: current })),
    ],
    tables: [
      ...(diff.moved.length === 0 ? [] : [{ title: text.moved, head, rows: diff.moved.map(row) }]),
      ...(changed.length === 0 ? [] : [{ title: text.changed, head, rows: changed.map(row) }]),
    ],
  }
}

/** Returns the table of all cells, for CSV. */
export const table = ({ diff }: ComparedPublications): TableReport["tables"][number] => ({
  title: "",
  head: ["form", "entity", "series", "section", "code", "label", "year", "old", "new", "delta"],
  rows: diff.cells.map(({ form, entity = "", series = "", section, code, label, year, ...cell }) => [
    form,
    entity,
    series,
    section,
    code,
    label,
    `${year}`,
    cell.old?.amount ?? "",
    cell.new?.amount ?? "",
    cell.delta ?? "",
  ]),
})
