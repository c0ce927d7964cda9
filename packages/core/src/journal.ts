/**
 * The entries of a ledger: sealed, stored, archived and verified.
 *
 * @module @grootboek/core/journal
 */

export * as Archive from "./journal/Archive.ts"
export * as Batch from "./journal/Batch.ts"
export * as Checkpoint from "./journal/Checkpoint.ts"
export * as ConsistencyProof from "./journal/ConsistencyProof.ts"
export * as Content from "./journal/Content.ts"
export * as ContentDifference from "./journal/ContentDifference.ts"
export * as Finding from "./journal/Finding.ts"
export * as Journal from "./journal/Journal.ts"
export * as JournalStore from "./journal/JournalStore.ts"
export * as MemoryStore from "./journal/MemoryStore.ts"
export * as MerkleTree from "./journal/MerkleTree.ts"
export * as RecordTime from "./journal/RecordTime.ts"
export * as Redelivery from "./journal/Redelivery.ts"
export type * as Remark from "./journal/Remark.ts"
export * as RememberedHead from "./journal/RememberedHead.ts"
export * as Router from "./journal/Router.ts"
export * as StoreAddress from "./journal/StoreAddress.ts"
export * as StoreProblem from "./journal/StoreProblem.ts"
export * as Traced from "./journal/Traced.ts"
export * as Verify from "./journal/Verify.ts"
