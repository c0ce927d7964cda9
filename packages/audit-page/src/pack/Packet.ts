/**
 * Encodes what the page embeds as lines of base64, each a separately deflated block.
 *
 * An entry is framed by a line `position hash length`, so that the bytes of a store are kept unchanged, also damaged
 * ones. After a damaged block, the blocks before it are still readable. Hashes do not compress: in the text each is one
 * byte (1: the next hash of the block, 2: the hash of the entry before), and their 32 bytes are stored apart.
 */
import { deflateRawSync } from "node:zlib"
import type { Journal } from "@grootboek/core"

/** The size of a block before it is deflated: large enough to deflate well, small enough to lose little by damage. */
const blockBytes = 1 << 20

/** Returns the lines of a journal: a block of entries, a space, and the hashes of the block. */
export const journal = function* (entries: Iterable<Journal.Sealed>): Generator<string> {
  let [texts, hashes]: readonly [Array<Buffer>, Array<Buffer>] = [[], []]
  let size = 0
  let before = ""
  const withoutHashes = (text: string): Buffer =>
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
    const head = withoutHashes(`${position} ${hash} `)
    const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1")
    // Canonical JSON has no bytes 0 to 2; a body that has one is damaged, and is written unchanged after a 0.
    const packed = [...marks].some((mark) => text.includes(mark))
      ? latin(`\u0000${text}`)
      : withoutHashes(text)
    texts.push(head, latin(`${packed.length}\n`), packed)
    before = hash
    size += text.length
    if (size >= blockBytes) yield block()
  }
  if (size > 0) yield block()
}

/**
 * Returns the line of a column of numbers, or of any other bytes: the stride of its difference coding (0 for none), and
 * the deflated bytes. The stride that deflates best is chosen.
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
