/**
 * Reads sheets as rows of text for the reader of CSV files, and writes statements as workbooks with typed cells. A file is
 * checked before it is unpacked, and read in bounded memory.
 *
 * @module @grootboek/xlsx
 */
export * as Book from "./Book.ts"
export * as Caps from "./Caps.ts"
export type { CellDamage, CellDefect } from "./CellDefect.ts"
export * as Fault from "./Fault.ts"
export { SheetRefusal } from "./Refusal.ts"
export * as Sheet from "./Sheet.ts"
