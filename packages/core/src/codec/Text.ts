/** Texts as canonical JSON: quoted, UTF-8, with as few escapes as JSON needs. */
import type { ByteReader, ByteWriter } from "./Bytes.ts"
import * as Canonical from "./Canonical.ts"
import type { NodeCodec } from "./NodeCodec.ts"

/** Returns the codec of texts that pass a check. */
export const of = (accepts: (text: string) => boolean): NodeCodec => {
  // Most texts were read before; they are neither decoded nor checked again. `known` has them as written, a character for
  // each byte, and `texts` has them decoded.
  const known = new Array<string>(slots).fill("")
  const texts = new Array<string>(slots).fill("")
  // The file, the actor and most codes of an entry equal those of the entry before.
  let last: string | undefined
  return {
    write: (value, output) => {
      if (typeof value !== "string") return false
      if (value !== last && !accepts(value)) return false
      last = value
      return write(value, output)
    },
    read: (input) => {
      const { bytes, at: start } = input
      if (bytes[start] !== quote) return undefined
      const first = start + 1
      let end = first
      let bits = 0
      let hash = 0
      let isEscaped = false
      for (; end < bytes.length; end++) {
        let byte = bytes[end] as number
        if (byte === quote) break
        if (byte === backslash) {
          isEscaped = true
          byte = bytes[++end] ?? 0
        }
        if (byte < space) return undefined
        bits |= byte
        hash = Math.imul(hash, 31) + byte
      }
      if (end >= bytes.length) return undefined
      const slot = hash & (slots - 1)
      const likely = known[slot] as string
      if (likely !== "" && end - first === likely.length && isAt(bytes, first, likely)) {
        input.at = end + 1
        return texts[slot]
      }
      const written = end - first <= short ? input.latin(first, end) : undefined
      const isPlain = bits < 0x80 && !isEscaped
      const text = isPlain && written !== undefined ? written : decoded(input, end + 1, isEscaped)
      if (text === undefined || !accepts(text)) return undefined
      if (written !== undefined) {
        known[slot] = written
        texts[slot] = text
      }
      input.at = end + 1
      return text
    },
  }
}

const isAt = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

const write = (text: string, output: ByteWriter): boolean => {
  output.reserve(text.length + 2)
  const { bytes } = output
  let { at } = output
  bytes[at++] = quote
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < space || unit > tilde || unit === quote || unit === backslash) return writeRare(text, output)
    bytes[at++] = unit
  }
  bytes[at++] = quote
  output.at = at
  return true
}

const writeRare = (text: string, output: ByteWriter): boolean => {
  if (!Canonical.isWellFormed(text)) return false
  output.text(JSON.stringify(text))
  return true
}

/** Decodes a text in quotes that ends before `to`. */
const decoded = (input: ByteReader, to: number, isEscaped: boolean): string | undefined => {
  if (!isEscaped) return input.text(input.at + 1, to - 1)
  const written = input.text(input.at, to)
  if (written === undefined || !canonical.test(written)) return undefined
  const text: string = JSON.parse(written)
  return text
}

// JSON can escape a character in several ways; canonical JSON escapes only these characters, in only one way.
const canonical = /^"(?:[^"\\]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[\da-f]))*"$/

const slots = 1024
const short = 64
const quote = 0x22
const backslash = 0x5c
const space = 0x20
const tilde = 0x7e
