/**
 * A column of plain numbers that grows by chunks: growing copies nothing, and no memory is ever held twice.
 *
 * Only the first chunk grows by doubling, so that a small ledger stays small.
 */

/** Values per chunk: 2^14, so that a chunk of amounts is 128 KiB. */
export const chunkSize = 16_384

const shift = 14
const mask = chunkSize - 1
const smallest = 64

/** What a column is made of. */
export type Chunk = Uint32Array | BigInt64Array

/** How a chunk is made. */
export type ChunkOf<A extends Chunk> = new (
  buffer: ArrayBufferLike | number,
  byteOffset?: number,
  length?: number,
) => A

/** A growing column. Its chunks are readable, because a loop over chunks is faster than one over values. */
export class Column<A extends Chunk> {
  length = 0
  readonly chunks: Array<A> = []
  private room = 0
  private readonly Kind: ChunkOf<A>

  constructor(Kind: ChunkOf<A>) {
    this.Kind = Kind
  }

  /** The value at an index; only indexes below `length` hold one. */
  at(index: number): A[number] {
    return (this.chunks[index >>> shift] as A)[index & mask] as A[number]
  }

  /** Adds a value at the end. */
  push(value: A[number]): void {
    const index = this.length++
    if (index >= this.room) this.grow()
    const chunk = this.chunks[index >>> shift] as A
    chunk[index & mask] = value
  }

  /** Takes values as bytes, many chunks at a time; what is aligned is not copied. The column must be empty. */
  fill(parts: ReadonlyArray<Uint8Array>, length: number): void {
    const { BYTES_PER_ELEMENT: width } = new this.Kind(0)
    if (parts.reduce((sum, part) => sum + part.length, 0) !== length * width)
      throw new RangeError("bytes of another length")
    for (const part of parts) {
      for (let at = 0; at < part.length; at += chunkSize * width) {
        const bytes = part.subarray(at, at + chunkSize * width)
        if (bytes.length === chunkSize * width && bytes.byteOffset % width === 0) {
          this.chunks.push(new this.Kind(bytes.buffer, bytes.byteOffset, chunkSize))
          continue
        }
        const chunk = new this.Kind(chunkSize)
        new Uint8Array(chunk.buffer).set(bytes)
        this.chunks.push(chunk)
      }
    }
    this.length = length
    this.room = this.chunks.length * chunkSize
  }

  /** A column that goes on by itself from here; full chunks are shared, for they never change. */
  copy(): Column<A> {
    return this.copyTo(new Column(this.Kind))
  }

  protected copyTo<B extends Column<A>>(out: B): B {
    out.chunks.push(...this.chunks)
    const last = out.chunks.at(-1)
    if (last !== undefined) out.chunks[out.chunks.length - 1] = resized(last, last.length, this.Kind)
    out.length = this.length
    out.room = this.room
    return out
  }

  private grow(): void {
    const first = this.chunks[0]
    if (first !== undefined && first.length < chunkSize) {
      this.chunks[0] = resized(first, first.length * 2, this.Kind)
    } else this.chunks.push(new this.Kind(first === undefined ? smallest : chunkSize))
    this.room = (this.chunks.length - 1) * chunkSize + (this.chunks.at(-1)?.length ?? 0)
  }
}

/** A column of amounts, which takes plain numbers too: a big integer made for each costs ten times as much as its place. */
export class Amounts extends Column<BigInt64Array> {
  private last: BigInt64Array | undefined
  /** The last chunk once more, in halves of 32 bits. */
  private halves: Int32Array = new Int32Array(0)

  constructor() {
    super(BigInt64Array)
  }

  /** Adds a whole number that is exact, at the end. */
  pushNumber(value: number): void {
    this.push(0n)
    const last = this.chunks[this.chunks.length - 1] as BigInt64Array
    if (last !== this.last) {
      this.last = last
      this.halves = new Int32Array(last.buffer, last.byteOffset, last.length * 2)
    }
    const at = ((this.length - 1) & mask) * 2
    // What is stored in 32 bits is what is left of a number modulo 2^32.
    this.halves[at + 1 - upper] = value
    this.halves[at + upper] = Math.floor(value / 2 ** 32)
  }

  override copy(): Amounts {
    return this.copyTo(new Amounts())
  }
}

/** Which half of a 64-bit integer comes second: on nearly every machine the upper one. */
export const upper = new Int32Array(new BigInt64Array([1n]).buffer)[0] === 1 ? 1 : 0

/** An empty column of whole numbers up to 2^32. */
export const ofNumbers = (): Column<Uint32Array> => new Column<Uint32Array>(Uint32Array)

/** An empty column of 64-bit integers. */
export const ofAmounts = (): Amounts => new Amounts()

/** The same values in an array of another length. */
export const resized = <A extends Chunk>(old: A, length: number, Kind: ChunkOf<A>): A => {
  const out = new Kind(length)
  new Uint8Array(out.buffer).set(new Uint8Array(old.buffer, old.byteOffset, old.byteLength))
  return out
}
