/** The rule behind an amount, with the figures that an auditor needs to compute it again. */
import { Money, type Posting } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"

/** Returns a rule as one line, and says so when the posted amount is a change of the amount due. */
export const format = (rule: Posting.Rule, amount: Money.Money, language: Language): string => {
  const text = both(rule)[language]
  if (!("due" in rule) || size(amount) === size(Money.from(rule.due))) return text
  return `${text} ${change[language]}`
}

const change: Both = {
  en: "(the amount due; the posting is the change)",
  nl: "(het verschuldigde bedrag; de boeking is de wijziging)",
}

const size = (amount: Money.Money): bigint => (amount < 0n ? -amount : amount)

const both = (rule: Posting.Rule): Both => {
  switch (rule.rule) {
    case "overhead": {
      const [part, base, due] = [share(rule.percent), Figure.ofText(rule.base), Figure.ofText(rule.due)]
      const limited = rule.standard === undefined ? none : limit(Figure.ofText(rule.standard), rule.reference)
      return {
        en: `overhead: ${part} of ${base} = ${due}, credited to ${rule.target}${limited.en}`,
        nl: `overhead: ${part} van ${base} = ${due}, ten gunste van ${rule.target}${limited.nl}`,
      }
    }
    case "passThrough": {
      const [part, received] = [share(rule.percent), Figure.ofText(rule.received)]
      const rest =
        rule.order === 0
          ? none
          : { en: `, with remainder unit ${rule.order}`, nl: `, met resteenheid ${rule.order}` }
      return {
        en: `pass-through: ${part} of ${received} received, to ${rule.partner}${rest.en}`,
        nl: `doorstorting: ${part} van ${received} ontvangen, aan ${rule.partner}${rest.nl}`,
      }
    }
    case "indexation": {
      const [base, due] = [Figure.ofText(rule.base), Figure.ofText(rule.due)]
      const by = growth(rule)
      return {
        en: `indexation: ${base} of ${rule.baseYear} ${by.en} = ${due}`,
        nl: `indexering: ${base} van ${rule.baseYear} ${by.nl} = ${due}`,
      }
    }
    case "contribution": {
      const { contribution, member, weight, key } = rule
      const [whole, due] = [Figure.ofText(rule.whole), Figure.ofText(rule.due)]
      const rest =
        rule.order === 0
          ? none
          : { en: `, with remainder cent ${rule.order}`, nl: `, met restcent ${rule.order}` }
      return {
        en: `contribution ${contribution}: ${member} bears weight ${weight} (${key}) of ${whole} = ${due}${rest.en}`,
        nl: `bijdrage ${contribution}: ${member} draagt gewicht ${weight} (${key}) van ${whole} = ${due}${rest.nl}`,
      }
    }
    case "stop":
      return {
        en: `stop: action ${rule.action} ended on ${rule.lastDay}`,
        nl: `stopzetting: actie ${rule.action} eindigde op ${rule.lastDay}`,
      }
    case "reversal":
      return { en: `reversal of entry ${rule.of}`, nl: `tegenboeking van boeking ${rule.of}` }
  }
}

const none: Both = { en: "", nl: "" }

const limit = (standard: string, reference: string | undefined): Both => {
  const source = reference === undefined ? "" : `: ${reference}`
  return {
    en: ` (limited; without the limit ${standard}${source})`,
    nl: ` (begrensd; zonder de grens ${standard}${source})`,
  }
}

const growth = ({
  percent,
  times,
  series = "?",
  index = "?",
  baseIndex = "?",
}: Extract<Posting.Rule, { readonly rule: "indexation" }>): Both => {
  const ratio = `× ${index} / ${baseIndex} (${series})`
  return percent === undefined
    ? { en: ratio, nl: ratio }
    : {
        en: `+ ${share(percent)} a year, ${times} ${times === 1 ? "time" : "times"}`,
        nl: `+ ${share(percent)} per jaar, ${times} keer`,
      }
}

const share = (percent: string): string => `${percent.replace(".", ",")} %`
