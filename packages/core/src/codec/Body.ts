/**
 * The bytes of an entry and the hash over them: SHA-256 over `grootboek/entry`, the byte 1, and the body.
 *
 * What is hashed begins with a tag, so a body is written behind one and hashed where it stands. Bodies stand one behind
 * the other in memory that they share: memory of its own for each body costs more than its hash.
 */

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string

/** A body and its hash. */
export interface Hashed {
  readonly body: Uint8Array
  readonly hash: string
}

/** Writes a body and hashes it. */
export const write = (text: string, sha256: Sha256): Hashed => {
  // A unit of a text takes three bytes at most.
  const most = tag.length + text.length * 3
  if (used + most > room.length) {
    room = new Uint8Array(Math.max(roomSize, most))
    used = 0
  }
  room.set(tag, used)
  const { written } = encoder.encodeInto(text, room.subarray(used + tag.length, used + most))
  const tagged = room.subarray(used, used + tag.length + written)
  used += tagged.length
  return { body: tagged.subarray(tag.length), hash: sha256(tagged) }
}

/** The hash of a body that was written before. */
export const hashOf = (body: Uint8Array, sha256: Sha256): string => {
  const length = tag.length + body.length
  if (length > copy.length) {
    copy = new Uint8Array(length * 2)
    copy.set(tag)
  }
  copy.set(body, tag.length)
  return sha256(copy.subarray(0, length))
}

const encoder = new TextEncoder()
const tag = encoder.encode("grootboek/entry\u0001")

const roomSize = 1 << 16
let room = new Uint8Array(roomSize)
let used = 0

// One copy for every hash, with the tag already in it: a fresh one costs more than the hash.
let copy = new Uint8Array(4_096)
copy.set(tag)
