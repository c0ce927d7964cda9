/** The rule behind an amount in words, with the figures that an auditor needs to compute it again. */
import type { Posting } from "@grootboek/core"
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"

/** A rule as one line; when the amount that was posted is not all that is due, it says that it is the change. */
export const format = (rule: Posting.Rule, amount: Money.Money, language: Language): string => {
  const told = language === "nl" ? dutch(rule) : english(rule)
  if (!("due" in rule) || size(amount) === size(Money.from(rule.due))) return told
  return `${told} ${language === "nl" ? "(verschuldigd; geboekt is de wijziging)" : "(due; what is posted is the change)"}`
}

const size = (amount: Money.Money): bigint => (amount < 0n ? -amount : amount)

const english = (rule: Posting.Rule): string => {
  switch (rule.rule) {
    case "overhead": {
      const due = `overhead: ${share(rule.percent)} of ${figure(rule.base)} = ${figure(rule.due)}, credited to ${rule.target}`
      return rule.standard === undefined
        ? due
        : `${due} (limited; the share alone would be ${figure(rule.standard)}${rule.reference === undefined ? "" : `: ${rule.reference}`})`
    }
    case "passThrough":
      return `pass-through: ${share(rule.percent)} of ${figure(rule.received)} received, to ${rule.partner}${rule.order === 0 ? "" : `, which got left-over unit ${rule.order}`}`
    case "indexation":
      return `indexation: ${figure(rule.base)} of ${rule.baseYear} ${growth(rule, "a year", "times")} = ${figure(rule.due)}`
    case "contribution":
      return `contribution ${rule.contribution}: ${rule.member} bears weight ${rule.weight} (${rule.key}) of ${figure(rule.whole)} = ${figure(rule.due)}${rule.order === 0 ? "" : `, with left-over cent ${rule.order}`}`
    case "stop":
      return `stop: action ${rule.action} ended on ${rule.lastDay}`
    case "reversal":
      return `reversal of entry ${rule.of}`
  }
}

const dutch = (rule: Posting.Rule): string => {
  switch (rule.rule) {
    case "overhead": {
      const due = `overhead: ${share(rule.percent)} van ${figure(rule.base)} = ${figure(rule.due)}, ten gunste van ${rule.target}`
      return rule.standard === undefined
        ? due
        : `${due} (begrensd; het aandeel alleen zou ${figure(rule.standard)} zijn${rule.reference === undefined ? "" : `: ${rule.reference}`})`
    }
    case "passThrough":
      return `doorstorting: ${share(rule.percent)} van ${figure(rule.received)} ontvangen, aan ${rule.partner}${rule.order === 0 ? "" : `, die resteenheid ${rule.order} kreeg`}`
    case "indexation":
      return `indexering: ${figure(rule.base)} van ${rule.baseYear} ${growth(rule, "per jaar", "keer")} = ${figure(rule.due)}`
    case "contribution":
      return `bijdrage ${rule.contribution}: ${rule.member} draagt gewicht ${rule.weight} (${rule.key}) van ${figure(rule.whole)} = ${figure(rule.due)}${rule.order === 0 ? "" : `, met restcent ${rule.order}`}`
    case "stop":
      return `stopzetting: actie ${rule.action} eindigde op ${rule.lastDay}`
    case "reversal":
      return `tegenboeking van boeking ${rule.of}`
  }
}

const growth = (
  { percent, times, series, index, baseIndex }: Extract<Posting.Rule, { readonly rule: "indexation" }>,
  yearly: string,
  turns: string,
): string =>
  percent !== undefined
    ? `+ ${share(percent)} ${yearly}, ${times} ${turns}`
    : `× ${index ?? "?"} / ${baseIndex ?? "?"} (${series ?? "?"})`

const share = (percent: string): string => `${percent.replace(".", ",")} %`

const figure = (text: string): string => {
  const amount = Money.parse(text)
  return Result.isSuccess(amount) ? Figure.belgian(amount.success) : text
}
