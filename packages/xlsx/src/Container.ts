/** A zip file whose parts were all unpacked and checked: a file with a damaged part gives no rows at all. */
import type { Caps } from "./Caps.ts"
import * as Part from "./Part.ts"
import { damaged, refuse } from "./Refusal.ts"
import * as Xml from "./Xml.ts"
import * as Zip from "./Zip.ts"

/** The parts of a file. Names are compared without regard to case. */
export interface Container {
  readonly has: (part: string) => boolean
  /** Returns whether the XML of a part names merged cells. */
  readonly hasMerges: (part: string) => boolean
  /** Returns the bytes of a part, unpacked piece by piece. Refuses a part that is missing. */
  readonly pieces: (part: string) => Iterable<Uint8Array>
  readonly parse: (part: string, handler: Xml.XmlHandler) => void
}

/** Opens a file, and unpacks every part once. Throws a refusal. */
export const open = (bytes: Uint8Array, caps: Caps): Container => {
  if (bytes.length > caps.packedBytes)
    refuse({ _tag: "FileTooLarge", found: bytes.length, cap: caps.packedBytes })
  const parts = new Map(Zip.entries(bytes, caps).map((entry) => [entry.name.toLowerCase(), entry]))
  const merged = new Set<string>()
  for (const [name, entry] of parts) if (inspect(name, Part.pieces(bytes, entry, caps))) merged.add(name)
  const pieces = (part: string): Iterable<Uint8Array> => {
    const entry = parts.get(part.toLowerCase())
    return entry === undefined ? damaged("PartMissing", part) : Part.pieces(bytes, entry, caps)
  }
  return {
    has: (part) => parts.has(part.toLowerCase()),
    hasMerges: (part) => merged.has(part.toLowerCase()),
    pieces,
    parse: (part, handler) => Xml.parse(part, pieces(part), { handler, caps }),
  }
}

// Unpacks a part to its end, and returns whether its XML has merged cells.
const inspect = (name: string, pieces: Iterable<Uint8Array>): boolean => {
  let isMerged = false
  let before = ""
  for (const piece of pieces) {
    if (isMerged || !name.endsWith(".xml")) continue
    const text = before + latin.decode(piece)
    isMerged = text.includes("mergeCell ") || text.includes("mergeCell\n")
    before = text.slice(-12)
  }
  return isMerged
}

const latin = new TextDecoder("latin1")
