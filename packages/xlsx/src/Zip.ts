/**
 * What a zip file unpacks to, measured before anybody unpacks it: a file of a few kilobytes may claim little and hold
 * gigabytes, so every part is inflated once, counted, and thrown away, and that stops at the first cap.
 */
import type { Fault } from "./Fault.ts"

/** What is allowed. */
export interface Caps {
  readonly entries: number
  /** Of all parts together, unpacked. */
  readonly inflatedBytes: number
  /** Unpacked to packed, of a part of more than a mebibyte. */
  readonly ratio: number
  readonly sharedStrings: number
  readonly rows: number
  readonly columns: number
}

/** Generous for a budget of a region, small for a machine. */
export const caps: Caps = {
  entries: 1_000,
  inflatedBytes: 256 << 20,
  ratio: 200,
  sharedStrings: 1_000_000,
  rows: 1_048_576,
  columns: 500,
}

/** The first thing about a zip file that exceeds a cap. */
export const inspect = async (bytes: Uint8Array, caps: Caps): Promise<Fault | undefined> => {
  const directory = entriesOf(bytes)
  if (!Array.isArray(directory)) return directory
  if (directory.length > caps.entries)
    return { _tag: "TooManyEntries", found: directory.length, cap: caps.entries }
  let total = 0
  for (const entry of directory) {
    const measured = await measure(bytes, entry, { ...caps, inflatedBytes: caps.inflatedBytes - total })
    if ("_tag" in measured)
      return measured._tag === "TooManyBytes"
        ? { ...measured, found: measured.found + total, cap: caps.inflatedBytes }
        : measured
    total += measured.size
  }
  return undefined
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly at: number
}

const broken = (problem: string): Fault => ({ _tag: "NotASpreadsheet", problem })

// The central directory is what readers go by; the local headers before each part are not trusted.
const entriesOf = (bytes: Uint8Array): Array<Entry> | Fault => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { _tag: "Encrypted" }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return broken("it does not begin like a zip file")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return broken("the directory of the zip file is missing")
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Array<Entry> = []
  const names = new Set<string>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      return broken("the directory of the zip file is damaged")
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (names.has(name)) return broken(`it holds ${name} twice`)
    names.add(name)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
      return broken(`${name} is missing`)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = view.getUint32(at + 20, true)
    if (start + packed > bytes.length) return broken(`${name} is cut off`)
    entries.push({ name, method: view.getUint16(at + 10, true), packed, at: start })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const decoder = new TextDecoder()

const measure = async (
  bytes: Uint8Array,
  { name, method, packed, at }: Entry,
  caps: Caps,
): Promise<{ readonly size: number } | Fault> => {
  if (method !== 0 && method !== 8) return broken(`${name} is packed in a way that spreadsheets do not use`)
  const data = bytes.slice(at, at + packed)
  const strings = /sharedStrings\.xml$/i.test(name) ? counter("<si") : undefined
  const rows = /worksheets\/[^/]+\.xml$/i.test(name) ? counter("<row") : undefined
  let size = 0
  const source = new Blob([data]).stream()
  const reader = (
    method === 0 ? source : source.pipeThrough(new DecompressionStream("deflate-raw"))
  ).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { size }
      size += value.length
      const ratio = Math.floor(size / Math.max(packed, 1))
      const found = { strings: strings?.(value) ?? 0, rows: rows?.(value) ?? 0 }
      const fault: Fault | undefined =
        size > caps.inflatedBytes
          ? { _tag: "TooManyBytes", entry: name, found: size, cap: caps.inflatedBytes }
          : size > 1 << 20 && ratio > caps.ratio
            ? { _tag: "TooDense", entry: name, ratio, cap: caps.ratio }
            : found.strings > caps.sharedStrings
              ? { _tag: "TooManyStrings", found: found.strings, cap: caps.sharedStrings }
              : found.rows > caps.rows
                ? { _tag: "TooManyRows", found: found.rows, cap: caps.rows }
                : undefined
      if (fault === undefined) continue
      await reader.cancel()
      return fault
    }
  } catch {
    return broken(`${name} cannot be unpacked`)
  }
}

// How often a tag was opened, across pieces. An upper bound is enough: a longer tag of the same beginning counts too.
const counter = (tag: string): ((piece: Uint8Array) => number) => {
  const wanted = new TextEncoder().encode(tag)
  let matched = 0
  let count = 0
  return (piece) => {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at]
      if (byte === wanted[matched]) matched++
      else matched = byte === wanted[0] ? 1 : 0
      if (matched === wanted.length) {
        count++
        matched = 0
      }
    }
    return count
  }
}
