/**
 * The ids of a journal with the position of their entry, as bytes: a map of texts takes several times as much memory.
 *
 * A hash table with open addressing. The ids are stored one after the other in chunks.
 */

// An id fits in a chunk: it has at most 128 characters.
const chunkSize = 1 << 20
// The first chunk begins small: most journals that are read are short.
const smallest = 1 << 12
const longest = 255

// No id has this byte: it tells a packed id from another.
const mark = 0xff
const digits = 64

/** Returns the value of a lower-case hexadecimal digit, −1 for another character. */
const nibble = (code: number): number =>
  code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1

/** The ids taken so far. */
export class IdIndex {
  private readonly chunks: Array<Uint8Array> = []
  private end = chunkSize
  private count = 0
  private starts = new Uint32Array(64)
  private lengths = new Uint8Array(64)
  private positions = new Uint32Array(64)
  /** The number of an id, from 1, by its hash. */
  private table = new Uint32Array(256)
  private readonly packed = new Uint8Array(longest)

  /** Returns the position of the first entry with this id; `undefined` for a new id, which is added. */
  take(id: Uint8Array, position: number): number | undefined {
    const bytes = this.pack(id.length > longest ? id.subarray(0, longest) : id)
    const slot = this.slotOf(bytes)
    const number = this.table[slot] as number
    if (number > 0) return this.positions[number - 1]
    this.add(bytes, position)
    this.table[slot] = this.count
    if (this.count * 2 > this.table.length) this.grow()
    return undefined
  }

  /** Returns an id with a hash at its end, which most have, as a mark, the text before the hash, and its 32 bytes. */
  private pack(id: Uint8Array): Uint8Array {
    const before = id.length - digits
    if (before < 0) return id
    const { packed } = this
    packed[0] = mark
    for (let i = 0; i < before; i++) packed[1 + i] = id[i] as number
    for (let i = 0; i < digits / 2; i++) {
      const [high, low] = [nibble(id[before + 2 * i] as number), nibble(id[before + 2 * i + 1] as number)]
      if (high < 0 || low < 0) return id
      packed[1 + before + i] = high * 16 + low
    }
    return packed.subarray(0, 1 + before + digits / 2)
  }

  /** Returns the slot of an id, or the free slot where it belongs. */
  private slotOf(id: Uint8Array): number {
    const mask = this.table.length - 1
    let slot = hashOf(id) & mask
    for (;;) {
      const number = this.table[slot] as number
      if (number === 0 || this.isId(number - 1, id)) return slot
      slot = (slot + 1) & mask
    }
  }

  private isId(index: number, id: Uint8Array): boolean {
    if (this.lengths[index] !== id.length) return false
    const start = this.starts[index] as number
    const chunk = this.chunks[Math.floor(start / chunkSize)] as Uint8Array
    const from = start % chunkSize
    for (let i = 0; i < id.length; i++) if (chunk[from + i] !== id[i]) return false
    return true
  }

  private add(id: Uint8Array, position: number): void {
    if (this.count === this.starts.length) this.widen()
    this.reserve(id.length)
    const last = this.chunks.length - 1
    ;(this.chunks[last] as Uint8Array).set(id, this.end)
    this.starts[this.count] = last * chunkSize + this.end
    this.lengths[this.count] = id.length
    this.positions[this.count] = position
    this.end += id.length
    this.count += 1
  }

  /** Makes room for an id in the last chunk: a longer first chunk, or another chunk. */
  private reserve(length: number): void {
    const [first] = this.chunks
    if (this.end + length > chunkSize) {
      this.chunks.push(new Uint8Array(first === undefined ? smallest : chunkSize))
      this.end = 0
    } else if (first !== undefined && this.chunks.length === 1 && this.end + length > first.length) {
      const longer = new Uint8Array(first.length * 2)
      longer.set(first)
      this.chunks[0] = longer
    }
  }

  private widen(): void {
    const size = this.count * 2
    const [starts, lengths, positions] = [new Uint32Array(size), new Uint8Array(size), new Uint32Array(size)]
    starts.set(this.starts)
    lengths.set(this.lengths)
    positions.set(this.positions)
    this.starts = starts
    this.lengths = lengths
    this.positions = positions
  }

  private grow(): void {
    this.table = new Uint32Array(this.table.length * 2)
    for (let index = 0; index < this.count; index++) {
      const start = this.starts[index] as number
      const chunk = this.chunks[Math.floor(start / chunkSize)] as Uint8Array
      const from = start % chunkSize
      const id = chunk.subarray(from, from + (this.lengths[index] as number))
      this.table[this.slotOf(id)] = index + 1
    }
  }
}

const hashOf = (bytes: Uint8Array): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash ^ (hash >>> 15)
}
