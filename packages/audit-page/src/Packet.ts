/**
 * A journal as it travels inside the page: blocks of entries, each deflated and written in base64 on a line of its own.
 *
 * An entry is framed by a line `position hash length`, so that whatever bytes a store holds are carried unchanged,
 * damaged ones too. A block that suffers leaves the blocks before it readable.
 */
import { deflateRawSync } from "node:zlib"
import type { Journal } from "@grootboek/core"

/** Bytes of a block before it is deflated: large enough to deflate well, small enough to lose little. */
const blockBytes = 1 << 20

/** The lines of a packet, each one block. */
export const lines = function* (journal: Iterable<Journal.Sealed>): Generator<string> {
  let parts: Array<Uint8Array> = []
  let size = 0
  const block = (): string => {
    const line = deflateRawSync(Buffer.concat(parts, size), { level: 9 }).toString("base64")
    parts = []
    size = 0
    return line
  }
  for (const { position, hash, body } of journal) {
    const frame = Buffer.from(`${position} ${hash} ${body.length}\n`)
    parts.push(frame, body, newline)
    size += frame.length + body.length + 1
    if (size >= blockBytes) yield block()
  }
  if (size > 0) yield block()
}

const newline = Buffer.from("\n")
