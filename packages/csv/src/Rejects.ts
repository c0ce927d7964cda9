/**
 * A file of the rows that were rejected, as they were written, with the reason in front of each. Repaired, it imports
 * again: the reader passes over the column of reasons.
 */

import { concat } from "./Bytes.ts"
import { delimiterIn } from "./Dialect.ts"
import * as Encoding from "./Encoding.ts"
import * as Escape from "./Escape.ts"
import { type Fault, type Language, words } from "./Fault.ts"
import type { File } from "./File.ts"
import { reasonColumn } from "./Layout.ts"
import type { Options } from "./Reading.ts"
import * as Records from "./Records.ts"

/** The rejected rows of a file, in its own encoding and delimiter; the whole file when its header was at fault. */
export const write = (
  { bytes }: Pick<File, "bytes">,
  faults: ReadonlyArray<Fault>,
  declared: Pick<Options, "encoding" | "delimiter"> & { readonly language?: Language } = {},
): Uint8Array => {
  const found = Encoding.detect(bytes, declared.encoding)
  if ("_tag" in found) return bytes
  const delimiter = declared.delimiter ?? delimiterIn(Encoding.firstLine(bytes, found))
  const starts = lineStarts(bytes, found.bom ? 3 : 0)
  const reasons = new Map<number, ReadonlyArray<Fault>>()
  for (const fault of faults) reasons.set(fault.line, [...(reasons.get(fault.line) ?? []), fault])

  let headerLine = 0
  const pieces: Array<Uint8Array> = found.bom ? [bytes.subarray(0, 3)] : []
  const copy = (line: number, height: number, reason: string): void => {
    const record = bytes.subarray(starts[line - 1], starts[line - 1 + height])
    pieces.push(
      Encoding.encode(Escape.cell(Escape.neutralise(reason), delimiter) + delimiter, found.encoding),
      record,
    )
    if (record.at(-1) !== 10) pieces.push(Uint8Array.of(10))
  }
  const hear = (line: number, height: number): void => {
    const why = reasons.get(line)
    if (headerLine === 0) copy(line, height, reasonColumn)
    else if (why !== undefined)
      copy(line, height, why.map((fault) => say(fault, declared.language ?? "en")).join(" | "))
    headerLine ||= line
  }
  const scanner = Records.scan(
    { encoding: found.encoding, delimiter },
    { row: (_, line, height) => hear(line, height), broken: (_, line) => hear(line, 1), blank: () => {} },
  )
  scanner.push(bytes)
  scanner.end()
  return reasons.has(headerLine) ? bytes : concat(pieces)
}

const say = (fault: Fault, language: Language): string => {
  const { wrong, expected } = words(fault, language)
  return `${fault.column === undefined ? "" : `${fault.column}: `}${wrong}; ${expected}`
}

const lineStarts = (bytes: Uint8Array, first: number): ReadonlyArray<number> => {
  const out = [first]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) out.push(at + 1)
  return out
}
