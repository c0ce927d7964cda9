/** Texts as canonical JSON: quoted, UTF-8, with as few escapes as JSON needs. */
import type { ByteReader, ByteWriter } from "./Bytes.ts"
import * as Canonical from "./Canonical.ts"
import type { Part } from "./Part.ts"

/** Returns the codec of texts that pass a check. */
export const of = (accepts: (text: string) => boolean): Part => {
  // Most texts are short codes that were read before: these need no second check.
  const known = new Array<string>(slots).fill("")
  // Files, actors and most codes are those of the entry before.
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
      for (; end < bytes.length; end++) {
        const byte = bytes[end] as number
        if (byte === quote) break
        if (byte === backslash) return accepted(readEscaped(input), accepts)
        if (byte < space) return undefined
        bits |= byte
        hash = Math.imul(hash, 31) + byte
      }
      if (end === bytes.length) return undefined
      const isAscii = bits < 0x80
      const slot = hash & (slots - 1)
      const likely = known[slot] as string
      if (isAscii && likely !== "" && end - first === likely.length && isAt(bytes, first, likely)) {
        input.at = end + 1
        return likely
      }
      const text = accepted(input.text(first, end, isAscii), accepts)
      if (text === undefined) return undefined
      // A longer one may share the memory of its body.
      if (isAscii && text.length <= short) known[slot] = text
      input.at = end + 1
      return text
    },
  }
}

const accepted = (text: string | undefined, accepts: (text: string) => boolean): string | undefined =>
  text !== undefined && accepts(text) ? text : undefined

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

const readEscaped = (input: ByteReader): string | undefined => {
  const { bytes, at: start } = input
  let end = start + 1
  for (; end < bytes.length && bytes[end] !== quote; end++) {
    if ((bytes[end] as number) < space) return undefined
    if (bytes[end] === backslash) end++
  }
  const written = end < bytes.length ? input.text(start, end + 1, false) : undefined
  if (written === undefined || !canonical.test(written)) return undefined
  input.at = end + 1
  const text: string = JSON.parse(written)
  return text
}

// A text can be escaped in many ways. In its canonical form only these are, and only so.
const canonical = /^"(?:[^"\\]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[\da-f]))*"$/

const slots = 1024
const short = 12
const quote = 0x22
const backslash = 0x5c
const space = 0x20
const tilde = 0x7e
