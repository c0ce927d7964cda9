/**
 * A ledger as a text file: one line per entry, and a last line with the number of entries and the last hash.
 *
 * ```
 * {"entry":BODY,"hash":"HEX"}
 * {"trailer":{"entries":N,"head":"HEX"}}
 * ```
 *
 * `BODY` is the stored body, byte for byte, so the file can be checked with `sed` and `sha256sum` alone. Every line
 * is canonical JSON and ends with a line feed.
 *
 * ```ts
 * new TextDecoder().decode(Archive.line(sealedEntry)).slice(0, 10) // => "{\"entry\":{"
 * new TextDecoder().decode(Archive.trailer(Journal.genesis)).slice(0, 23) // => "{\"trailer\":{\"entries\":0"
 * Archive.write(sealed).length === journal.length // => true
 * Result.getOrThrow(Archive.read(journal, sha256)).entries // => 9
 * Result.isFailure(Archive.read(journal.slice(0, -9), sha256)) // => true
 * const lenient = Archive.readWithFindings(journal.slice(0, -9), sha256)
 * lenient.findings.map(({ code }) => code) // => ["MalformedLine", "CutLine", "TrailerMissing"]
 * const reading = Archive.begin(Verify.begin(sha256))
 * reading.push(journal).length + reading.end().length // => 9
 * Archive.mostFindings // => 10_000
 * Archive.longestLine // => 67_108_864
 * Archive.readWithFindings(journal, sha256, { longestLine: 9 }).findings[0]?.code // => "LineTooLong"
 * ```
 */
import * as Result from "effect/Result"
import { encoder, exactDecoder } from "../value/Utf8.ts"
import * as Finding from "./Finding.ts"
import * as Journal from "./Journal.ts"
import * as Lines from "./Lines.ts"
import * as Verify from "./Verify.ts"

/** Returns the line of an entry. */
export const line = ({ body, hash }: Journal.Sealed): Uint8Array =>
  Lines.concat([before, body, encoder.encode(`${between}${hash}"}\n`)])

/** Returns the last line: the number of entries and the hash of the last. */
export const trailer = ({ position, hash }: Journal.Head): Uint8Array =>
  encoder.encode(`{"trailer":{"entries":${position},"head":"${hash}"}}\n`)

/** Returns a whole ledger as a file. */
export const write = (entries: Iterable<Journal.Sealed>): Uint8Array => {
  const lines: Array<Uint8Array> = []
  let head: Journal.Head = Journal.genesis
  for (const sealed of entries) {
    lines.push(line(sealed))
    head = { ...head, position: sealed.position, hash: sealed.hash }
  }
  return Lines.concat([...lines, trailer(head)])
}

/** A file that was read: its entries and all findings. Only a file without findings may be restored. */
export interface Archive extends Verify.Report {
  readonly sealed: ReadonlyArray<Journal.Sealed>
}

/** The findings of a file that is changed, cut, or without its last line. There is at least one. */
export interface ArchiveDamaged {
  readonly _tag: "ArchiveDamaged"
  readonly findings: ReadonlyArray<Finding.Finding>
}

/** The longest line that is read, in bytes: an adjustment of some 400,000 changes. */
export const longestLine = 1 << 26

/** How to read a file: a line of more bytes than `longestLine` is a finding, and is not parsed. */
export interface ArchiveOptions {
  readonly longestLine?: number
}

/**
 * Reads a file whose every entry matches its hash and whose last line matches its entries. Fails with all findings when
 * the file is changed, cut, without its last line, or has a line that is too long. Bodies are views on its bytes.
 */
export const read = (
  file: Uint8Array,
  sha256: Journal.Sha256,
  options?: ArchiveOptions,
): Result.Result<Omit<Archive, "findings">, ArchiveDamaged> => {
  const { findings, ...archive } = readWithFindings(file, sha256, options)
  return findings.length === 0 ? Result.succeed(archive) : Result.fail({ _tag: "ArchiveDamaged", findings })
}

/**
 * Reads what can be read of a file, with all findings: its entries may be changed, or fewer than were exported. Offsets
 * of findings are those in the file; bodies are views on its bytes.
 */
export const readWithFindings = (
  file: Uint8Array,
  sha256: Journal.Sha256,
  options?: ArchiveOptions,
): Archive => {
  const verification = Verify.begin(sha256)
  const reading = begin(verification, options)
  // Not with `push(...)`: a call takes some 100,000 arguments at most.
  const sealed = [...reading.push(file), ...reading.end()]
  return { ...verification.report(), sealed, findings: reading.findings() }
}

