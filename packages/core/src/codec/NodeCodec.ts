/** A codec of one node of a schema: a text, a record, a list. */
import type { ByteReader, ByteWriter } from "./Bytes.ts"

/** Writes and reads the values of one node of a schema. */
export interface NodeCodec {
  /** Writes a value and returns true; returns false when the schema would not accept it as it is. */
  readonly write: (value: unknown, output: ByteWriter) => boolean
  /** Returns the value that comes next; `undefined` unless it is canonical and the schema accepts it as it is. */
  readonly read: (input: ByteReader) => unknown
  /** The only value of a literal. */
  readonly constant?: string | number | boolean
}

/** Returns a codec that is made on its first use: a program needs few kinds of events at its start. */
export const lazily = (make: () => NodeCodec): NodeCodec => {
  let made: NodeCodec | undefined
  const codec = (): NodeCodec => {
    made ??= make()
    return made
  }
  return { write: (value, output) => codec().write(value, output), read: (input) => codec().read(input) }
}
