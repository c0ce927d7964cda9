/**
 * A file of the rows that were rejected, as they were written, with the reason in front of each. Repaired, it imports
 * again: the reader passes over the column of reasons.
 */

import { Delimited } from "@grootboek/cells"
import { concat } from "../text/Bytes.ts"
import { delimiterIn } from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import { type Fault, type Language, words } from "../fault/Fault.ts"
import type { File } from "../text/File.ts"
import { reasonColumn } from "../header/Layout.ts"
import type { Options } from "../read/FileContent.ts"
import * as Records from "../text/Records.ts"

/** Why the record that begins on a line was rejected, by the file or by the ledger. */
export interface Reason {
  readonly line: number
  readonly reason: string
}

/** The rejected rows of a file, in its own encoding and delimiter; the whole file when its header was at fault. */
export const rows = (
  { bytes }: Pick<File, "bytes">,
  reasons: ReadonlyArray<Reason>,
  declared: Pick<Options, "encoding" | "delimiter"> = {},
): Uint8Array => {
  const found = Encoding.detect(bytes, declared.encoding)
  if ("_tag" in found) return bytes
  const delimiter = declared.delimiter ?? delimiterIn(Encoding.firstLine(bytes, found))
  const starts = lineStarts(bytes, found.bom ? 3 : 0)
  const why = new Map<number, ReadonlyArray<string>>()
  for (const { line, reason } of reasons) why.set(line, [...(why.get(line) ?? []), reason])

  let headerLine = 0
  const pieces: Array<Uint8Array> = found.bom ? [bytes.subarray(0, 3)] : []
  const hear = (line: number, height: number): void => {
    const isHeader = headerLine === 0
    const reason = isHeader ? reasonColumn : why.get(line)?.join(" | ")
    if (isHeader) headerLine = line
    if (reason === undefined) return
    const record = bytes.subarray(starts[line - 1], starts[line - 1 + height])
    // In front, so that a quote that never ends cannot swallow it.
    const cell = Delimited.field(reason, delimiter) + delimiter
    pieces.push(Encoding.encode(cell, found.encoding), record)
    if (record.at(-1) !== 10) pieces.push(Uint8Array.of(10))
  }
  const scanner = Records.scan(
    { encoding: found.encoding, delimiter },
    { row: (_, line, height) => hear(line, height), broken: (_, line) => hear(line, 1), blank: () => {} },
  )
  scanner.push(bytes)
  scanner.end()
  return why.has(headerLine) ? bytes : concat(pieces)
}

/** The rows that faults reject. */
export const write = (
  file: Pick<File, "bytes">,
  faults: ReadonlyArray<Fault>,
  declared: Pick<Options, "encoding" | "delimiter"> & { readonly language?: Language } = {},
): Uint8Array =>
  rows(
    file,
    faults.map((fault) => ({ line: fault.line, reason: say(fault, declared.language ?? "en") })),
    declared,
  )

const say = (fault: Fault, language: Language): string => {
  const { wrong, expected } = words(fault, language)
  return `${fault.column === undefined ? "" : `${fault.column}: `}${wrong}; ${expected}`
}

const lineStarts = (bytes: Uint8Array, first: number): ReadonlyArray<number> => {
  const out = [first]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) out.push(at + 1)
  return out
}