/** The reading of a file chunk by chunk. */
export interface ArchiveReading {
  /** Reads the next bytes of the file and returns the entries in them. */
  readonly push: (chunk: Uint8Array) => ReadonlyArray<Journal.Sealed>
  /** Reads a last line without a line end, and checks the end of the file. */
  readonly end: () => ReadonlyArray<Journal.Sealed>
  /** Returns the findings so far, at most {@link mostFindings}. */
  readonly findings: () => ReadonlyArray<Finding.Finding>
}

/** The number of findings that are kept of a file: a file that is not an export has one for every line. */
export const mostFindings = 10_000

/** Starts reading a file. A verification takes its entries. */
export const begin = (
  verification: Pick<Verify.Verification, "take" | "report">,
  { longestLine: most = longestLine }: ArchiveOptions = {},
): ArchiveReading => {
  const findings: Array<Finding.Finding> = []
  const lines = Lines.begin()
  let end: Trailer | undefined
  let position = 0
  const add = (...some: ReadonlyArray<Finding.Finding>): void => {
    findings.push(...some.slice(0, mostFindings - findings.length))
  }

  const take = ({ bytes, number: line, offset, isWhole }: Lines.ArchiveLine): Journal.Sealed | undefined => {
    const due = position + 1
    const found = (facts: Finding.FindingFacts): void =>
      add(Finding.of(facts, { position: due, field: "(line)", offset }))
    const { length } = bytes
    const entry = length > most ? undefined : entryOf(bytes, due)
    const isLate = end !== undefined
    if (length > most) found({ _tag: "LineTooLong", line, length, most })
    else if (isLate) found({ _tag: "AfterTrailer", line })
    else if (entry !== undefined) {
      position = entry.position
      for (const finding of verification.take(entry))
        add({ ...finding, offset: offset + before.length + finding.offset })
    } else {
      end = trailerOf(bytes)
      if (end === undefined) found({ _tag: "MalformedLine", line })
    }
    if (!isWhole) found({ _tag: "CutLine", line })
    return isLate ? undefined : entry
  }

  const takeAll = (some: ReadonlyArray<Lines.ArchiveLine>): ReadonlyArray<Journal.Sealed> =>
    some.flatMap((line) => take(line) ?? [])

  return {
    push: (chunk) => takeAll(lines.push(chunk)),
    end: () => {
      const sealed = takeAll(lines.end())
      const { marks, length } = lines.report()
      if (marks.length > 0)
        add(Finding.of({ _tag: "LineEndsChanged", marks }, { position: 0, field: "(file)", offset: 0 }))
      add(...ending(end, verification.report().head, length))
      return sealed
    },
    findings: () => findings,
  }
}

interface Trailer {
  readonly entries: number
  readonly head: string
}

const ending = (
  end: Trailer | undefined,
  { position, hash }: Journal.Head,
  offset: number,
): ReadonlyArray<Finding.Finding> => {
  const where = { position: position + 1, field: "(trailer)", offset }
  if (end === undefined) return [Finding.of({ _tag: "TrailerMissing", last: position }, where)]
  if (end.entries === position && end.head === hash) return []
  return [Finding.of({ _tag: "TrailerMismatch", ...end, last: position, hash }, where)]
}

const entryOf = (bytes: Uint8Array, due: number): Journal.Sealed | undefined => {
  if (!Lines.startsWith(bytes, before)) return undefined
  const hash = tail.exec(exactDecoder.decode(bytes.subarray(-after)))?.[1]
  if (hash === undefined) return undefined
  const body = bytes.subarray(before.length, -after)
  return { position: Verify.positionOf(body) ?? due, hash, body }
}

const trailerOf = (bytes: Uint8Array): Trailer | undefined => {
  const found = last.exec(exactDecoder.decode(bytes))
  return found === null ? undefined : { entries: Number(found[1]), head: found[2] as string }
}

const before = encoder.encode('{"entry":')
const between = ',"hash":"'
const tail = /^,"hash":"([0-9a-f]{64})"\}$/
const after = between.length + 64 + 2
const last = /^\{"trailer":\{"entries":(0|[1-9]\d*),"head":"([0-9a-f]{64})"\}\}$/
