/** The rule of a posting, with every figure that is needed to compute its amount again. */
import type { Money, Posting } from "@grootboek/core"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import * as RuleFacts from "./RuleFacts.ts"
import { useShared } from "./Shared.tsx"

export const RuleNote = ({ rule, amount }: { readonly rule: Posting.Rule; readonly amount: Money.Money }) => {
  const { say } = useShared()
  const { rule: name, ...facts } = rule
  const names: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(words.rules.fields).map(([field, text]) => [field, say(text)]),
  )
  return (
    <details class="rule">
      <summary>{summary(say, rule)}</summary>
      <dl class="facts">
        <div>
          <dt>{names.rule}</dt>
          <dd>{say(words.reasons[name])}</dd>
        </div>
        {Object.entries(facts).map(([field, value]) => (
          <div key={field}>
            <dt>{names[field]}</dt>
            <dd class="figure">{RuleFacts.shown(field, value)}</dd>
          </div>
        ))}
        <div>
          <dt>{say(words.rules.posted)}</dt>
          <dd class="figure">{Figures.exact(amount)}</dd>
        </div>
      </dl>
    </details>
  )
}

const summary = (say: Say, rule: Posting.Rule): string => {
  const { rules } = words
  switch (rule.rule) {
    case "overhead":
      return say(rules.overhead)(
        Figures.percent(rule.percent),
        Figures.text(rule.base),
        Figures.text(rule.due),
      )
    case "passThrough":
      return `${say(rules.passThrough)(Figures.percent(rule.percent), Figures.text(rule.received), rule.partner)}; ${say(rules.remainder)(rule.order)}`
    case "indexation":
      return say(rules.indexation)(Figures.text(rule.base), rule.baseYear, rule.times, Figures.text(rule.due))
    case "contribution":
      return `${say(rules.contribution)(rule.contribution, rule.key)}; ${say(rules.remainder)(rule.order)}`
    case "repayment":
      return rule.percent === undefined || rule.base === undefined
        ? say(rules.stated)(Figures.text(rule.due))
        : say(rules.overhead)(Figures.percent(rule.percent), Figures.text(rule.base), Figures.text(rule.due))
    case "stop":
      return say(rules.stop)(rule.action, rule.lastDay)
    case "reversal":
      return say(rules.reversal)(Figures.count(rule.of))
  }
}
