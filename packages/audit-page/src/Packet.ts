/**
 * What the page embeds, packed: lines of base64, each a block of its own that is deflated.
 *
 * An entry is framed by a line `position hash length`, so that whatever bytes a store holds are carried unchanged,
 * damaged ones too. A block that suffers leaves the blocks before it readable. Hashes are random, so no compression
 * shortens them: in the text they are one byte each (1: the next of the block's hashes, 2: the hash of the entry before),
 * and their 32 bytes stand apart.
 */
import { deflateRawSync } from "node:zlib"
import type { Journal } from "@grootboek/core"

/** Bytes of a block before it is deflated: large enough to deflate well, small enough to lose little. */
const blockBytes = 1 << 20

/** The lines of a journal: each a block of entries, and its hashes behind a blank. */
export const journal = function* (entries: Iterable<Journal.Sealed>): Generator<string> {
  let [texts, hashes]: readonly [Array<Buffer>, Array<Buffer>] = [[], []]
  let size = 0
  let before = ""
  const halve = (text: string): Buffer =>
    latin(
      text.replace(/[0-9a-f]{64}/g, (hash) => {
        if (hash === before) return "\u0002"
        hashes.push(Buffer.from(hash, "hex"))
        return "\u0001"
      }),
    )
  const block = (): string => {
    const line = `${pack(Buffer.concat(texts))} ${pack(Buffer.concat(hashes))}`
    ;[texts, hashes] = [[], []]
    size = 0
    return line
  }
  for (const { position, hash, body } of entries) {
    const head = halve(`${position} ${hash} `)
    const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1")
    // The bytes 0 to 2 stand in no canonical JSON; a body that has one is damaged, and is written as it is behind a 0.
    const told = [...marks].some((mark) => text.includes(mark)) ? latin(`\u0000${text}`) : halve(text)
    texts.push(head, latin(`${told.length}\n`), told)
    before = hash
    size += text.length
    if (size >= blockBytes) yield block()
  }
  if (size > 0) yield block()
}

/**
 * The line of a column of numbers, or of any other bytes: the number of bytes after which it was told only how the next
 * value differs (0: not at all), and the rest as it deflates best.
 */
export const part = (bytes: Uint8Array): string =>
  [0, 4, 8]
    .map((stride) => `${stride} ${pack(differences(bytes, stride))}`)
    .reduce((best, line) => (line.length < best.length ? line : best))

const differences = (bytes: Uint8Array, stride: number): Uint8Array =>
  stride === 0 ? bytes : bytes.map((byte, at) => byte - (bytes[at - stride] ?? 0))

const pack = (bytes: Uint8Array): string => deflateRawSync(bytes, { level: 9 }).toString("base64")
const latin = (text: string): Buffer => Buffer.from(text, "latin1")
const marks = "\u0000\u0001\u0002"
