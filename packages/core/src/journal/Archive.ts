/**
 * A ledger as a text file: one line per entry, and a last line with the number of entries and the last hash.
 *
 * ```
 * {"entry":BODY,"hash":"HEX"}
 * {"trailer":{"entries":N,"head":"HEX"}}
 * ```
 *
 * `BODY` is the stored body, byte for byte, so the file can be checked with `sed` and `sha256sum` alone. Every line
 * is canonical JSON and ends with a line feed; a line is never longer than its entry needs.
 */
import * as Finding from "./Finding.ts"
import * as Journal from "./Journal.ts"
import * as Verify from "./Verify.ts"

/** Returns the line of an entry. */
export const line = ({ body, hash }: Journal.Sealed): Uint8Array =>
  concat([before, body, encoder.encode(`${between}${hash}"}\n`)])

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
  return concat([...lines, trailer(head)])
}

/** A file that was read: its entries and all findings. Only a file without findings may be restored. */
export interface Archive extends Verify.Report {
  readonly sealed: ReadonlyArray<Journal.Sealed>
}

/** Reads a file. Offsets of findings are those in the file; bodies are views on its bytes. */
export const read = (file: Uint8Array, sha256: Journal.Sha256): Archive => {
  const verification = Verify.begin(sha256)
  const sealed: Array<Journal.Sealed> = []
  const findings: Array<Finding.Finding> = []
  let end: Trailer | undefined
  for (const { bytes, number, offset, isWhole } of linesOf(file)) {
    const due = (sealed.at(-1)?.position ?? 0) + 1
    const found = (code: "AfterTrailer" | "MalformedLine" | "CutLine"): void => {
      findings.push(Finding.of({ _tag: code, line: number }, { position: due, field: "(line)", offset }))
    }
    const entry = entryOf(bytes, due)
    if (end !== undefined) found("AfterTrailer")
    else if (entry !== undefined) {
      sealed.push(entry)
      for (const finding of verification.take(entry))
        findings.push({ ...finding, offset: offset + before.length + finding.offset })
    } else {
      end = trailerOf(bytes)
      if (end === undefined) found("MalformedLine")
    }
    if (!isWhole) found("CutLine")
  }
  const { entries, head } = verification.report()
  return { sealed, entries, head, findings: [...findings, ...ending(end, head, file.length)] }
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
  if (bytes.length < before.length + after || !startsWith(bytes, before)) return undefined
  const [, hash] = tail.exec(decoder.decode(bytes.subarray(bytes.length - after))) ?? []
  if (hash === undefined) return undefined
  const body = bytes.subarray(before.length, bytes.length - after)
  return { position: Verify.positionOf(body) ?? due, hash, body }
}

const trailerOf = (bytes: Uint8Array): Trailer | undefined => {
  const [, entries, head] = last.exec(decoder.decode(bytes)) ?? []
  return entries === undefined || head === undefined ? undefined : { entries: Number(entries), head }
}

interface Line {
  readonly bytes: Uint8Array
  readonly number: number
  readonly offset: number
  readonly isWhole: boolean
}

function* linesOf(file: Uint8Array): Generator<Line> {
  let offset = 0
  for (let number = 1; offset < file.length; number++) {
    const feed = file.indexOf(10, offset)
    const next = feed === -1 ? file.length : feed
    yield { bytes: file.subarray(offset, next), number, offset, isWhole: feed !== -1 }
    offset = next + 1
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder("utf-8")
const before = encoder.encode('{"entry":')
const between = ',"hash":"'
const tail = /^,"hash":"([0-9a-f]{64})"\}$/
const after = between.length + 64 + 2
const last = /^\{"trailer":\{"entries":(0|[1-9]\d*),"head":"([0-9a-f]{64})"\}\}$/

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, i) => bytes[i] === byte)

const concat = (parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
