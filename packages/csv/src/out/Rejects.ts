/**
 * A file of rejected rows, as they were written, with the reason in front of each. After repair it imports again: the
 * reader ignores the column of reasons.
 */
import { Delimited } from "@grootboek/cells"
import { describe, type Fault } from "../fault/Fault.ts"
import type { Message } from "../fault/Message.ts"
import * as HeaderSearch from "../header/HeaderSearch.ts"
import { reasonColumn } from "../header/Layout.ts"
import type { ReaderOptions } from "../read/FileContent.ts"
import { delimiterIn } from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import { concat, type File } from "../text/File.ts"
import * as Records from "../text/Records.ts"

/** Why the record that begins on a line was rejected, by the reader or by the ledger. */
export interface RejectReason {
  readonly line: number
  readonly reason: string
}

interface Declared extends Pick<ReaderOptions, "encoding" | "delimiter"> {
  /** How to find the header below titles. By default it is the first record. */
  readonly header?: HeaderSearch.HeaderSearchOptions
}

/** Returns the rejected rows in the encoding and delimiter of the file; the whole file when its header has a fault. */
export const rows = (
  { bytes }: Pick<File, "bytes">,
  reasons: ReadonlyArray<RejectReason>,
  declared: Declared = {},
): Uint8Array => {
  const found = Encoding.detect(bytes, declared.encoding)
  if ("_tag" in found) return bytes
  const { encoding, bom } = found
  const text = Encoding.decodeAnyway(bytes.subarray(bom ? 3 : 0, 1 << 16), encoding)
  const delimiter =
    declared.delimiter ??
    (declared.header === undefined ? undefined : HeaderSearch.delimiterIn(text, declared.header)) ??
    delimiterIn(Encoding.firstLine(bytes, found))
  const at = declared.header === undefined ? 0 : headerLineOf(bytes, { encoding, delimiter }, declared.header)
  if (at === undefined) return bytes
  const starts = lineStarts(bytes, bom ? 3 : 0)
  const reasonsOf = new Map<number, ReadonlyArray<string>>()
  for (const { line, reason } of reasons) reasonsOf.set(line, [...(reasonsOf.get(line) ?? []), reason])

  let headerLine = 0
  const pieces: Array<Uint8Array> = bom ? [bytes.subarray(0, 3)] : []
  const add = (line: number, height: number): void => {
    if (line < at) return
    const isHeader = headerLine === 0
    const reason = isHeader ? reasonColumn : reasonsOf.get(line)?.join(" | ")
    if (isHeader) headerLine = line
    if (reason === undefined) return
    const record = bytes.subarray(starts[line - 1], starts[line - 1 + height])
    // In front, because an unclosed quote in the record would include a later field.
    pieces.push(Encoding.encode(Delimited.field(reason, delimiter) + delimiter, encoding), record)
    if (record.at(-1) !== 10) pieces.push(Uint8Array.of(10))
  }
  const parser = Records.parser(
    { encoding, delimiter },
    { record: (_, line, height) => add(line, height), broken: (_, line) => add(line, 1), blank: () => {} },
  )
  parser.push(bytes)
  parser.end()
  return reasonsOf.has(headerLine) ? bytes : concat(pieces)
}

/** Returns the rows that faults reject. */
export const write = (
  file: Pick<File, "bytes">,
  faults: ReadonlyArray<Fault>,
  { language = "en", ...declared }: Declared & { readonly language?: keyof Message } = {},
): Uint8Array => {
  const reasonOf = (fault: Fault): string => {
    const { wrong, expected } = describe(fault)
    return `${fault.column === undefined ? "" : `${fault.column}: `}${wrong[language]}; ${expected[language]}`
  }
  return rows(
    file,
    faults.map((fault) => ({ line: fault.line, reason: reasonOf(fault) })),
    declared,
  )
}

// Returns the line of the header, or `undefined` when it is not certain.
const headerLineOf = (
  bytes: Uint8Array,
  written: Parameters<typeof Records.parser>[0],
  options: HeaderSearch.HeaderSearchOptions,
): number | undefined => {
  const search = HeaderSearch.start(options)
  let outcome: HeaderSearch.HeaderOutcome | undefined
  const parser = Records.parser(written, {
    record: (cells, line) => {
      outcome ??= search.record(cells, line)
    },
    broken: () => {},
    blank: () => {},
  })
  for (let from = 0; from < bytes.length && outcome === undefined; from += piece)
    parser.push(bytes.subarray(from, from + piece))
  if (outcome === undefined) parser.end()
  outcome ??= search.end()
  if (outcome === undefined) return 0
  return outcome._tag === "Found" ? outcome.candidate.line : undefined
}

const piece = 1 << 16

const lineStarts = (bytes: Uint8Array, first: number): ReadonlyArray<number> => {
  const out = [first]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) out.push(at + 1)
  return out
}
