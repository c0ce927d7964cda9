/** CSV that is safe to open in a spreadsheet: one writer, and one rule for text that looks like a formula. */
export * as Delimited from "./Delimited.ts"
export * as Formula from "./Formula.ts"
