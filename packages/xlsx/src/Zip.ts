/**
 * The directory of a zip file, checked before anything is unpacked.
 *
 * Readers of zip files disagree about damaged ones: some trust the directory at the end, some the header before each part.
 * A file in which the two differ has two contents, so it is refused.
 */
import type { Caps } from "./Caps.ts"
import { damaged, refuse } from "./Refusal.ts"
import * as ZipEntry from "./ZipEntry.ts"

/** Returns the parts of a zip file. Refuses a file whose directory is damaged, ambiguous or above a limit. */
export const entries = (bytes: Uint8Array, caps: Caps): ReadonlyArray<ZipEntry.ZipEntry> => {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuse({ _tag: "Encrypted" })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) damaged("NotAZip")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (
    count === none16 ||
    size === ZipEntry.none32 ||
    start === ZipEntry.none32 ||
    ZipEntry.isSignature(view, end - 20, locator)
  )
    damaged("Zip64")
  const isWhole = [4, 6].every((at) => view.getUint16(end + at, true) === 0)
  if (!isWhole || view.getUint16(end + 8, true) !== count || start + size !== end) damaged("DamagedDirectory")
  if (count > caps.entries) refuse({ _tag: "TooManyEntries", found: count, cap: caps.entries })

  const found: Array<ZipEntry.PlacedEntry> = []
  const names = new Set<string>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (!ZipEntry.isSignature(view, at, central) || at + 46 > end) damaged("DamagedDirectory")
    const record = ZipEntry.recordOf(view, bytes, at)
    const name = record.name.toLowerCase()
    if (names.has(name)) damaged("PartTwice", record.name)
    names.add(name)
    found.push(ZipEntry.checked(view, bytes, record))
    at = record.end
  }
  if (at !== end) damaged("DamagedDirectory")
  checkPlaces(view, found, start)
  checkSizes(found, caps)
  return found
}

const central = 0x02014b50
const locator = 0x07064b50
const none16 = 0xffff

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

// Parts that share bytes unpack to more than the file can hold. Bytes between parts may be a part that only programs
// without the directory find.
const checkPlaces = (view: DataView, found: ReadonlyArray<ZipEntry.PlacedEntry>, directory: number): void => {
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
    if (view.getUint8(at) !== 0x50 || !ZipEntry.isSignature(view, at, ZipEntry.local)) continue
    const nameLength = view.getUint16(at + 26, true)
    if ([0, 8].includes(view.getUint16(at + 8, true)) && nameLength > 0 && at + 30 + nameLength <= to)
      return true
  }
  return false
}

// The checksum and the sizes after a part, with or without their signature.
const checkDescriptor = (
  view: DataView,
  { name, isLater, ...entry }: ZipEntry.PlacedEntry,
  next: number,
): void => {
  const end = entry.at + entry.packed
  const at = ZipEntry.isSignature(view, end, descriptor) && next - end === 16 ? end + 4 : end
  if (!isLater || next - at !== 12) damaged("HiddenBytes", name)
  const own = [0, 4, 8].map((offset) => view.getUint32(at + offset, true))
  if (own.some((value, index) => value !== [entry.crc, entry.packed, entry.size][index]))
    damaged("PartDisagrees", name)
}

const descriptor = 0x08074b50

// What the directory claims; what is unpacked is counted again.
const checkSizes = (found: ReadonlyArray<ZipEntry.ZipEntry>, caps: Caps): void => {
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
