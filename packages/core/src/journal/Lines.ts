/**
 * The lines of an export, read chunk by chunk, and the marks of programs that changed its line ends.
 *
 * Text programs and mail add carriage returns, a byte order mark or blank lines at the end. The lines are returned
 * without them, so that their entries can still be checked.
 */
import type { LineEndMark } from "./Finding.ts"

/** A line without its line end, and where it begins in the file. */
export interface ArchiveLine {
  readonly bytes: Uint8Array
  readonly number: number
  readonly offset: number
  /** Whether a line end follows. */
  readonly isWhole: boolean
}

/** The reading of lines in progress. */
export interface ArchiveLines {
  readonly push: (chunk: Uint8Array) => ReadonlyArray<ArchiveLine>
  readonly end: () => ReadonlyArray<ArchiveLine>
  /** Returns the marks found, and the number of bytes read. */
  readonly report: () => { readonly marks: ReadonlyArray<LineEndMark>; readonly length: number }
}

/** Starts reading lines. */
export const begin = (): ArchiveLines => {
  let pieces: Array<Uint8Array> = []
  let [number, offset, length] = [1, 0, 0]
  let blank: Array<ArchiveLine> = []
  const marks = new Set<LineEndMark>()

  const lineOf = (bytes: Uint8Array, isWhole: boolean): ReadonlyArray<ArchiveLine> => {
    const start = number === 1 && startsWith(bytes, byteOrderMark) ? byteOrderMark.length : 0
    const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length
    if (start > 0) marks.add("byteOrderMark")
    if (end < bytes.length) marks.add("carriageReturns")
    const line = {
      bytes: bytes.subarray(start, Math.max(start, end)),
      number,
      offset: offset + start,
      isWhole,
    }
    number += 1
    offset += bytes.length + 1
    if (line.bytes.length === 0) {
      if (blank.length < mostBlank) blank.push(line)
      return none
    }
    // Blank lines before another line are returned with it; those at the end are a mark.
    const lines = blank.length === 0 ? [line] : [...blank, line]
    blank = []
    return lines
  }

  return {
    push: (chunk) => {
      length += chunk.length
      const lines: Array<ArchiveLine> = []
      let from = 0
      for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, from)) {
        const bytes = concat([...pieces, chunk.subarray(from, feed)])
        pieces = []
        for (const line of lineOf(bytes, true)) lines.push(line)
        from = feed + 1
      }
      // Copied, because the caller may read the next chunk into the same memory.
      if (from < chunk.length) pieces.push(new Uint8Array(chunk.subarray(from)))
      return lines
    },
    end: () => {
      const lines = pieces.length === 0 ? none : lineOf(concat(pieces), false)
      pieces = []
      if (blank.length > 0) marks.add("blankEnd")
      return lines
    },
    report: () => ({ marks: [...marks], length }),
  }
}

/** Returns whether bytes begin with others. */
export const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** U+FEFF as UTF-8, which some programs write before a text. */
export const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf)

/** Returns the concatenation of byte arrays; a single one is returned itself, not copied. */
export const concat = (parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

// A file that has only line ends must not fill the memory.
const mostBlank = 10_000
const none: ReadonlyArray<ArchiveLine> = []
const [lineFeed, carriageReturn] = [0x0a, 0x0d]
