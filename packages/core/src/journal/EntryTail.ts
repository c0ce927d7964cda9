/** The id and the position that a body states, found in its bytes from the end without parsing them. */
import { decoder, encoder } from "../value/Utf8.ts"

/** Returns the id that a body states; `undefined` when there is none where canonical JSON has it. */
export const idOf = (body: Uint8Array): string | undefined => {
  const at = markAt(body)
  if (at === undefined) return undefined
  let start = at
  while (start > 0 && body[start - 1] !== quote) start--
  const isId = start < at && at - start <= longest && isAt(body, before, start - before.length)
  return isId ? decoder.decode(body.subarray(start, at)) : undefined
}

/** Returns whether a body states this id, or none at all. Compares bytes: decoding takes longer than the rest of a lookup. */
export const mayState = (body: Uint8Array, id: string): boolean => {
  const at = markAt(body)
  if (at === undefined) return true
  const start = at - id.length
  return (isAt(body, before, start - before.length) && isAscii(body, id, start)) || (idOf(body) ?? id) === id
}

/** Returns the position that a body states; `undefined` when there is none where canonical JSON has it. */
export const positionOf = (body: Uint8Array): number | undefined => {
  const at = markAt(body)
  if (at === undefined) return undefined
  let position = 0
  let digit = at + mark.length
  for (; digit < body.length && digit - at < mark.length + mostDigits; digit++) {
    const value = (body[digit] as number) - zero
    if (value < 0 || value > 9) break
    position = position * 10 + value
  }
  return digit > at + mark.length && isAt(body, after, digit) ? position : undefined
}

// Searches from the end, because the event before the mark may contain any text. Searches in steps (the algorithm of Boyer, Moore
// and Horspool), because the hash and the source come after the mark.
const markAt = (body: Uint8Array): number | undefined => {
  let at = body.length - mark.length
  while (at > before.length) {
    if (isAt(body, mark, at)) return at
    at -= steps[body[at] as number] as number
  }
  return undefined
}

const isAt = (bytes: Uint8Array, wanted: Uint8Array, at: number): boolean => {
  if (at < 0) return false
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false
  return true
}

// A quote would end the id before its last character.
const isAscii = (bytes: Uint8Array, id: string, start: number): boolean => {
  for (let i = 0; i < id.length; i++) {
    const byte = bytes[start + i] as number
    if (byte !== id.charCodeAt(i) || byte === quote || byte > 0x7f) return false
  }
  return true
}

const longest = 128
const mostDigits = 15
const quote = 0x22
const zero = 0x30
const mark = encoder.encode('","position":')
const before = encoder.encode('"id":"')
const after = encoder.encode(',"previous":"')

/** How many bytes the search can go back, by the byte at the place where the mark was expected to begin. */
const steps = new Uint8Array(256).fill(mark.length)
for (let index = mark.length - 1; index > 0; index--) steps[mark[index] as number] = index
