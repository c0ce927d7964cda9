/** Decodes the embedded journal and columns: base64, deflate, frames, and hashes that were packed apart. */
import type { Journal } from "@grootboek/core"

/** The entries of a block, and the damage after them if there is any. */
export interface Block {
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly damage: Journal.Damage | undefined
}

/** Unpacks a journal block by block, up to the first damage. */
export const journal = async function* (packet: string): AsyncGenerator<Block> {
  let position = 0
  let before: Uint8Array = new Uint8Array(64)
  for (const line of packet.split("\n")) {
    if (line === "") continue
    const [text, hashes] = await Promise.all(line.split(" ").map(unpack))
    const block = unframe(text?.bytes ?? nothing, hashes?.bytes ?? nothing, before)
    before = block.before
    position += block.sealed.length
    const problem = block.problem ?? text?.problem ?? hashes?.problem
    yield {
      sealed: block.sealed,
      damage: problem === undefined ? undefined : malformed(position + 1, problem),
    }
    if (problem !== undefined) return
  }
}

/** Unpacks lines of one part each; undefined if there are none or one is damaged. */
export const parts = async (packet: string): Promise<ReadonlyArray<Uint8Array> | undefined> => {
  const lines = packet.split("\n").filter((line) => line !== "")
  const all = await Promise.all(
    lines.map(async (line) => {
      const [stride, packed = ""] = line.split(" ")
      const { bytes, problem } = await unpack(packed)
      return problem === undefined ? summed(bytes, Number(stride)) : undefined
    }),
  )
  const whole = all.flatMap((bytes) => (bytes === undefined ? [] : [bytes]))
  return whole.length === 0 || whole.length < all.length ? undefined : whole
}

// Reverses the difference coding of `Packet.part`.
const summed = (bytes: Uint8Array, stride: number): Uint8Array => {
  if (stride > 0)
    for (let at = stride; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) + (bytes[at - stride] ?? 0)
  return bytes
}

/** Bytes, and the problem that ended them. */
interface Unpacked {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly problem: string | undefined
}

const unpack = async (line: string): Promise<Unpacked> => {
  const packed = fromBase64(line)
  const { bytes, problem } = await inflate(packed.bytes)
  return { bytes, problem: problem ?? packed.problem }
}

const fromBase64 = (text: string): Unpacked => {
  const native = decodeNatively(text)
  if (native !== undefined) return { bytes: native, problem: undefined }
  const isWhole = /^[A-Za-z0-9+/]*={0,2}$/.test(text)
  const fit = isWhole ? text : (/^[A-Za-z0-9+/]*/.exec(text)?.[0] ?? "")
  const binary = atob(isWhole ? fit : fit.slice(0, fit.length - (fit.length % 4)))
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return { bytes, problem: isWhole ? undefined : "a character that is not base64" }
}

/** Decodes with the browser's own function, where it has one; undefined also for a text that is not base64. */
const decodeNatively = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const decode: unknown = Reflect.get(Uint8Array, "fromBase64")
  if (typeof decode !== "function") return undefined
  try {
    const bytes: unknown = decode.call(Uint8Array, text)
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer
      ? new Uint8Array(bytes.buffer)
      : undefined
  } catch {
    return undefined
  }
}

const inflate = async (packed: Uint8Array<ArrayBuffer>): Promise<Unpacked> => {
  try {
    const whole = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
    return { bytes: new Uint8Array(await new Response(whole).arrayBuffer()), problem: undefined }
  } catch {
    return inflateUntilDamage(packed)
  }
}

