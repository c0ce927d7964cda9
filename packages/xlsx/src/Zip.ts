/**
 * The directory of a zip file, checked before anything is unpacked.
 *
 * Readers of zip files disagree about damaged ones: some trust the directory at the end, some the header before each part.
 * A file in which the two differ has two contents, so it is refused.
 */
import type { Caps } from "./Caps.ts"
import { damaged, refuse } from "./Refusal.ts"

/** A part of the file, as the directory and its own header describe it. */
export interface ZipEntry {
  readonly name: string
  /** 0: stored; 8: deflated. */
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  /** Where its packed bytes begin. */
  readonly at: number
}

/** Returns the parts of a zip file. Refuses a file whose directory is damaged, ambiguous or above a limit. */
export const entries = (bytes: Uint8Array, caps: Caps): ReadonlyArray<ZipEntry> => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuse({ _tag: "Encrypted" })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) damaged("NotAZip")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (count === none16 || size === none32 || start === none32 || isSignature(view, end - 20, locator))
    damaged("Zip64")
  const isWhole = [4, 6].every((at) => view.getUint16(end + at, true) === 0)
  if (!isWhole || view.getUint16(end + 8, true) !== count || start + size !== end) damaged("DamagedDirectory")
  if (count > caps.entries) refuse({ _tag: "TooManyEntries", found: count, cap: caps.entries })

  const found: Array<ZipEntry & { readonly from: number }> = []
  const names = new Set<string>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (!isSignature(view, at, central) || at + 46 > end) damaged("DamagedDirectory")
    const record = recordOf(view, bytes, at)
    const name = record.name.toLowerCase()
    if (names.has(name)) damaged("PartTwice", record.name)
    names.add(name)
    found.push(checked(view, bytes, record))
    at = record.end
  }
  if (at !== end) damaged("DamagedDirectory")
  checkOverlap(found, start)
  checkSizes(found, caps)
  return found
}

const central = 0x02014b50
const local = 0x04034b50
const locator = 0x07064b50
const none16 = 0xffff
const none32 = 0xffffffff

const isSignature = (view: DataView, at: number, signature: number): boolean =>
  at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature

// The record at the end of the file. Its comment must reach to the last byte, or two programs find two directories.
const endOf = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 22 - none16)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) damaged("DamagedDirectory")
    return at
  }
  return damaged("NoDirectory")
}

interface DirectoryRecord {
  readonly name: string
  readonly nameBytes: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly header: number
  readonly end: number
}

const recordOf = (view: DataView, bytes: Uint8Array, at: number): DirectoryRecord => {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (end > bytes.length) damaged("DamagedDirectory")
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength)
  const record = {
    name: decoder.decode(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    header: view.getUint32(at + 42, true),
    end,
  }
  const isLarge = [record.packed, record.size, record.header].includes(none32)
  if (isLarge || hasZip64(view, at + 46 + nameLength, extraLength)) damaged("Zip64")
  return record
}

const decoder = new TextDecoder()

/** Returns whether an extra field has the sizes of ZIP64. */
const hasZip64 = (view: DataView, start: number, length: number): boolean => {
  let at = start
  while (at + 4 <= start + length) {
    if (view.getUint16(at, true) === 1) return true
    at += 4 + view.getUint16(at + 2, true)
  }
  return false
}

/** Bit 0: encrypted; 6: strongly; 13: with a hidden directory. Bit 3: the sizes follow the part. */
const encrypted = 0x2041
const sizesFollow = 0x08

const checked = (
  view: DataView,
  bytes: Uint8Array,
  record: DirectoryRecord,
): ZipEntry & { readonly from: number } => {
  const { name, nameBytes, flags, method, crc, packed, size, header: at } = record
  if ((flags & encrypted) !== 0) refuse({ _tag: "Encrypted" })
  if (method !== 0 && method !== 8) damaged("PartPacking", name)
  if (/^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/u.test(name)) damaged("PartName", name)
  if (!isSignature(view, at, local) || at + 30 > bytes.length) damaged("PartMissing", name)
  const nameLength = view.getUint16(at + 26, true)
  const start = at + 30 + nameLength + view.getUint16(at + 28, true)
  if (start + packed > bytes.length) damaged("PartCutOff", name)
  const own = [14, 18, 22].map((offset) => view.getUint32(at + offset, true))
  if (own.includes(none32) && !own.every((value, index) => value === [crc, packed, size][index]))
    if (own[1] === none32 || own[2] === none32) damaged("Zip64")
  const isLater = (view.getUint16(at + 6, true) & sizesFollow) !== 0
  const agrees =
    view.getUint16(at + 6, true) === flags &&
    view.getUint16(at + 8, true) === method &&
    nameLength === nameBytes.length &&
    nameBytes.every((byte, index) => bytes[at + 30 + index] === byte) &&
    own.every((value, index) => value === [crc, packed, size][index] || (isLater && value === 0))
  if (!agrees) damaged("PartDisagrees", name)
  if (method === 0 && packed !== size) damaged("PartSize", name)
  return { name, method, packed, size, crc, at: start, from: at }
}

// Parts that share bytes unpack to more than the file can hold.
const checkOverlap = (
  found: ReadonlyArray<ZipEntry & { readonly from: number }>,
  directory: number,
): void => {
  const sorted = [...found].sort((a, b) => a.from - b.from)
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.from ?? directory
    if (entry.at + entry.packed > next) damaged("PartOverlaps", entry.name)
  })
}

// What the directory claims; what is unpacked is counted again.
const checkSizes = (found: ReadonlyArray<ZipEntry>, caps: Caps): void => {
  let total = 0
  for (const { name, packed, size } of found) {
    total += size
    if (total > caps.inflatedBytes)
      refuse({ _tag: "TooManyBytes", entry: name, found: total, cap: caps.inflatedBytes })
    const ratio = Math.floor(size / Math.max(packed, 1))
    if (size > 1 << 20 && ratio > caps.ratio)
      refuse({ _tag: "TooDense", entry: name, ratio, cap: caps.ratio })
  }
}
