/**
 * Reads files to requests and writes events as files. Every fault has its file, line and column, and every line of a file
 * is counted.
 *
 * Nothing here opens a file: bytes are passed in and values are returned, in a browser as well.
 *
 * @module @grootboek/csv
 */
export * as Fault from "./fault/Fault.ts"
export type { Message } from "./fault/Message.ts"
export * as Note from "./fault/Note.ts"
export * as Dialect from "./text/Dialect.ts"
export * as Encoding from "./text/Encoding.ts"
export type { File } from "./text/File.ts"
export * as Records from "./text/Records.ts"
export * as HeaderSearch from "./header/HeaderSearch.ts"
export * as Layout from "./header/Layout.ts"
export * as Mapping from "./header/Mapping.ts"
export * as Numbers from "./cell/Numbers.ts"
export * as Adjustments from "./kind/Adjustments.ts"
export * as DeclaredLists from "./kind/DeclaredLists.ts"
export * as StateRequests from "./kind/StateRequests.ts"
export * as Preview from "./read/Preview.ts"
export * as Published from "./read/Published.ts"
export * as FormerIds from "./kind/FormerIds.ts"
export * as Reader from "./read/Reader.ts"
export * as SheetChoice from "./read/SheetChoice.ts"
export * as Export from "./out/Export.ts"
export * as Rejects from "./out/Rejects.ts"
export * as SheetLines from "./out/SheetLines.ts"
export * as Table from "./out/Table.ts"
export * as Template from "./out/Template.ts"
