/** What a norm concerns and by how much it is missed, in the words of the page. */
import { Norm } from "@grootboek/core/answer"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

/** Returns the nodes that a norm concerns, and those that are left out. */
export const nodes = (say: Say, { action, goals, without }: Norm.NormCheck): string =>
  [
    action ?? goals?.join(" + ") ?? "",
    without === undefined ? "" : say(words.checks.without)(without.join(" + ")),
  ]
    .filter((part) => part !== "")
    .join(", ")

export const missed = (say: Say, check: Norm.NormCheck): string =>
  say(words.checks[missedAs(check)])(Figures.exact(check.short))

const missedAs = (check: Norm.NormCheck): "short" | "surplus" | "shortage" => {
  if (check.norm !== "budgetNeutrality") return "short"
  return Norm.isSurplus(check) ? "surplus" : "shortage"
}
