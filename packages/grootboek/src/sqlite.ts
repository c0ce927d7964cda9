/** The journal in one SQLite file. */
export * from "@grootboek/store-sqlite"
