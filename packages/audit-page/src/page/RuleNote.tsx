/** The rule behind an amount, with what is needed to compute it again by hand. */
import type { Money, Posting } from "@grootboek/core"
import * as Figures from "./Figures.ts"
import { useShared } from "./Shared.tsx"
import type { Words } from "./words/Words.ts"

export const RuleNote = ({ rule, amount }: { readonly rule: Posting.Rule; readonly amount: Money.Money }) => {
  const { words } = useShared()
  return (
    <details class="rule">
      <summary>{say(words, rule)}</summary>
      <dl class="facts">
        {Object.entries(rule).map(([name, value]) => (
          <div key={name}>
            <dt lang="en">{name}</dt>
            <dd class="figure">{String(value)}</dd>
          </div>
        ))}
        <div>
          <dt>{words.rules.posted("")}</dt>
          <dd class="figure">{Figures.exact(amount)}</dd>
        </div>
      </dl>
    </details>
  )
}

const say = ({ rules, reasons }: Words, rule: Posting.Rule): string => {
  switch (rule.rule) {
    case "overhead":
      return rules.overhead(Figures.percent(rule.percent), Figures.text(rule.base), Figures.text(rule.due))
    case "passThrough":
      return `${rules.passThrough(Figures.percent(rule.percent), Figures.text(rule.received), rule.partner)}; ${rules.remainder(rule.order)}`
    case "indexation":
      return rules.indexation(Figures.text(rule.base), rule.baseYear, rule.times, Figures.text(rule.due))
    case "contribution":
      return `${rules.contribution(rule.contribution, rule.key)}; ${rules.remainder(rule.order)}`
    case "stop":
      return `${reasons.timing}: ${rule.action}, ${rule.lastDay}`
    case "reversal":
      return rules.reversal(Figures.count(rule.of))
  }
}
