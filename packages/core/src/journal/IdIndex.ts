/**
 * The ids of a journal with the position of their entry, as bytes: a map of texts takes several times as much memory.
 *
 * A hash table with open addressing. The ids are stored one after the other in chunks, each after its length.
 */

// An id fits in a chunk: it has at most 128 characters. Chunks are small, because most journals that are read are short.
const chunkSize = 1 << 14
const longest = 255

// The first byte of a packed id. No id contains this byte.
const mark = 0xff
const digits = 64

/** The value of each lower-case hexadecimal digit; −1 for any other byte, stored as 255, which equals the mark. */
const nibbles = Uint8Array.from({ length: 256 }, (_, code) =>
  "0123456789abcdef".indexOf(String.fromCharCode(code)),
)

/** The ids taken so far. */
export class IdIndex {
  private readonly chunks: Array<Uint8Array> = []
  private end = chunkSize
  private count = 0
  private starts = new Uint32Array(64)
  private hashes = new Int32Array(64)
  private positions = new Uint32Array(64)
  /** The number of an id, from 1, by its hash. */
  private table = new Uint32Array(256)
  /** The packed bytes of the id that is looked up. */
  private readonly packed = new Uint8Array(longest)

  /** Returns the position of the first entry with this id; `undefined` for a new id, which is added. */
  take(id: Uint8Array, position: number): number | undefined {
    const length = this.pack(id)
    const hash = hashOf(this.packed, length)
    const mask = this.table.length - 1
    let slot = hash & mask
    for (;;) {
      const number = this.table[slot] as number
      if (number === 0) break
      if (this.hashes[number - 1] === hash && this.isId(number - 1, length)) return this.positions[number - 1]
      slot = (slot + 1) & mask
    }
    this.add(length, hash, position)
    this.table[slot] = this.count
    if (this.count * 2 > this.table.length) this.grow()
    return undefined
  }

  /**
   * Packs an id and returns its packed length. An id that ends with a hash, as most do, becomes the mark, the text before the
   * hash, and the 32 bytes of the hash.
   */
  private pack(id: Uint8Array): number {
    const { packed } = this
    const before = id.length - digits
    let length = 0
    if (before >= 0 && before < digits) {
      packed[length++] = mark
      for (let i = 0; i < before; i++) packed[length++] = id[i] as number
      for (let i = before; i < id.length; i += 2) {
        const [high, low] = [nibbles[id[i] as number] as number, nibbles[id[i + 1] as number] as number]
        if (high === mark || low === mark) return this.copy(id)
        packed[length++] = high * 16 + low
      }
      return length
    }
    return this.copy(id)
  }

  private copy(id: Uint8Array): number {
    const length = Math.min(id.length, longest)
    for (let i = 0; i < length; i++) this.packed[i] = id[i] as number
    return length
  }

  private isId(index: number, length: number): boolean {
    const start = this.starts[index] as number
    const chunk = this.chunks[Math.floor(start / chunkSize)] as Uint8Array
    let at = start % chunkSize
    if (chunk[at++] !== length) return false
    for (let i = 0; i < length; i++) if (chunk[at++] !== this.packed[i]) return false
    return true
  }

  private add(length: number, hash: number, position: number): void {
    if (this.count === this.starts.length) this.widen()
    if (this.end + length >= chunkSize) {
      this.chunks.push(new Uint8Array(chunkSize))
      this.end = 0
    }
    const last = this.chunks.length - 1
    const chunk = this.chunks[last] as Uint8Array
    this.starts[this.count] = last * chunkSize + this.end
    this.hashes[this.count] = hash
    this.positions[this.count] = position
    this.count += 1
    chunk[this.end++] = length
    for (let i = 0; i < length; i++) chunk[this.end++] = this.packed[i] as number
  }

  private widen(): void {
    const size = this.count * 2
    this.starts = widened(new Uint32Array(size), this.starts)
    this.hashes = widened(new Int32Array(size), this.hashes)
    this.positions = widened(new Uint32Array(size), this.positions)
  }

  private grow(): void {
    this.table = new Uint32Array(this.table.length * 2)
    const mask = this.table.length - 1
    for (let index = 0; index < this.count; index++) {
      let slot = (this.hashes[index] as number) & mask
      while (this.table[slot] !== 0) slot = (slot + 1) & mask
      this.table[slot] = index + 1
    }
  }
}

const widened = <A extends Uint32Array | Int32Array>(to: A, from: A): A => {
  to.set(from)
  return to
}

const hashOf = (bytes: Uint8Array, length: number): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash ^ (hash >>> 15)
}
