/** Names of the rules of a plan, in sentences. */
import type { AppliedRule } from "@grootboek/core"
import type { Both } from "./Language.ts"
import { quote } from "./Quote.ts"

/** Names a rule with its subject, with its article: `the overhead rule of A50111`. */
export const of = ({ rule, subject }: AppliedRule.RuleName): Both => {
  switch (rule) {
    case "overhead":
      return { en: `the overhead rule of ${quote(subject)}`, nl: `de overheadregel van ${quote(subject)}` }
    case "passThrough":
      return { en: `the pass-through of ${quote(subject)}`, nl: `de doorstorting van ${quote(subject)}` }
    case "contribution":
      return { en: `the contribution ${quote(subject)}`, nl: `de bijdrage ${quote(subject)}` }
    case "repayment":
      return {
        en: `the notional repayments of ${subject}`,
        nl: `de aangewezen aflossingen van ${subject}`,
      }
    case "stop":
      return { en: `the stop of ${quote(subject)}`, nl: `de stopzetting van ${quote(subject)}` }
  }
}
