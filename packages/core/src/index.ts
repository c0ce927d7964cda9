/**
 * The public modules of Grootboek's core, by folder. A folder imports only folders listed before it.
 *
 * Every module is a noun with bare verbs: `Money.add`, `Journal.open`, `Ledger.statement`.
 */

// value/: amounts, rates, years, and budget lines.
export * as Money from "./value/Money.ts"
export * as Rate from "./value/Rate.ts"
export * as Allocation from "./value/Allocation.ts"
export * as Year from "./value/Year.ts"
export * as BudgetLine from "./value/BudgetLine.ts"
export * as Spelling from "./value/Spelling.ts"
export * as Section from "./value/Section.ts"
export * as Calendar from "./value/Calendar.ts"
export * as VisibleText from "./value/VisibleText.ts"
export type * as Problem from "./value/Problem.ts"
export * as Refusal from "./value/Refusal.ts"

// event/: the events and their postings.
export * as Register from "./event/Register.ts"
export * as Structure from "./event/Structure.ts"
export * as Rule from "./event/Rule.ts"
export * as BudgetEvent from "./event/BudgetEvent.ts"
export * as RulePosting from "./event/RulePosting.ts"
export * as Posting from "./event/Posting.ts"

// codec/: events to canonical bytes and back.
export * as History from "./codec/History.ts"
export * as Canonical from "./codec/Canonical.ts"

// journal/: the entries: sealed, stored, archived and verified.
export * as Journal from "./journal/Journal.ts"
export * as Content from "./journal/Content.ts"
export * as ContentDifference from "./journal/ContentDifference.ts"
export * as JournalStore from "./journal/JournalStore.ts"
export * as StoreProblem from "./journal/StoreProblem.ts"
export * as Batch from "./journal/Batch.ts"
export * as MemoryStore from "./journal/MemoryStore.ts"
export * as Finding from "./journal/Finding.ts"
export type * as Remark from "./journal/Remark.ts"
export * as RecordTime from "./journal/RecordTime.ts"
export * as Verify from "./journal/Verify.ts"
export * as Archive from "./journal/Archive.ts"
export * as Checkpoint from "./journal/Checkpoint.ts"

// fold/: the postings summed per place and year, with their origin.
export * as Columns from "./fold/Columns.ts"
export * as Balances from "./fold/Balances.ts"
export * as Trace from "./fold/Trace.ts"

// form/: the statutory forms as data, and how they select places.
export * as Dimension from "./form/Dimension.ts"
export * as Selector from "./form/Selector.ts"
export * as Form from "./form/Form.ts"
export { earlier as earlierForms } from "./form/bbc2020/index.ts"
export { type FormId, formIds, forms, notBuilt, titles } from "./form/bbc3/index.ts"
export * as Layout from "./form/Layout.ts"
export * as LinearForm from "./form/LinearForm.ts"
export * as Incidence from "./form/Incidence.ts"
export * as Address from "./form/Address.ts"

// rule/: from a request to events.
export * as Plan from "./rule/Plan.ts"
export * as Decision from "./rule/Decision.ts"
export * as Adoption from "./rule/Adoption.ts"
export * as Estimate from "./rule/Estimate.ts"
export * as Overhead from "./rule/Overhead.ts"
export * as PassThrough from "./rule/PassThrough.ts"
export * as Indexation from "./rule/Indexation.ts"
export * as Contribution from "./rule/Contribution.ts"
export * as Funding from "./rule/Funding.ts"
export * as Stop from "./rule/Stop.ts"
export * as Adjustment from "./rule/Adjustment.ts"
export * as Credit from "./rule/Credit.ts"
export * as Accounts from "./rule/Accounts.ts"
export * as Reversal from "./rule/Reversal.ts"
export * as OwnAmounts from "./rule/OwnAmounts.ts"
export * as Revision from "./rule/Revision.ts"

// ledger/: the ledger: statements, drafts and snapshots of it.
export * as Statement from "./ledger/Statement.ts"
export * as Trail from "./ledger/Trail.ts"
export * as Moment from "./ledger/Moment.ts"
export * as Ledger from "./ledger/Ledger.ts"
export * as Replay from "./ledger/Replay.ts"
export * as Validity from "./ledger/Validity.ts"
export * as Audit from "./ledger/Audit.ts"
export * as Snapshot from "./ledger/Snapshot.ts"
export * as Additions from "./ledger/Additions.ts"
export * as EarlierImports from "./ledger/EarlierImports.ts"
export * as Intake from "./ledger/Intake.ts"
export * as PlanRemarks from "./ledger/PlanRemarks.ts"
export * as Replacement from "./ledger/Replacement.ts"
export * as Branch from "./ledger/Branch.ts"

// answer/: questions about a ledger, and their answers.
export * as OverheadMatrix from "./answer/OverheadMatrix.ts"
export * as Realisation from "./answer/Realisation.ts"
export * as Published from "./answer/Published.ts"
export * as Part from "./answer/Part.ts"
export * as Identity from "./answer/Identity.ts"
export * as PrintedRange from "./answer/PrintedRange.ts"
export * as PrintingPolicy from "./answer/PrintingPolicy.ts"
export * as Consistency from "./answer/Consistency.ts"
export * as PublicationDiff from "./answer/PublicationDiff.ts"
export * as Explain from "./answer/Explain.ts"
export * as UnmatchedRow from "./answer/UnmatchedRow.ts"
export * as Diff from "./answer/Diff.ts"
export * as Reconcile from "./answer/Reconcile.ts"
export * as Norm from "./answer/Norm.ts"
export * as Check from "./answer/Check.ts"
export * as FollowUp from "./answer/FollowUp.ts"
export * as Reserve from "./answer/Reserve.ts"
export * as Tables from "./answer/Tables.ts"
