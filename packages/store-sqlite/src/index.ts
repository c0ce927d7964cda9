/**
 * The Grootboek journal in one SQLite file.
 *
 * @module @grootboek/store-sqlite
 */
export type * as Driver from "./Driver.ts"
export * as FileLock from "./FileLock.ts"
export * as LedgerFile from "./LedgerFile.ts"
export * as SqliteStore from "./SqliteStore.ts"
