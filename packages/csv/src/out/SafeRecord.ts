/** A record as it was written, except for cells that a spreadsheet could run as a formula: those get an apostrophe. */
import { Delimited, Formula } from "@grootboek/cells"
import * as Encoding from "../text/Encoding.ts"

interface RecordDialect {
  readonly delimiter: Delimited.Delimiter
  readonly encoding: Encoding.Encoding
}

/** Returns the bytes of a record, from its bytes and its cells. A broken record has no cells. */
export const of = (
  bytes: Uint8Array,
  record: ReadonlyArray<string> | "broken",
  dialect: RecordDialect,
): Uint8Array => {
  if (record === "broken") return broken(bytes, dialect)
  return record.some(isRisky) ? safe(record, lineEndOf(bytes), dialect) : bytes
}

/** Like {@link of}, for a record that begins with the reason of an earlier import, and whose formulas are neutralised. */
export const withoutReason = (
  bytes: Uint8Array,
  record: ReadonlyArray<string> | "broken",
  dialect: RecordDialect,
): Uint8Array => {
  if (record !== "broken") return safe(record.slice(1).map(Formula.restore), lineEndOf(bytes), dialect)
  const reason = new RegExp(`^(?:"(?:[^"]|"")*"|[^"${dialect.delimiter}]*)${dialect.delimiter}`)
  return bytes.subarray(reason.exec(latin1(bytes))?.[0].length ?? 0)
}

const safe = (
  cells: ReadonlyArray<string>,
  lineEnd: string,
  { delimiter, encoding }: RecordDialect,
): Uint8Array => {
  const fields = cells.map((cell) => Delimited.field(isRisky(cell) ? cell : { number: cell }, delimiter))
  return Encoding.encode(fields.join(delimiter) + lineEnd, encoding)
}

// A number with a sign is not a formula, and neither is a dash alone.
const isRisky = (cell: string): boolean => Formula.neutralise(cell) !== cell && !/^[-+][\d.,\s]*$/.test(cell)

const lineEndOf = (bytes: Uint8Array): string =>
  bytes.at(-1) !== 10 ? "" : bytes.at(-2) === 13 ? "\r\n" : "\n"

// A cell of a broken record may begin after each delimiter, so each such place is checked. A delimiter is one byte in each
// encoding.
const broken = (bytes: Uint8Array, { delimiter, encoding }: RecordDialect): Uint8Array => {
  const mark = delimiter.charCodeAt(0)
  const parts: Array<Uint8Array> = []
  for (let start = 0; start <= bytes.length; ) {
    const next = bytes.indexOf(mark, start)
    const end = next === -1 ? bytes.length : next
    const cell = start + (bytes[start] === quote ? 1 : 0)
    parts.push(bytes.subarray(start, cell))
    const [text = ""] = Encoding.decodeAnyway(bytes.subarray(cell, end), encoding).split(/["\r\n]/, 1)
    if (isRisky(text)) parts.push(Uint8Array.of(apostrophe))
    parts.push(bytes.subarray(cell, end + 1))
    start = end + 1
  }
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

const [quote, apostrophe] = [0x22, 0x27]

const latin1 = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
