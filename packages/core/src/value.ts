/** Amounts, rates, years, and budget lines. */

export * as Allocation from "./value/Allocation.ts"
export * as BudgetLine from "./value/BudgetLine.ts"
export * as Calendar from "./value/Calendar.ts"
export * as Money from "./value/Money.ts"
export type * as Problem from "./value/Problem.ts"
export * as Quantity from "./value/Quantity.ts"
export * as Rate from "./value/Rate.ts"
export * as Refusal from "./value/Refusal.ts"
export * as Section from "./value/Section.ts"
export * as Spelling from "./value/Spelling.ts"
export * as VisibleText from "./value/VisibleText.ts"
export * as Year from "./value/Year.ts"
