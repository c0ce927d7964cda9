/**
 * Spreadsheets in and out of Grootboek: a sheet becomes rows of texts for the reader of CSV files, statements become
 * a workbook of typed sheets. What is read is capped before it is unpacked.
 */
export * as Book from "./Book.ts"
export * as Fault from "./Fault.ts"
export * as Sheet from "./Sheet.ts"
export * as Zip from "./Zip.ts"
