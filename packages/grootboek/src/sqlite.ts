/**
 * The journal in one SQLite file.
 *
 * @module grootboek/sqlite
 */
export * from "@grootboek/store-sqlite"
