/** The causes of a difference by entry and reason, as outputs list them. */
import { Diff } from "@grootboek/core"
import type { Language } from "../words/Language.ts"
import * as ReasonText from "../words/ReasonText.ts"
import * as Words from "../words/Words.ts"

/** Returns the groups of a difference by entry; the unexplained amounts last, also when there are none. */
export const group = Diff.groups

/** Returns whether a group is the one of the unexplained amounts. */
export const isUnexplained = Diff.isUnexplained

/**
 * Returns a function that names a cause below a cell: its reason and its entry. A shortened difference leaves out the entry where
 * the list of all causes above it gives one entry for the reason.
 */
export const naming = (
  { summary = [] }: Pick<Diff.Difference, "summary">,
  language: Language,
): ((cause: Diff.Cause) => string) => {
  const counts = new Map<string, number>()
  for (const one of summary) {
    const reason = ReasonText.ofCause(one, language)
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const { entry } = Words.of(language)
  return (cause) => {
    const reason = ReasonText.ofCause(cause, language)
    return counts.get(reason) === 1 ? reason : `${reason} (${entry} ${cause.entry})`
  }
}
