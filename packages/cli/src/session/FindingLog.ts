/**
 * The findings of an import: the first ones in memory, the others in a temporary file, because a file with the wrong
 * delimiter has millions.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { FileFinding, Imported } from "@grootboek/report"

type Finding = FileFinding.FileFinding

export interface FindingLog {
  readonly add: (finding: Finding) => void
  readonly count: () => number
  /** The findings in memory, at most {@link kept}. */
  readonly first: () => ReadonlyArray<Finding>
  /** The findings after those; undefined when there are none. */
  readonly more: () => Imported.MoreFindings | undefined
  readonly byLine: (file: string) => Iterable<Finding>
}

/** Findings that are kept in memory, and that text output shows. */
export const kept = 200

export const start = (): FindingLog => {
  const first: Array<Finding> = []
  let lines = new Uint32Array(kept)
  let count = 0
  let isSorted = true
  let spool: Spool | undefined
  const at = (index: number): Finding => first[index] ?? JSON.parse(spool?.at(index - kept) ?? "")
  return {
    add: (finding) => {
      if (count === lines.length) {
        const longer = new Uint32Array(2 * count)
        longer.set(lines)
        lines = longer
      }
      const line = finding.line ?? 0
      isSorted &&= line >= (lines[count - 1] ?? 0)
      lines[count] = line
      count++
      if (first.length < kept) first.push(finding)
      else {
        spool ??= open()
        spool.add(JSON.stringify(finding))
      }
    },
    count: () => count,
    first: () => first,
    more: () =>
      count <= kept
        ? undefined
        : {
            count: count - kept,
            each: function* () {
              for (let index = kept; index < count; index++) yield at(index)
            },
          },
    byLine: function* (file) {
      const order = isSorted ? undefined : ordered(lines.subarray(0, count))
      for (let index = 0; index < count; index++) {
        const finding = at(order?.[index] ?? index)
        if (finding.file === file && finding.line !== null) yield finding
      }
    },
  }
}

// The indexes of findings by line.
const ordered = (lines: Uint32Array): Uint32Array =>
  Uint32Array.from(lines, (_, index) => index).sort((a, b) => (lines[a] ?? 0) - (lines[b] ?? 0) || a - b)

/** Texts in a temporary file, one a line. */
interface Spool {
  readonly add: (text: string) => void
  readonly at: (index: number) => string
}

/** Bytes to collect before they are written, and to read at once. */
const pageSize = 1 << 18

/** Texts between two positions that are kept in memory. */
const groupSize = 64

const open = (): Spool => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-findings-"))
  const file = openSync(join(folder, "findings.ndjson"), "w+", 0o600)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // An open file without a name disappears with the process. Where that is not possible, it is removed at the end.
  try {
    remove()
  } catch {
    process.once("exit", () => {
      closeSync(file)
      remove()
    })
  }
  const groups: Array<number> = []
  let count = 0
  // The bytes that are not written yet, in one buffer that is used again.
  let page = Buffer.allocUnsafe(pageSize)
  let filled = 0
  let written = 0
  let reader: LineReader | undefined
  const flush = (): void => {
    for (let at = 0; at < filled; ) at += writeSync(file, page, at, filled - at, written + at)
    written += filled
    filled = 0
  }
  return {
    add: (text) => {
      const size = Buffer.byteLength(text) + 1
      if (filled + size > page.length) flush()
      if (size > page.length) page = Buffer.allocUnsafe(size)
      if (count % groupSize === 0) groups.push(written + filled)
      filled += page.write(`${text}\n`, filled)
      count++
    },
    at: (index) => {
      flush()
      if (reader === undefined || reader.index > index || reader.index + groupSize < index) {
        const group = Math.floor(index / groupSize)
        reader = readLines(file, { index: group * groupSize, at: groups[group] ?? 0 })
      }
      while (reader.index < index) reader.next()
      return reader.next()
    },
  }
}

/** Reads lines one after another; `index` is the number of the next one. */
interface LineReader {
  index: number
  readonly next: () => string
}

const readLines = (
  file: number,
  { index, at }: { readonly index: number; readonly at: number },
): LineReader => {
  let page = Buffer.allocUnsafe(pageSize)
  let start = 0
  let size = 0
  let position = at
  const reader: LineReader = {
    index,
    next: () => {
      let end = page.subarray(0, size).indexOf(10, start)
      while (end < 0) {
        // The rest of a line goes to the front; a line that fills the page needs a longer one.
        const rest = page.subarray(start, size)
        const target = rest.length === page.length ? Buffer.allocUnsafe(2 * page.length) : page
        target.set(rest)
        page = target
        start = 0
        size = rest.length
        const more = readSync(file, page, size, page.length - size, position)
        if (more === 0) throw new Error("a temporary file of findings was cut off")
        position += more
        size += more
        end = page.subarray(0, size).indexOf(10, 0)
      }
      const line = page.toString("utf8", start, end)
      start = end + 1
      reader.index++
      return line
    },
  }
  return reader
}
