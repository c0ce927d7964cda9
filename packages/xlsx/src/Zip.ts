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

  const found: Array<PlacedEntry> = []
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
  checkPlaces(view, found, start)
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
  if ([record.packed, record.size, record.header].includes(none32)) damaged("Zip64")
  checkExtra(view, { name: record.name, start: at + 46 + nameLength, length: extraLength })
  return record
}

const decoder = new TextDecoder()

/** The extra fields of a part, in the directory or in its own header. */
interface ExtraFields {
  readonly name: string
  readonly start: number
  readonly length: number
}

/** Refuses the sizes of ZIP64, and a second name of the part that other programs would use. */
const checkExtra = (view: DataView, { name, start, length }: ExtraFields): void => {
  const end = Math.min(start + length, view.byteLength)
  let at = start
  while (at + 4 <= end) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (id === sizes64) damaged("Zip64")
    if (id === unicodeName) {
      const from = Math.min(at + 9, end)
      const bytes = new Uint8Array(
        view.buffer,
        view.byteOffset + from,
        Math.max(0, Math.min(at + 4 + size, end) - from),
      )
      if (decoder.decode(bytes) !== name) damaged("PartDisagrees", name)
    }
    at += 4 + size
  }
}

const sizes64 = 0x0001
const unicodeName = 0x7075

/** Bit 0: encrypted; 6: strongly; 13: with a hidden directory. Bit 3: the sizes follow the part. */
const encrypted = 0x2041
const sizesFollow = 0x08

/** A part with the place of its header, and whether its sizes follow it. */
interface PlacedEntry extends ZipEntry {
  readonly from: number
  readonly isLater: boolean
}

const checked = (view: DataView, bytes: Uint8Array, record: DirectoryRecord): PlacedEntry => {
  const { name, nameBytes, flags, method, crc, packed, size, header: at } = record
  if ((flags & encrypted) !== 0) refuse({ _tag: "Encrypted" })
  if (method !== 0 && method !== 8) damaged("PartPacking", name)
  // `a//b` and `a/./b` are other spellings of `a/b`: a second part under one of them would be a second content.
  if (/^[/\\]|\\|\/\/|(?:^|\/)\.\.?(?:\/|$)|\p{Cc}/u.test(name)) damaged("PartName", name)
  if (!isSignature(view, at, local) || at + 30 > bytes.length) damaged("PartMissing", name)
  const nameLength = view.getUint16(at + 26, true)
  const extraLength = view.getUint16(at + 28, true)
  const start = at + 30 + nameLength + extraLength
  if (start + packed > bytes.length) damaged("PartCutOff", name)
  checkExtra(view, { name, start: at + 30 + nameLength, length: extraLength })
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
  return { name, method, packed, size, crc, at: start, from: at, isLater }
}

// Parts that share bytes unpack to more than the file can hold. Bytes between parts may be a part that only programs
// without the directory find.
const checkPlaces = (view: DataView, found: ReadonlyArray<PlacedEntry>, directory: number): void => {
  const sorted = [...found].sort((a, b) => a.from - b.from)
  if ((sorted[0]?.from ?? directory) !== 0) damaged("HiddenBytes", sorted[0]?.name)
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.from ?? directory
    const end = entry.at + entry.packed
    if (end > next) damaged("PartOverlaps", entry.name)
    if (end < next) checkDescriptor(view, entry, next)
    // Without its sizes in front, such a part ends where its content does: a header behind that is another part.
    if (entry.isLater && entry.method === 8 && hasHeader(view, entry.at, end))
      damaged("HiddenBytes", entry.name)
  })
}

const hasHeader = (view: DataView, from: number, to: number): boolean => {
  for (let at = from; at + 30 < to; at++) {
    if (view.getUint8(at) !== 0x50 || !isSignature(view, at, local)) continue
    const nameLength = view.getUint16(at + 26, true)
    if ([0, 8].includes(view.getUint16(at + 8, true)) && nameLength > 0 && at + 30 + nameLength <= to)
      return true
  }
  return false
}

// The checksum and the sizes after a part, with or without their signature.
const checkDescriptor = (view: DataView, { name, isLater, ...entry }: PlacedEntry, next: number): void => {
  const end = entry.at + entry.packed
  const at = isSignature(view, end, descriptor) && next - end === 16 ? end + 4 : end
  if (!isLater || next - at !== 12) damaged("HiddenBytes", name)
  const own = [0, 4, 8].map((offset) => view.getUint32(at + offset, true))
  if (own.some((value, index) => value !== [entry.crc, entry.packed, entry.size][index]))
    damaged("PartDisagrees", name)
}

const descriptor = 0x08074b50

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
