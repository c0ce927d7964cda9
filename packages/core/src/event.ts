/** The events and their postings. */

export * as BudgetEvent from "./event/BudgetEvent.ts"
export * as Indicator from "./event/Indicator.ts"
export * as PolicyText from "./event/PolicyText.ts"
export * as Posting from "./event/Posting.ts"
export * as Register from "./event/Register.ts"
export * as Rule from "./event/Rule.ts"
export * as RulePosting from "./event/RulePosting.ts"
export * as Structure from "./event/Structure.ts"
