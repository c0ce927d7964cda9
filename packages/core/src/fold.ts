/** The postings summed per place and year, with their origin. */

export * as Balances from "./fold/Balances.ts"
export * as Columns from "./fold/Columns.ts"
export * as Trace from "./fold/Trace.ts"