// Decompresses in small pieces, so that the bytes before the damage are returned.
const inflateUntilDamage = async (packed: Uint8Array<ArrayBuffer>): Promise<Unpacked> => {
  const { readable, writable } = new DecompressionStream("deflate-raw")
  const [writer, reader] = [writable.getWriter(), readable.getReader()]
  const out: Array<Uint8Array<ArrayBuffer>> = []
  const fed = (async () => {
    for (let from = 0; from < packed.length; from += 64) await writer.write(packed.slice(from, from + 64))
    await writer.close()
  })().catch(() => undefined)
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) out.push(next.value.slice())
  } catch {
    // Returns the bytes decompressed so far.
  }
  await fed
  return {
    bytes: new Uint8Array(await new Blob(out).arrayBuffer()),
    problem: "its compressed bytes are damaged",
  }
}

// A frame is "position hash length", a line end, and the body. `before` is the hash of the entry before, as digits. The
// bodies of a block are parts of one buffer, so that they can be transferred at once.
const unframe = (block: Uint8Array, hashes: Uint8Array, start: Uint8Array) => {
  const sealed: Array<Journal.Sealed> = []
  const out = new Uint8Array(block.length + 63 * marksIn(block))
  let [before, from, used, to] = [start, 0, 0, 0]
  // The next mark of each kind. Native searches and copies are several times faster than a loop over bytes.
  let [nextAt, sameAt] = [find(block, nextHash, 0), find(block, sameHash, 0)]
  const unpacked = (first: number, end: number): Uint8Array => {
    const begin = to
    let at = first
    if (block[first] === asItIs) {
      at += 1
      if (nextAt < end) nextAt = find(block, nextHash, end)
      if (sameAt < end) sameAt = find(block, sameHash, end)
    }
    for (let mark = Math.min(nextAt, sameAt); mark < end; mark = Math.min(nextAt, sameAt)) {
      out.set(block.subarray(at, mark), to)
      to += mark - at
      if (mark === sameAt) {
        out.set(before, to)
        sameAt = find(block, sameHash, mark + 1)
      } else {
        writeDigits(hashes, used++ * 32, out, to)
        nextAt = find(block, nextHash, mark + 1)
      }
      to += 64
      at = mark + 1
    }
    out.set(block.subarray(at, end), to)
    to += end - at
    return out.subarray(begin, to)
  }
  while (from < block.length) {
    const end = block.indexOf(lineEnd, from)
    const header = ascii.decode(unpacked(from, Math.max(from, end)))
    const [, position, hash, length] = /^(\d{1,15}) (\S{1,64}) (\d{1,9})$/.exec(header) ?? []
    const next = end + 1 + Number(length)
    if (position === undefined || hash === undefined || next > block.length)
      return { sealed, before, problem: "its frame is damaged" }
    const body = unpacked(end + 1, next)
    sealed.push({ position: Number(position), hash, body })
    before = encoder.encode(hash.padEnd(64))
    from = next
  }
  return { sealed, before, problem: undefined }
}

/** Returns where a byte is next; the end of the block when it is not. */
const find = (block: Uint8Array, byte: number, from: number): number => {
  const at = block.indexOf(byte, from)
  return at < 0 ? block.length : at
}

const marksIn = (block: Uint8Array): number => {
  let marks = 0
  for (let at = 0; at < block.length; at++) {
    const byte = block[at] as number
    if (byte === nextHash || byte === sameHash) marks++
  }
  return marks
}

const writeDigits = (hashes: Uint8Array, from: number, out: Uint8Array, to: number): void => {
  for (let index = 0; index < 32; index++) {
    const byte = hashes[from + index] ?? 0
    out[to + index * 2] = digits[byte >> 4] ?? 0
    out[to + index * 2 + 1] = digits[byte & 15] ?? 0
  }
}

const malformed = (position: number, problem: string): Journal.Damage => ({
  _tag: "MalformedEntry",
  position,
  field: "(page)",
  problem,
  offset: 0,
})

const [asItIs, nextHash, sameHash, lineEnd] = [0, 1, 2, 10] as const
const nothing = new Uint8Array()
const encoder = new TextEncoder()
const digits = encoder.encode("0123456789abcdef")
const ascii = new TextDecoder()
