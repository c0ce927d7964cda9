/** The rule behind an amount, with the figures that an auditor needs to compute it again. */
import { Money, type Posting } from "@grootboek/core"
import type { AmountDue } from "@grootboek/core/answer"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"

/** Returns a rule as one line; where it updates what it posted before, with the amount due, the amount before and what it adds. */
export const format = (
  rule: Posting.Rule,
  owed: AmountDue.AmountDue | undefined,
  language: Language,
): string => {
  const text = both(rule)[language]
  return owed === undefined ? text : `${text}; ${update(owed)[language]}`
}

const update = ({ due, before, earlier }: AmountDue.AmountDue): Both => {
  const [owed, posted] = [Money.print(due, "be"), Money.print(before, "be")]
  const adds = Figure.change(Money.subtract(due, before))
  const [by, door] = earlier === undefined ? ["", ""] : [` (entry ${earlier})`, ` (boeking ${earlier})`]
  return {
    en: `${owed} is due, ${posted} was posted before${by}, this entry adds ${adds}`,
    nl: `${owed} is verschuldigd, ${posted} was eerder geboekt${door}, deze boeking voegt ${adds} toe`,
  }
}

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
        en: `contribution ${contribution}: ${member} has the weight ${Figure.decimal(weight)} (${key}) of ${whole} = ${due}${rest.en}`,
        nl: `bijdrage ${contribution}: ${member} heeft gewicht ${Figure.decimal(weight)} (${key}) van ${whole} = ${due}${rest.nl}`,
      }
    }
    case "repayment": {
      const due = Figure.ofText(rule.due)
      if (rule.percent === undefined)
        return { en: `notional repayments, stated: ${due}`, nl: `aangewezen aflossingen, opgegeven: ${due}` }
      const [part, base] = [share(rule.percent), Figure.ofText(rule.base ?? "0")]
      return {
        en: `notional repayments: ${part} of the debts on 1 January (T3 A: ${base}) = ${due}`,
        nl: `aangewezen aflossingen: ${part} van de schulden op 1 januari (T3 A: ${base}) = ${due}`,
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

const share = (percent: string): string => `${Figure.decimal(percent)} %`
