/**
 * The public modules of Grootboek's core, by folder. A folder imports only folders listed before it.
 *
 * This entry point records, fills in forms, explains and compares. `@grootboek/core/ledger` adds audits, branches, snapshots and
 * replacements, `@grootboek/core/answer` the other questions, and `@grootboek/core/journal` proofs between checkpoints and
 * wrappers of stores: redelivery, a remembered head, routes and spans.
 *
 * The examples of the reference use the small ledger of `examples/reference.ts`.
 *
 * Every module is a noun with bare verbs: `Money.add`, `Journal.open`, `Ledger.statement`.
 *
 * @module @grootboek/core
 */

export * from "./value.ts"
export * from "./event.ts"
export * from "./codec.ts"
export {
  Archive,
  Batch,
  Checkpoint,
  Content,
  ContentDifference,
  Finding,
  Journal,
  JournalStore,
  MemoryStore,
  RecordTime,
  type Remark,
  StoreAddress,
  StoreProblem,
  Verify,
} from "./journal.ts"
export * from "./fold.ts"
export * from "./form.ts"
export * from "./rule.ts"
export {
  Additions,
  Intake,
  Ledger,
  Moment,
  Replay,
  Statement,
  Trail,
} from "./ledger.ts"
export { Diff, Explain } from "./answer.ts"
