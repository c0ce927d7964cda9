/** The Grootboek journal in one SQLite file. */
export type * as Driver from "./Driver.ts"
export * as Snapshots from "./Snapshots.ts"
export * as SqliteStore from "./SqliteStore.ts"
