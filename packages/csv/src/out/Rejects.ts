/**
 * A file of rejected rows, as they were written, with the reason in front of each. After repair it imports again: the
 * reader ignores the column of reasons, and restores the formulas that are neutralised here.
 */
import { Delimited } from "@grootboek/cells"
import { describe, type Fault, isOfHeader } from "../fault/Fault.ts"
import type { Message } from "../fault/Message.ts"
import * as Layout from "../header/Layout.ts"
import type { ReaderOptions } from "../read/FileContent.ts"
import { delimiterIn } from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import { concat, type File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import * as Lines from "./Lines.ts"
import * as SafeRecord from "./SafeRecord.ts"

/** Why the record that begins on a line was rejected, by the reader or by the ledger. */
export interface RejectReason {
  readonly line: number
  /** The number of lines that the reason covers, when more than one. */
  readonly lines?: number | undefined
  readonly reason: string
}

/** How the file was read. `headerLine` is the line of its header, by default that of its first record. */
export interface RejectOptions extends Pick<ReaderOptions, "encoding" | "delimiter"> {
  readonly headerLine?: number | undefined
}

/**
 * Returns the rejected rows in the encoding and delimiter of the file, piece by piece; the whole file when its header has
 * a fault. The reasons must be in the order of lines.
 */
export function* pieces(
  chunks: Iterable<Uint8Array>,
  reasons: Iterable<RejectReason>,
  options: RejectOptions = {},
): Generator<Uint8Array> {
  let writer: RecordWriter | undefined
  for (const chunk of chunks) {
    const found = Encoding.detect(chunk, options.encoding)
    if (writer === undefined && "_tag" in found) writer = unchanged
    writer ??= start(chunk, found as Encoding.DetectedEncoding, { ...options, reasons })
    // A line may be two bytes and its reason two hundred: few lines at a time stay in memory.
    for (let at = 0; at < chunk.length; at += step)
      yield concat(writer.push(chunk.subarray(at, Math.min(at + step, chunk.length))))
  }
  yield concat(writer?.end() ?? [])
}

/** Bytes of the file whose rejected rows are written at once. */
const step = 1 << 13

/** Writes records while the bytes of a file are pushed. */
interface RecordWriter {
  readonly push: (bytes: Uint8Array) => ReadonlyArray<Uint8Array>
  readonly end: () => ReadonlyArray<Uint8Array>
}

// A file that is not text has no rows.
const unchanged: RecordWriter = { push: (bytes) => [bytes], end: () => [] }

const start = (
  first: Uint8Array,
  found: Encoding.DetectedEncoding,
  { reasons, headerLine, ...declared }: RejectOptions & { readonly reasons: Iterable<RejectReason> },
): RecordWriter => {
  const { encoding, bom } = found
  const delimiter = declared.delimiter ?? delimiterIn(Encoding.firstLine(first, found))
  const lines = Lines.start(bom ? 3 : 0)
  const reasonAt = following(reasons)
  let out: Array<Uint8Array> = bom ? [first.subarray(0, 3)] : []
  let part: "titles" | "rows" | "whole" = "titles"
  /** Whether the file itself has rejected rows of an earlier import: their reasons are replaced. */
  let hasReasons = false

  // Lines below an unclosed quote share one reason.
  let last: { readonly reason: string; readonly bytes: Uint8Array } = { reason: "", bytes: new Uint8Array() }
  const encoded = (reason: string): Uint8Array => {
    if (reason !== last.reason)
      last = { reason, bytes: Encoding.encode(Delimited.field(reason, delimiter) + delimiter, encoding) }
    return last.bytes
  }
  const write = (bytes: Uint8Array): void => {
    out.push(bytes)
    if (part === "rows" && bytes.at(-1) !== 10) out.push(Uint8Array.of(10))
  }
  const add = (line: number, height: number, record: ReadonlyArray<string> | "broken" | "blank"): void => {
    const bytes = lines.take(height)
    const isHeader = part === "titles" && (headerLine === undefined ? record !== "blank" : line >= headerLine)
    const reason = reasonAt(line)
    if (isHeader) part = reason === undefined ? "rows" : "whole"
    const before = isHeader ? Layout.reasonColumn : reason
    if (part !== "rows") {
      write(bytes)
      return
    }
    if (before === undefined || record === "blank") return
    if (isHeader && record !== "broken") hasReasons = Layout.isReason(record[0] ?? "")
    // In front, because an unclosed quote in the record would include a later field.
    out.push(encoded(before))
    const dialect = { delimiter, encoding }
    write(
      hasReasons ? SafeRecord.withoutReason(bytes, record, dialect) : SafeRecord.of(bytes, record, dialect),
    )
  }
  const parser = Records.parser(
    { encoding, delimiter },
    {
      record: (cells, line, height) => add(line, height, cells),
      broken: (_, line) => add(line, 1, "broken"),
      blank: (line, height) => add(line, height, "blank"),
    },
  )
  const flush = (): ReadonlyArray<Uint8Array> => {
    const written = out
    out = []
    return written
  }
  return {
    push: (bytes) => {
      lines.push(bytes)
      parser.push(bytes)
      return flush()
    },
    end: () => {
      parser.end()
      return flush()
    },
  }
}

// Returns the reasons of a line, joined. Lines must be asked in order.
const following = (reasons: Iterable<RejectReason>): ((line: number) => string | undefined) => {
  const rest = reasons[Symbol.iterator]()
  let next = rest.next()
  let range = { until: 0, reason: "" }
  return (line) => {
    const found: Array<string> = line <= range.until ? [range.reason] : []
    while (next.done !== true && next.value.line <= line) {
      const { line: from, lines = 1, reason } = next.value
      if (from === line) found.push(reason)
      if (lines > 1) range = { until: from + lines - 1, reason }
      next = rest.next()
    }
    return found.length === 0 ? undefined : found.join(" | ")
  }
}

/** Like {@link pieces}, for a file in memory and reasons in any order. */
export const rows = (
  { bytes }: Pick<File, "bytes">,
  reasons: ReadonlyArray<RejectReason>,
  options: RejectOptions = {},
): Uint8Array => {
  const sorted = [...reasons].sort((a, b) => a.line - b.line)
  return concat([...pieces([bytes], sorted, options)])
}

/** Returns the rejected rows with the messages of their faults; the whole file when its header has a fault. */
export const write = (
  file: Pick<File, "bytes">,
  faults: ReadonlyArray<Fault>,
  { language = "en", ...options }: RejectOptions & { readonly language?: keyof Message } = {},
): Uint8Array => {
  const reasonOf = (fault: Fault): string => {
    const { wrong, expected } = describe(fault)
    return `${fault.column === undefined ? "" : `${fault.column}: `}${wrong[language]}; ${expected[language]}`
  }
  if (faults.some(isOfHeader)) return file.bytes
  return rows(
    file,
    faults.map((fault) => ({
      line: fault.line,
      lines: fault._tag === "UnterminatedQuote" ? fault.lines : 1,
      reason: reasonOf(fault),
    })),
    options,
  )
}
