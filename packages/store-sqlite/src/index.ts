/** The Grootboek journal in one SQLite file. */
export type * as Driver from "./Driver.ts"
export * as SqliteStore from "./SqliteStore.ts"
