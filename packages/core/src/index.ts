/**
 * Grootboek's core: the table of contents, in the order an amount travels.
 *
 * Every module is a noun; its verbs are bare: `Money.add`, `Journal.open`, `Ledger.statement`.
 */

// What a number is, and where it stands.
export * as Money from "./Money.ts"
export * as Rate from "./Rate.ts"
export * as Allocation from "./Allocation.ts"
export * as Year from "./Year.ts"
export * as BudgetLine from "./BudgetLine.ts"
export * as Section from "./Section.ts"
export * as RowSplit from "./RowSplit.ts"
export * as Register from "./Register.ts"
export * as Structure from "./Structure.ts"
// What can happen, and how it is kept.
export * as BudgetEvent from "./BudgetEvent.ts"
export * as History from "./History.ts"
export * as Canonical from "./Canonical.ts"
export * as Journal from "./Journal.ts"
export * as JournalStore from "./JournalStore.ts"
export * as Batch from "./Batch.ts"
export * as MemoryStore from "./MemoryStore.ts"
export * as Finding from "./Finding.ts"
export * as Verify from "./Verify.ts"
export * as Archive from "./Archive.ts"
export * as Checkpoint from "./Checkpoint.ts"
// What an event moves, and what stands where.
export * as Posting from "./Posting.ts"
export * as Columns from "./Columns.ts"
export * as Balances from "./Balances.ts"
export * as Dimension from "./Dimension.ts"
// Statutory forms as data.
export * as Selector from "./Selector.ts"
export * as Form from "./Form.ts"
export { type FormId, formIds, forms } from "./forms/index.ts"
// From a wish to events.
export * as Plan from "./Plan.ts"
export * as Refusal from "./Refusal.ts"
export * as Decision from "./Decision.ts"
export * as Adoption from "./Adoption.ts"
export * as Estimate from "./Estimate.ts"
export * as Overhead from "./Overhead.ts"
export * as PassThrough from "./PassThrough.ts"
export * as Adjustment from "./Adjustment.ts"
export * as Credit from "./Credit.ts"
export * as Reversal from "./Reversal.ts"
export * as Wish from "./Wish.ts"
// The forms read.
export * as Layout from "./Layout.ts"
export * as Address from "./Address.ts"
export * as Statement from "./Statement.ts"
export * as Trail from "./Trail.ts"
export * as Moment from "./Moment.ts"
// The front door, and the questions it answers.
export * as Ledger from "./Ledger.ts"
export * as Explain from "./Explain.ts"
export * as Diff from "./Diff.ts"
export * as Reconcile from "./Reconcile.ts"
export * as Norm from "./Norm.ts"
export * as TieOut from "./TieOut.ts"
export * as Check from "./Check.ts"
export * as Intake from "./Intake.ts"
export * as Branch from "./Branch.ts"
