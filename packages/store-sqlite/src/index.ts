/** The Grootboek journal in one SQLite file. */
export * as SqliteStore from "./SqliteStore.ts"
export * as Snapshots from "./Snapshots.ts"
