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
  { delimiter, encoding }: RecordDialect,
): Uint8Array => {
  if (record === "broken") return broken(bytes, delimiter)
  return record.some(isRisky) ? safe(record, lineEndOf(bytes), { delimiter, encoding }) : bytes
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

// A number with a sign is harmless, and a dash alone means nothing.
const isRisky = (cell: string): boolean => Formula.neutralise(cell) !== cell && !/^[-+][\d.,\s]*$/.test(cell)

const lineEndOf = (bytes: Uint8Array): string =>
  bytes.at(-1) !== 10 ? "" : bytes.at(-2) === 13 ? "\r\n" : "\n"

// Where the cells of a broken record begin is not certain, so each place where one may begin counts. All characters that
// matter are ASCII, in each encoding.
const broken = (bytes: Uint8Array, delimiter: Delimited.Delimiter): Uint8Array => {
  const text = latin1(bytes)
  const start = new RegExp(
    `(^|${delimiter})("?)(?='*[ ]*[=+\\-@])(?![-+][\\d.,\\s]*(?:["${delimiter}]|$))`,
    "g",
  )
  return start.test(text) ? Uint8Array.from(text.replace(start, "$1$2'"), (one) => one.charCodeAt(0)) : bytes
}

const latin1 = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
