/** What changed beside the amounts, as a table: old, new and who decided it. */
import type { Diff } from "@grootboek/core"
import { DeclaredName } from "@grootboek/core/answer"
import type * as Table from "../../paint/Table.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as DeclaredText from "../../words/DeclaredText.ts"
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
    title: DeclaredText.title(language),
    head: ["", words.code, words.year, words.label, words.old, words.new, words.decided],
    rows: declared.map((one) => {
      const resolved = deciders(one.entry)
      return [
        DeclaredName.lists[one.list][language],
        one.list === "headings" ? DeclaredText.heading(one.code, language) : one.code,
        one.number === undefined ? "" : String(one.number),
        DeclaredText.field(one.field, language),
        DeclaredText.value(one.field, one.old, language),
        DeclaredText.value(one.field, one.new, language),
        [
          `${words.entry} ${one.entry}`,
          ...(resolved === undefined ? [] : [Resolutions.format(resolved)]),
        ].join(", "),
      ]
    }),
  }
}
