/** A part of a zip file: its record in the directory, compared with the header before its bytes. */
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

/** The signature of the header before a part. */
export const local = 0x04034b50

/** A size or place that only a ZIP64 field holds. */
export const none32 = 0xffffffff

export const isSignature = (view: DataView, at: number, signature: number): boolean =>
  at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature

/** A record of the directory. */
export interface DirectoryRecord {
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

/** Reads the record of a part in the directory. Refuses one that reaches past the end of the file. */
export const recordOf = (view: DataView, bytes: Uint8Array, at: number): DirectoryRecord => {
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
export interface PlacedEntry extends ZipEntry {
  readonly from: number
  readonly isLater: boolean
}

/** Returns the part of a record. Refuses a part whose own header describes another part. */
export const checked = (view: DataView, bytes: Uint8Array, record: DirectoryRecord): PlacedEntry => {
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
