/** By how much a norm is missed, in the words of the page. */
import { Norm } from "@grootboek/core/answer"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const of = (say: Say, check: Norm.NormCheck): string =>
  say(words.checks[missedAs(check)])(Figures.exact(check.short))

const missedAs = (check: Norm.NormCheck): "short" | "surplus" | "shortage" => {
  if (check.norm !== "budgetNeutrality") return "short"
  return Norm.isSurplus(check) ? "surplus" : "shortage"
}
