/** The names of moments as titles print them. */
import type { Diff } from "@grootboek/core"
import type { Language } from "../words/Language.ts"
import * as Words from "../words/Words.ts"

/** Returns `2026/1`, or `besluit 2026/1` for a moment that was named as a decision. */
export const of = ({ plan, moment = "" }: Diff.ComparedMoment, language: Language): string =>
  moment.startsWith("decision:") ? `${Words.of(language).decision} ${plan}` : plan

/** Returns `besluit 2026/0 → besluit 2026/1`. */
export const span = ({ from, to }: Pick<Diff.Difference, "from" | "to">, language: Language): string =>
  `${of(from, language)} → ${of(to, language)}`

/** Returns a sentence that says what a comparison of two decisions leaves out; nothing for other moments. */
export const note = (
  { from, to }: Pick<Diff.Difference, "from" | "to">,
  language: Language,
): ReadonlyArray<string> =>
  [from, to].every(({ moment = "" }) => moment.startsWith("decision:"))
    ? [Words.of(language).comparesDecisions]
    : []
