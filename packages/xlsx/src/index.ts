/**
 * Reads sheets as rows of text for the reader of CSV files, and writes statements as workbooks with typed cells. The size
 * of a file is checked before it is unpacked.
 */
export * as Book from "./Book.ts"
export * as Fault from "./Fault.ts"
export * as Sheet from "./Sheet.ts"
export * as Zip from "./Zip.ts"
