/**
 * Text to rows to events and back: every fault with its file, line and column, every byte accounted for.
 *
 * Nothing here opens a file: bytes come in, values come out, in a browser as well.
 */

// How a file is written.
export * as Encoding from "./text/Encoding.ts"
export * as Numbers from "./cell/Numbers.ts"
export * as Dialect from "./text/Dialect.ts"
export * as Records from "./text/Records.ts"
// What its columns mean.
export * as Layout from "./header/Layout.ts"
export * as Mapping from "./header/Mapping.ts"
// What it says.
export type { File } from "./text/File.ts"
export * as Fault from "./fault/Fault.ts"
export * as Note from "./fault/Note.ts"
export * as Reader from "./read/Reader.ts"
export * as Published from "./read/Published.ts"
// What goes out.
export * as Rejects from "./out/Rejects.ts"
export * as Table from "./out/Table.ts"
export * as Export from "./out/Export.ts"
