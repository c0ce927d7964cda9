/** A part of a zip file, unpacked piece by piece. Its size and its checksum must be those that the directory claims. */
import { Inflate } from "fflate"
import type { Caps } from "./Caps.ts"
import { damaged, refuse, SheetRefusal } from "./Refusal.ts"
import type { ZipEntry } from "./ZipEntry.ts"

/** Packed bytes that are unpacked at once: at most a thousand times as many come out. */
const step = 1 << 12

/** Yields the bytes of a part. */
export function* pieces(bytes: Uint8Array, entry: ZipEntry, caps: Caps): Generator<Uint8Array> {
  const { name, method, packed, at } = entry
  let size = 0
  let checksum = 0
  for (const piece of method === 0 ? [bytes.subarray(at, at + packed)] : inflated(bytes, entry)) {
    size += piece.length
    const ratio = Math.floor(size / Math.max(packed, 1))
    if (size > caps.inflatedBytes)
      refuse({ _tag: "TooManyBytes", entry: name, found: size, cap: caps.inflatedBytes })
    if (size > 1 << 20 && ratio > caps.ratio)
      refuse({ _tag: "TooDense", entry: name, ratio, cap: caps.ratio })
    if (size > entry.size) damaged("PartSize", name)
    checksum = crc32(checksum, piece)
    yield piece
  }
  if (size !== entry.size) damaged("PartSize", name)
  if (checksum !== entry.crc) damaged("PartChecksum", name)
}

function* inflated(bytes: Uint8Array, { name, at, packed }: ZipEntry): Generator<Uint8Array> {
  let out: Array<Uint8Array> = []
  const inflate = new Inflate((piece) => {
    out.push(piece)
  })
  for (let from = 0; from < packed || from === 0; from += step) {
    try {
      inflate.push(bytes.subarray(at + from, at + Math.min(from + step, packed)), from + step >= packed)
    } catch (cause) {
      if (cause instanceof SheetRefusal) throw cause
      damaged("PartUnpacking", name)
    }
    yield* out
    out = []
  }
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** Continues a CRC-32, which zip files use as their checksum. */
export const crc32 = (before: number, bytes: Uint8Array): number => {
  let value = ~before
  for (let at = 0; at < bytes.length; at++) {
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 255] ?? 0)
  }
  return ~value >>> 0
}
