/** What changed beside the amounts, as a table: old, new and who decided it. */
import type { Diff } from "@grootboek/core"
import type { DeclaredChange } from "@grootboek/core/answer"
import type * as Table from "../../paint/Table.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as DeclaredName from "../../words/DeclaredName.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"

/** Returns the table of the indicators, targets and texts that changed; without rows when none did. */
export const of = (
  { declared, decisions }: Pick<Diff.Difference, "declared" | "decisions">,
  language: Language,
): Table.Table => {
  const words = Words.of(language)
  const deciders = Resolutions.byEntry(decisions)
  return {
    title: DeclaredName.title(language),
    head: ["", words.code, words.year, words.label, words.old, words.new, words.decided],
    rows: declared.map((one) => {
      const resolved = deciders(one.entry)
      return [
        DeclaredName.list(one.list, language),
        one.list === "headings" ? DeclaredName.heading(one.code, language) : one.code,
        one.number === undefined ? "" : String(one.number),
        DeclaredName.field(one.field, language),
        shown(one, one.old, language),
        shown(one, one.new, language),
        [
          `${words.entry} ${one.entry}`,
          ...(resolved === undefined ? [] : [Resolutions.format(resolved)]),
        ].join(", "),
      ]
    }),
  }
}

const shown = (
  { field }: DeclaredChange.DeclaredChange,
  text: string | undefined,
  language: Language,
): string => (text === undefined ? "–" : DeclaredName.value(field, text, language))
