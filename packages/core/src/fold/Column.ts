/**
 * A column of plain numbers that grows by chunks, so that growing copies nothing.
 *
 * Only the first chunk grows by doubling, so that a small ledger uses little memory.
 */
import * as Halves from "../value/Halves.ts"

/** Values per chunk: 2^14, so that a chunk of amounts is 128 KiB. */
export const chunkSize = 16_384

const shift = 14
const mask = chunkSize - 1
const smallest = 64

/** The values of a chunk: unsigned 32-bit or signed 64-bit integers. */
export type Chunk = Uint32Array | BigInt64Array

/** The constructor of a chunk. */
export type ChunkOf<A extends Chunk> = new (
  buffer: ArrayBufferLike | number,
  byteOffset?: number,
  length?: number,
) => A

/** A growing column. Its chunks are public because a loop over chunks is faster than one over values. */
export class Column<A extends Chunk> {
  length = 0
  readonly chunks: Array<A> = []
  /** The number of values that the chunks have room for. */
  room = 0
  readonly Kind: ChunkOf<A>

  constructor(Kind: ChunkOf<A>) {
    this.Kind = Kind
  }

  /** Returns the value at an index below `length`. */
  at(index: number): A[number] {
    return (this.chunks[index >>> shift] as A)[index & mask] as A[number]
  }

  /** Appends a value. */
  push(value: A[number]): void {
    const index = this.length++
    if (index >= this.room) this.grow()
    const chunk = this.chunks[index >>> shift] as A
    chunk[index & mask] = value
  }

  /** Returns an independent copy; full chunks are shared because they never change. */
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

/** A column of amounts that also accepts plain numbers: creating a bigint for each costs ten times as much as storing it. */
export class AmountColumn extends Column<BigInt64Array> {
  private last: BigInt64Array | undefined
  private halves = Halves.of(new BigInt64Array(0))

  constructor() {
    super(BigInt64Array)
  }

  /** Appends a safe integer. */
  pushNumber(value: number): void {
    this.push(0n)
    const last = this.chunks[this.chunks.length - 1] as BigInt64Array
    if (last !== this.last) {
      this.last = last
      this.halves = Halves.of(last)
    }
    Halves.set(this.halves, (this.length - 1) & mask, value)
  }

  override copy(): AmountColumn {
    return this.copyTo(new AmountColumn())
  }
}

/**
 * Fills an empty column with a number of values from bytes; aligned full chunks are not copied. Throws a `RangeError` for another
 * number of bytes.
 */
export const fill = <A extends Chunk>(
  column: Column<A>,
  parts: ReadonlyArray<Uint8Array>,
  length: number,
): void => {
  const { chunks, Kind } = column
  const { BYTES_PER_ELEMENT: width } = new Kind(0)
  if (parts.reduce((sum, part) => sum + part.length, 0) !== length * width)
    throw new RangeError("bytes of another length")
  for (const part of parts) {
    for (let at = 0; at < part.length; at += chunkSize * width) {
      const bytes = part.subarray(at, at + chunkSize * width)
      if (bytes.length === chunkSize * width && bytes.byteOffset % width === 0) {
        chunks.push(new Kind(bytes.buffer, bytes.byteOffset, chunkSize))
        continue
      }
      const chunk = new Kind(chunkSize)
      new Uint8Array(chunk.buffer).set(bytes)
      chunks.push(chunk)
    }
  }
  column.length = length
  column.room = chunks.length * chunkSize
}

/** Returns an empty column of unsigned 32-bit integers. */
export const ofNumbers = (): Column<Uint32Array> => new Column<Uint32Array>(Uint32Array)

/** Returns an empty column of 64-bit integers. */
export const ofAmounts = (): AmountColumn => new AmountColumn()

/** Returns a copy of an array, with the same or a larger length. */
export const resized = <A extends Chunk>(old: A, length: number, Kind: ChunkOf<A>): A => {
  const out = new Kind(length)
  new Uint8Array(out.buffer).set(new Uint8Array(old.buffer, old.byteOffset, old.byteLength))
  return out
}

/** Returns how many indexes below `length` pass a test, by binary search: no index may pass after one that does not. */
export const countWhile = (length: number, holds: (index: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
