/**
 * Checks the unpacked size of a zip file. A file of a few kilobytes may claim little and contain gigabytes, so every part
 * is inflated, counted and dropped, up to the first cap.
 */
import type { FileDamage, SheetFault } from "./Fault.ts"

/** The limits of a file. */
export interface Caps {
  readonly entries: number
  /** Of all parts together, unpacked. */
  readonly inflatedBytes: number
  /** Ratio of unpacked to packed bytes, for a part of more than a mebibyte. */
  readonly ratio: number
  readonly sharedStrings: number
  readonly rows: number
  readonly columns: number
}

/** The default limits: ample for the budget of a region. */
export const caps: Caps = {
  entries: 1_000,
  inflatedBytes: 256 << 20,
  ratio: 200,
  sharedStrings: 1_000_000,
  rows: 1_048_576,
  columns: 500,
}

/** Returns the first limit that a zip file exceeds. */
export const inspect = async (bytes: Uint8Array, caps: Caps): Promise<SheetFault | undefined> => {
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

const damaged = (problem: FileDamage, part?: string): SheetFault => ({
  _tag: "NotASpreadsheet",
  problem,
  ...(part === undefined ? {} : { part }),
})

// Readers use the central directory; the local header before each part is not trusted.
const entriesOf = (bytes: Uint8Array): Array<Entry> | SheetFault => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { _tag: "Encrypted" }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return damaged("NotAZip")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return damaged("NoDirectory")
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Array<Entry> = []
  const names = new Set<string>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return damaged("DamagedDirectory")
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (names.has(name)) return damaged("PartTwice", name)
    names.add(name)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
      return damaged("PartMissing", name)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = view.getUint32(at + 20, true)
    if (start + packed > bytes.length) return damaged("PartCutOff", name)
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
): Promise<{ readonly size: number } | SheetFault> => {
  if (method !== 0 && method !== 8) return damaged("PartPacking", name)
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
      const fault: SheetFault | undefined =
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
    return damaged("PartUnpacking", name)
  }
}

// Counts opening tags across pieces. Counts longer tags with the same start as well: an upper bound is enough.
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
