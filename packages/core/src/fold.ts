/** The postings summed per place and year, and the time, kind and source of each entry. */

export * as Balances from "./fold/Balances.ts"
export * as Columns from "./fold/Columns.ts"
export * as Trace from "./fold/Trace.ts"
