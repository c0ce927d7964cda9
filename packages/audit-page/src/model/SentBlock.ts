/** Entries in the form in which one worker sends them to another: their bodies are parts of one buffer, which is moved. */
import type { Journal } from "@grootboek/core"

/** See the first line of this file. */
export interface SentBlock {
  readonly positions: ReadonlyArray<number>
  /** One text, with a space between two: many texts take longer to send than their entries. */
  readonly hashes: string
  /** The first byte of each body, and the byte after its last. */
  readonly ends: Uint32Array
  readonly bytes: ArrayBuffer
}

/** Returns entries as blocks, one for each buffer. */
export const of = (sealed: ReadonlyArray<Journal.Sealed>): ReadonlyArray<SentBlock> => {
  const out: Array<SentBlock> = []
  for (let first = 0; first < sealed.length; ) {
    const { buffer } = sealed[first]?.body ?? new Uint8Array()
    let end = first
    while (end < sealed.length && sealed[end]?.body.buffer === buffer) end++
    const block = sealed.slice(first, end)
    const ends = new Uint32Array(2 * block.length)
    for (const [index, { body }] of block.entries())
      ends.set([body.byteOffset, body.byteOffset + body.length], 2 * index)
    out.push({
      positions: block.map(({ position }) => position),
      hashes: block.map((one) => one.hash).join(" "),
      ends,
      bytes: buffer instanceof ArrayBuffer ? buffer : new ArrayBuffer(0),
    })
    first = end
  }
  return out
}

/** Returns the entries of a block. */
export const entries = ({ positions, hashes, ends, bytes }: SentBlock): ReadonlyArray<Journal.Sealed> => {
  const each = hashes.split(" ")
  return positions.map((position, index) => {
    const [from = 0, to = 0] = [ends[2 * index], ends[2 * index + 1]]
    return { position, hash: each[index] ?? "", body: new Uint8Array(bytes, from, to - from) }
  })
}
