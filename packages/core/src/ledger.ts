/**
 * The ledger: statements, drafts and snapshots of it.
 *
 * @module @grootboek/core/ledger
 */

export * as Additions from "./ledger/Additions.ts"
export * as Audit from "./ledger/Audit.ts"
export * as Branch from "./ledger/Branch.ts"
export * as EarlierImports from "./ledger/EarlierImports.ts"
export * as Intake from "./ledger/Intake.ts"
export * as Ledger from "./ledger/Ledger.ts"
export * as Moment from "./ledger/Moment.ts"
export * as PlanRemarks from "./ledger/PlanRemarks.ts"
export * as RealisationRemarks from "./ledger/RealisationRemarks.ts"
export * as Replacement from "./ledger/Replacement.ts"
export * as Replay from "./ledger/Replay.ts"
export * as Snapshot from "./ledger/Snapshot.ts"
export * as Statement from "./ledger/Statement.ts"
export * as Trail from "./ledger/Trail.ts"
export * as Validity from "./ledger/Validity.ts"
