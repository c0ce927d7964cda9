/**
 * From bytes to records: which cells stand on which physical lines. Strict about quotes, and exact in its accounts:
 * every physical line is part of one record, blank, or broken.
 *
 * A broken record is given up at its first line, so that one stray quote does not hide the faults below it.
 */
import { concat } from "./Bytes.ts"
import * as Encoding from "./Encoding.ts"
import type { Facts } from "../fault/Facts.ts"

/** Who hears what is found. */
export interface Sink {
  readonly row: (cells: ReadonlyArray<string>, line: number, height: number) => void
  readonly blank: (line: number, height: number) => void
  readonly broken: (facts: Facts, line: number) => void
}

/** Where the record stands that is being heard of. */
export interface Where {
  /** Bytes before its first line. */
  readonly offset: number
  readonly text: string
}

/** Takes bytes in pieces of any size. `where` answers while the sink is being told. */
export interface Scanner {
  readonly push: (bytes: Uint8Array) => void
  readonly end: () => void
  readonly where: () => Where
  /** Whether all text around the record is plain ASCII. */
  readonly isAscii: () => boolean
  /** Physical lines so far. */
  readonly lines: () => number
}

/** A record longer than this is taken for an accident. */
export const longest = 1 << 20

/** Work begins when so many bytes wait: small enough that what comes of them dies young. */
const enough = 1 << 15

/** Begins to read. */
export const scan = (
  { encoding, delimiter }: { readonly encoding: Encoding.Encoding; readonly delimiter: string },
  sink: Sink,
): Scanner => {
  let pieces: Array<Uint8Array> = []
  let waiting = 0
  /** What is being scanned: whole lines, and where they begin in the file. */
  let block: Uint8Array = new Uint8Array(0)
  let text = ""
  let blockOffset = 0
  let line = 1
  let here = { from: 0, to: 0 }
  let cursor = { line: 1, at: 0 }
  /** Inside a line that was given up for its length. */
  let skipping = false
  let atEnd = false

  const where = (): Where => {
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

  const work = (): void => {
    let joined = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : concat(pieces)
    if (blockOffset === 0 && encoding === "utf-8" && mark.every((byte, at) => joined[at] === byte)) {
      joined = joined.subarray(mark.length)
      blockOffset = mark.length
    }
    const cut = atEnd ? joined.length : joined.lastIndexOf(10) + 1
    block = joined.subarray(0, cut)
    cursor = { line, at: 0 }
    const sound = Encoding.decode(block, encoding)
    text = sound ?? Encoding.decodeAnyway(block, encoding)
    if (skipping && text !== "") text = skipLine()
    const isFinished = records(sound !== undefined)
    if (!isFinished) where()
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

  // A line without an end would fill the memory: it is given up, and its bytes are let go as they come.
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

  // Reads every record of the block, unless the last one goes on beyond it.
  const records = (isSound: boolean): boolean => {
    const hasNul = text.includes("\u0000")
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
          : quoted(text, at, delimiter)
      if ("_tag" in record && record._tag === "UnterminatedQuote" && !atEnd && text.length - at < longest)
        return false
      const facts = damage(raw, hasNul, isSound) ?? ("_tag" in record ? record : undefined)
      if (facts !== undefined || "_tag" in record) {
        if (facts !== undefined) sink.broken(facts, line)
        line++
        at = stop + 1
        continue
      }
      here = { from: at, to: record.end }
      tell(record.cells, record.height)
      line += record.height
      at = text.charCodeAt(record.end) === 13 ? record.end + 2 : record.end + 1
    }
    return true
  }

  const damage = (raw: string, hasNul: boolean, isSound: boolean): Facts | undefined => {
    if (hasNul && raw.includes("\u0000")) return { _tag: "NulByte" }
    if (!isSound && raw.includes("\ufffd")) return { _tag: "NotInEncoding", encoding }
    return raw.includes("\r") ? { _tag: "LoneCarriageReturn" } : undefined
  }

  const tell = (cells: ReadonlyArray<string>, height: number): void => {
    const isBlank = cells.every((cell) => cell === "" || cell.trim() === "")
    // `sep=;` on the first line tells a spreadsheet the delimiter, and holds no cells.
    const isHint = line === 1 && /^sep=.$/i.test(cells.join(delimiter))
    if (isBlank || isHint) sink.blank(line, height)
    else sink.row(cells, line, height)
  }

  return {
    push: (bytes) => {
      if (bytes.length === 0) return
      waiting += bytes.length
      // What is kept is copied: the caller may fill its buffer again. (`slice` of a Node buffer is no copy.)
      const isWorked = waiting >= enough
      pieces.push(isWorked ? bytes : new Uint8Array(bytes))
      if (isWorked) work()
    },
    end: () => {
      atEnd = true
      work()
    },
    where,
    isAscii: () => text.length === block.length && encoding === "utf-8",
    lines: () => line - 1,
  }
}

/** The byte order mark of UTF-8. */
const mark: ReadonlyArray<number> = [0xef, 0xbb, 0xbf]

interface Quoted {
  readonly cells: ReadonlyArray<string>
  readonly height: number
  /** Where the record ends, before its line end. */
  readonly end: number
}

const quoted = (text: string, start: number, delimiter: string): Quoted | Facts => {
  const cells: Array<string> = []
  let height = 1
  let at = start
  for (;;) {
    if (text[at] === '"') {
      const parts: Array<string> = []
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return { _tag: "UnterminatedQuote" }
        if (text[quote + 1] !== '"') {
          parts.push(text.slice(from, quote))
          at = quote + 1
          break
        }
        parts.push(text.slice(from, quote + 1))
        from = quote + 2
      }
      const cell = parts.join("")
      if (cell.includes("\n")) height += cell.split("\n").length - 1
      cells.push(cell.includes("\r\n") ? cell.replaceAll("\r\n", "\n") : cell)
    } else {
      let end = at
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") {
        if (text[end] === '"') return { _tag: "StrayQuote" }
        end++
      }
      const isLast = text[end] !== delimiter
      if (isLast && text[end - 1] === "\r" && end > at) end--
      cells.push(text.slice(at, end))
      at = end
    }
    if (text[at] === delimiter) at++
    else if (at >= text.length || text[at] === "\n" || (text[at] === "\r" && text[at + 1] === "\n")) {
      return { cells, height, end: at }
    } else if (text[at] === "\r" && at + 1 === text.length) return { cells, height, end: at }
    else return { _tag: "StrayQuote" }
  }
}
