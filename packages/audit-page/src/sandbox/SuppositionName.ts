/** A supposed change in words: `+2 % op rekeningen 62 vanaf 2028`. */
import { BudgetLine, Money } from "@grootboek/core"
import type { Supposition } from "@grootboek/core/answer"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

const { whatIf } = words

/** Returns the words, which are also the explanation of the changes in the file of the adjustment. */
export const of = (supposition: Supposition.Supposition, say: Say): string => {
  const { lines, effect, first, last } = supposition
  const what = linesOf(lines, say)
  const years =
    first === undefined
      ? undefined
      : last === undefined
        ? say(whatIf.from)(String(first))
        : say(whatIf.in)(first === last ? String(first) : `${first}–${last}`)
  return [effectOf(effect, what, say), years].filter((part) => part !== undefined).join(" ")
}

const effectOf = (effect: Supposition.SupposedEffect, what: string, say: Say): string => {
  switch (effect._tag) {
    case "Percent": {
      const sign = effect.percent.startsWith("-") ? "\u2212" : "+"
      return `${sign}${Figures.percent(effect.percent.replace("-", ""))} ${say(whatIf.of)} ${what}`
    }
    case "Added":
      return `${Figures.change(Money.from(effect.amount))} ${say(whatIf.of)} ${what}`
    case "Becomes":
      return say(whatIf.becomes)(what, Figures.text(effect.amount))
  }
}

const linesOf = (lines: Supposition.SupposedLines, say: Say): string => {
  if (lines._tag === "One") return BudgetLine.format(lines.line)
  const { direction, accounts = [], actions = [] } = lines
  return [
    accounts.length === 0 ? say(whatIf.allAccounts) : say(whatIf.accountsOf)(accounts.join(", ")),
    direction === undefined ? undefined : `(${say(words.filter.directions[direction])})`,
    actions.length === 0 ? undefined : say(whatIf.actionsOf)(actions.join(", ")),
  ]
    .filter((part) => part !== undefined)
    .join(" ")
}
