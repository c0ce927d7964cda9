/**
 * Parses bytes to records of cells. Every physical line is part of one record, blank, or broken.
 *
 * A broken record ends at its first line, so that one stray quote does not hide the faults below it.
 */
import type { FileProblem } from "../fault/FileProblem.ts"
import * as Encoding from "./Encoding.ts"
import { concat } from "./File.ts"
import * as QuotedRecord from "./QuotedRecord.ts"

/** Receives records, blank lines and broken lines, with the line on which each begins and its height in lines. */
export interface RecordSink {
  readonly record: (cells: ReadonlyArray<string>, line: number, height: number) => void
  readonly blank: (line: number, height: number) => void
  readonly broken: (problem: FileProblem, line: number) => void
}

export interface RecordPosition {
  /** Bytes before its first line. */
  readonly offset: number
  readonly text: string
}

/** A parser that takes bytes in pieces of any size. `position` is that of the record that the sink receives. */
export interface RecordParser {
  readonly push: (bytes: Uint8Array) => void
  readonly end: () => void
  readonly position: () => RecordPosition
  /** Whether all text around the record is plain ASCII. */
  readonly isAscii: () => boolean
  /** Physical lines so far. */
  readonly lines: () => number
}

/** The longest record in bytes; a longer one is an unclosed quote or not a text. */
export const longest = 1 << 20

/** Bytes to buffer before they are parsed: few enough that the garbage collector frees their records early. */
const enough = 1 << 15

export const parser = (
  { encoding, delimiter }: { readonly encoding: Encoding.Encoding; readonly delimiter: string },
  sink: RecordSink,
): RecordParser => {
  let pieces: Array<Uint8Array> = []
  let waiting = 0
  /** The whole lines that are being parsed, and where they begin in the file. */
  let block: Uint8Array = new Uint8Array(0)
  let text = ""
  let blockOffset = 0
  let line = 1
  let here = { from: 0, to: 0 }
  let cursor = { line: 1, at: 0 }
  /** Inside a line that is too long. */
  let skipping = false
  let atEnd = false

  const position = (): RecordPosition => {
    while (cursor.line < line) {
      const next = block.indexOf(10, cursor.at)
      if (next < 0) break
      cursor = { line: cursor.line + 1, at: next + 1 }
    }
    return {
      offset: blockOffset + cursor.at,
      text: text.slice(here.from, Math.min(here.to, here.from + 2000)),
    }
  }

  const parseBuffered = (): void => {
    let joined = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : concat(pieces)
    if (blockOffset === 0 && encoding === "utf-8" && mark.every((byte, at) => joined[at] === byte)) {
      joined = joined.subarray(mark.length)
      blockOffset = mark.length
    }
    const cut = atEnd ? joined.length : joined.lastIndexOf(10) + 1
    block = joined.subarray(0, cut)
    cursor = { line, at: 0 }
    const decoded = Encoding.decode(block, encoding)
    text = decoded ?? Encoding.decodeAnyway(block, encoding)
    if (skipping && text !== "") text = skipLine()
    const isFinished = parseBlock(decoded !== undefined)
    if (!isFinished) position()
    const done = isFinished ? cut : cursor.at
    blockOffset += done
    keep(joined.subarray(done))
    if (isFinished && waiting > longest) skip()
    if (atEnd && skipping) line++
  }

  const keep = (rest: Uint8Array): void => {
    pieces = rest.length === 0 ? [] : [new Uint8Array(rest)]
    waiting = rest.length
  }

  // A line without an end would fill the memory: its bytes are dropped.
  const skip = (): void => {
    text = ""
    here = { from: 0, to: 0 }
    if (!skipping) sink.broken({ _tag: "LineTooLong", longest }, line)
    skipping = true
    blockOffset += waiting
    keep(new Uint8Array(0))
  }

  const skipLine = (): string => {
    const newline = text.indexOf("\n")
    if (newline < 0) return ""
    skipping = false
    line++
    return text.slice(newline + 1)
  }

  // Parses every record of the block; returns false when the last one continues after it.
  const parseBlock = (isValid: boolean): boolean => {
    const hasNul = text.includes("\u0000")
    const isSuspect = hasNul || !isValid || text.includes("\r")
    let quote = text.indexOf('"')
    let at = 0
    while (at < text.length) {
      const newline = text.indexOf("\n", at)
      const stop = newline < 0 ? text.length : newline
      const end = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
      here = { from: at, to: end }
      const raw = text.slice(at, end)
      const record =
        quote < 0 || quote >= end
          ? { cells: raw.split(delimiter), height: 1, end }
          : QuotedRecord.parse(text, at, delimiter)
      if ("_tag" in record && record._tag === "UnterminatedQuote" && !atEnd && text.length - at < longest)
        return false
      const damaged = isSuspect ? damage(raw, hasNul, isValid) : undefined
      const problem = damaged ?? ("_tag" in record ? record : undefined)
      if (problem !== undefined || "_tag" in record) {
        if (problem !== undefined) sink.broken(problem, line)
        line++
        at = stop + 1
        continue
      }
      here = { from: at, to: record.end }
      emit(record.cells, record.height)
      line += record.height
      at = text.charCodeAt(record.end) === 13 ? record.end + 2 : record.end + 1
    }
    return true
  }

  const damage = (raw: string, hasNul: boolean, isValid: boolean): FileProblem | undefined => {
    if (hasNul && raw.includes("\u0000")) return { _tag: "NulByte" }
    if (!isValid && raw.includes("\ufffd")) return { _tag: "NotInEncoding", encoding }
    return raw.includes("\r") ? { _tag: "LoneCarriageReturn" } : undefined
  }

  const emit = (cells: ReadonlyArray<string>, height: number): void => {
    const isBlank = cells.every((cell) => cell === "" || cell.trim() === "")
    // `sep=;` on the first line names the delimiter for a spreadsheet.
    const isHint = line === 1 && /^sep=.$/i.test(cells.join(delimiter))
    if (isBlank || isHint) sink.blank(line, height)
    else sink.record(cells, line, height)
  }

  return {
    push: (bytes) => {
      if (bytes.length === 0) return
      waiting += bytes.length
      // Copies kept bytes, because the caller may reuse its buffer. (`slice` of a Node buffer is not a copy.)
      const isEnough = waiting >= enough
      pieces.push(isEnough ? bytes : new Uint8Array(bytes))
      if (isEnough) parseBuffered()
    },
    end: () => {
      atEnd = true
      parseBuffered()
    },
    position,
    isAscii: () => text.length === block.length && encoding === "utf-8",
    lines: () => line - 1,
  }
}

/** The byte order mark of UTF-8. */
const mark: ReadonlyArray<number> = [0xef, 0xbb, 0xbf]
