/**
 * The findings of an import: the first ones in memory, the others in a temporary file, because a file with the wrong
 * delimiter has millions.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { FileFinding, Imported } from "@grootboek/report"

type Finding = FileFinding.FileFinding

/** The findings of a run. */
export interface FindingLog {
  readonly add: (finding: Finding) => void
  readonly count: () => number
  /** The findings in memory, at most {@link kept}. */
  readonly first: () => ReadonlyArray<Finding>
  /** The findings after those; undefined when there are none. */
  readonly more: () => Imported.MoreFindings | undefined
  /** Returns the findings of a file, by line. */
  readonly byLine: (file: string) => Iterable<Finding>
}

/** Findings that are kept in memory, and that text output shows. */
export const kept = 200

/** Starts a log. */
export const start = (): FindingLog => {
  const first: Array<Finding> = []
  const lines: Array<number> = []
  let spool: Spool | undefined
  const at = (index: number): Finding => first[index] ?? JSON.parse(spool?.at(index - kept) ?? "")
  return {
    add: (finding) => {
      lines.push(finding.line ?? 0)
      if (first.length < kept) first.push(finding)
      else {
        spool ??= open()
        spool.add(JSON.stringify(finding))
      }
    },
    count: () => lines.length,
    first: () => first,
    more: () =>
      lines.length <= kept
        ? undefined
        : {
            count: lines.length - kept,
            each: function* () {
              for (let index = kept; index < lines.length; index++) yield at(index)
            },
          },
    byLine: function* (file) {
      for (const index of sorted(lines)) {
        const finding = at(index)
        if (finding.file === file && finding.line !== null) yield finding
      }
    },
  }
}

// The indexes of findings by line. Most logs are sorted already.
const sorted = (lines: ReadonlyArray<number>): Uint32Array => {
  const order = Uint32Array.from(lines, (_, index) => index)
  const isSorted = lines.every((line, index) => index === 0 || line >= (lines[index - 1] ?? 0))
  return isSorted ? order : order.sort((a, b) => (lines[a] ?? 0) - (lines[b] ?? 0) || a - b)
}

/** Texts in a temporary file. */
interface Spool {
  readonly add: (text: string) => void
  readonly at: (index: number) => string
}

/** Bytes to collect before they are written, and to read at once. */
const pageSize = 1 << 18

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
  const ends: Array<number> = []
  let waiting: Array<Buffer> = []
  let size = 0
  let written = 0
  let page = { from: 0, bytes: Buffer.alloc(0) }
  const flush = (): void => {
    const bytes = Buffer.concat(waiting)
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, written + at)
    written += bytes.length
    waiting = []
  }
  return {
    add: (text) => {
      const bytes = Buffer.from(text)
      waiting.push(bytes)
      size += bytes.length
      ends.push(size)
      if (size - written > pageSize) flush()
    },
    at: (index) => {
      if (waiting.length > 0) flush()
      const [from, to] = [ends[index - 1] ?? 0, ends[index] ?? 0]
      if (from < page.from || to > page.from + page.bytes.length) {
        const bytes = Buffer.alloc(Math.max(pageSize, to - from))
        page = { from, bytes: bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from)) }
      }
      return page.bytes.toString("utf8", from - page.from, to - page.from)
    },
  }
}
