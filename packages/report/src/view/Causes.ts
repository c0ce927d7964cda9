/** The causes of a difference by entry and reason, as outputs list them. */
import { Diff, Money } from "@grootboek/core"
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

/** A language, and how a cause below a cell is named in it. */
export interface CauseNaming {
  readonly language: Language
  readonly naming: (cause: Diff.Cause) => string
}

/** A part of the change of a cell, with its name. */
export interface NamedPart {
  readonly label: string
  readonly amount: Money.Money
  readonly isUnexplained: boolean
}

/** Returns the parts of the change of a cell: its causes, the sum of the causes that are not listed, and what no reason explains. */
export const parts = (
  { causes, rest, unexplained }: Diff.ChangedCell,
  { language, naming }: CauseNaming,
): ReadonlyArray<NamedPart> => [
  ...causes.map((cause) => ({ label: naming(cause), amount: cause.amount, isUnexplained: false })),
  ...(rest === undefined
    ? []
    : [{ label: ReasonText.others(rest.causes, language), amount: rest.amount, isUnexplained: false }]),
  ...(Money.isZero(unexplained)
    ? []
    : [{ label: Words.of(language).unexplained, amount: unexplained, isUnexplained: true }]),
]
