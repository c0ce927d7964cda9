/**
 * Grootboek's core: the table of contents, in the order an amount travels.
 *
 * Every module is a noun; its verbs are bare: `Money.add`, `Journal.open`, `Ledger.statement`.
 */

export * as Allocation from "./Allocation.ts"
export * as BudgetEvent from "./BudgetEvent.ts"
export * as BudgetLine from "./BudgetLine.ts"
export * as Canonical from "./Canonical.ts"
export * as History from "./History.ts"
export * as Journal from "./Journal.ts"
export * as JournalStore from "./JournalStore.ts"
export * as Batch from "./Batch.ts"
export * as MemoryStore from "./MemoryStore.ts"
export * as Money from "./Money.ts"
export * as Rate from "./Rate.ts"
export * as RowSplit from "./RowSplit.ts"
export * as Section from "./Section.ts"
export * as Structure from "./Structure.ts"
export * as Year from "./Year.ts"
