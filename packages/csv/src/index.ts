/**
 * Text to rows to events and back: every fault with its file, line and column, every byte accounted for.
 *
 * Nothing here opens a file: bytes come in, values come out, in a browser as well.
 */

// How a file is written.
export * as Encoding from "./Encoding.ts"
export * as Numbers from "./Numbers.ts"
export * as Dialect from "./Dialect.ts"
export * as Records from "./Records.ts"
// What its columns mean.
export * as Layout from "./Layout.ts"
export * as Mapping from "./Mapping.ts"
// What it says.
export type { File } from "./File.ts"
export * as Fault from "./Fault.ts"
export * as Note from "./Note.ts"
export * as Reader from "./Reader.ts"
export * as Published from "./Published.ts"
// What goes out.
export * as Rejects from "./Rejects.ts"
export * as Table from "./Table.ts"
export * as Export from "./Export.ts"
