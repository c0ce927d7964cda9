/** Reads the journal out of the page: base64, deflate and frames undone, as far as they can be. */
import type { Journal } from "@grootboek/core"

/** The entries that could be read, and what was wrong with the packing after them if anything was. */
export interface Embedded {
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly damage: Journal.Damage | undefined
}

/** Unpacks the lines of a packet. What follows the first damage is left unread: nothing could vouch for it. */
export const read = async (packet: string): Promise<Embedded> => {
  const sealed: Array<Journal.Sealed> = []
  for (const line of packet.split("\n")) {
    if (line === "") continue
    const packed = fromBase64(line)
    const block = await inflate(packed.bytes)
    const problem = unframe(block.bytes, sealed) ?? block.problem ?? packed.problem
    if (problem !== undefined) return { sealed, damage: malformed(sealed.length + 1, problem) }
  }
  return { sealed, damage: undefined }
}

/** Bytes, and why there are not more of them. */
interface Part {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly problem: string | undefined
}

const fromBase64 = (text: string): Part => {
  const fit = /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? text : (/^[A-Za-z0-9+/]*/.exec(text)?.[0] ?? "")
  const binary = atob(fit === text ? fit : fit.slice(0, fit.length - (fit.length % 4)))
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return { bytes, problem: fit === text ? undefined : "a character that is not base64" }
}

const inflate = async (packed: Uint8Array<ArrayBuffer>): Promise<Part> => {
  try {
    const whole = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
    return { bytes: new Uint8Array(await new Response(whole).arrayBuffer()), problem: undefined }
  } catch {
    return salvage(packed)
  }
}

// Fed in small pieces, so that what stands before the damage comes out.
const salvage = async (packed: Uint8Array<ArrayBuffer>): Promise<Part> => {
  const { readable, writable } = new DecompressionStream("deflate-raw")
  const [writer, reader] = [writable.getWriter(), readable.getReader()]
  const parts: Array<Uint8Array> = []
  const fed = (async () => {
    for (let from = 0; from < packed.length; from += 64) await writer.write(packed.slice(from, from + 64))
    await writer.close()
  })().catch(() => undefined)
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value)
  } catch {
    // What came out so far is what can be read.
  }
  await fed
  return {
    bytes: new Uint8Array(await new Blob(parts.map((part) => part.slice())).arrayBuffer()),
    problem: "its compressed bytes are damaged",
  }
}

// "position hash length", a line end, the body, a line end.
const unframe = (block: Uint8Array, out: Array<Journal.Sealed>): string | undefined => {
  let from = 0
  while (from < block.length) {
    const end = block.indexOf(lineEnd, from)
    const header = ascii.decode(block.subarray(from, end < 0 ? Math.min(block.length, from + 200) : end))
    const [, position, hash, length] = /^(\d{1,15}) (\S{1,64}) (\d{1,9})$/.exec(header) ?? []
    const body = end + 1
    const next = body + Number(length) + 1
    if (end < 0 || position === undefined || hash === undefined || block[next - 1] !== lineEnd)
      return "its frame is damaged"
    out.push({ position: Number(position), hash, body: block.subarray(body, next - 1) })
    from = next
  }
  return undefined
}

const malformed = (position: number, problem: string): Journal.Damage => ({
  _tag: "MalformedEntry",
  position,
  field: "(page)",
  problem,
  offset: 0,
})

const lineEnd = 10
const ascii = new TextDecoder()
