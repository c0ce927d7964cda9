/** Byte buffers of the codec: an output that grows, an input that is read forward, and tokens to match in it. */
import { encoder } from "../value/Utf8.ts"

/** Bytes that are often written or expected. */
export interface Token {
  readonly bytes: Uint8Array
  /** The same bytes, for comparing four at a time. */
  readonly view: DataView
}

/** Returns a token of bytes, which are copied. */
export const tokenOf = (bytes: Uint8Array): Token => {
  // `Buffer.slice` would not copy.
  const own = new Uint8Array(bytes)
  return { bytes: own, view: new DataView(own.buffer) }
}

export const token = (text: string): Token => tokenOf(encoder.encode(text))

/** Writes values one after the other into shared memory, because a buffer for each value costs more than its hash. */
export class ByteWriter {
  bytes = new Uint8Array(chunkSize)
  at = 0
  /** Where the value that is being written begins. */
  private start = 0

  begin(): void {
    this.start = this.at
  }

  /** Ends a value and returns its bytes, which nothing overwrites. */
  end(): Uint8Array {
    return this.bytes.subarray(this.start, this.at)
  }

  /** Drops the value that is being written. */
  undo(): void {
    this.at = this.start
  }

  /** Makes room for so many bytes more. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return
    const begun = this.end()
    this.bytes = new Uint8Array(Math.max(chunkSize, (begun.length + count) * 2))
    this.bytes.set(begun)
    this.start = 0
    this.at = begun.length
  }

  byte(byte: number): void {
    this.reserve(1)
    this.bytes[this.at++] = byte
  }

  /** Writes the bytes of a token in a loop, which is faster than `set` for a few bytes. */
  token({ bytes }: Token): void {
    this.reserve(bytes.length)
    const to = this.bytes
    let { at } = this
    for (let i = 0; i < bytes.length; i++) to[at++] = bytes[i] as number
    this.at = at
  }

  /** Writes many bytes. */
  all(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.at)
    this.at += bytes.length
  }

  /** Writes a text of ASCII characters. */
  ascii(text: string): void {
    this.reserve(text.length)
    const to = this.bytes
    let { at } = this
    for (let i = 0; i < text.length; i++) to[at++] = text.charCodeAt(i)
    this.at = at
  }

  /** Writes a text as UTF-8. */
  text(text: string): void {
    // A UTF-16 code unit takes three bytes at most.
    this.reserve(text.length * 3)
    this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written
  }
}

/** Bytes that are read forward. A step that does not find what it looks for leaves the position where it was. */
export class ByteReader {
  bytes: Uint8Array = new Uint8Array(0)
  at = 0
  private view = new DataView(this.bytes.buffer)
  private offset = 0

  /** Starts at the beginning of other bytes. */
  begin(bytes: Uint8Array): void {
    this.bytes = bytes
    this.at = 0
    this.offset = bytes.byteOffset
    // Stored bodies often share memory.
    if (bytes.buffer !== this.view.buffer) this.view = new DataView(bytes.buffer)
  }

  /** Whether everything was read. */
  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  /** Reads one byte, if it comes next. */
  byte(byte: number): boolean {
    if (this.at >= this.bytes.length || this.bytes[this.at] !== byte) return false
    this.at++
    return true
  }

  /** Reads a token, if it comes next. */
  token(token: Token): boolean {
    const { at, view } = this
    const { length } = token.bytes
    if (at + length > this.bytes.length) return false
    const from = this.offset + at
    const expected = token.view
    let i = 0
    for (; i + 4 <= length; i += 4) if (view.getInt32(from + i) !== expected.getInt32(i)) return false
    for (; i < length; i++) if (view.getUint8(from + i) !== expected.getUint8(i)) return false
    this.at = at + length
    return true
  }

  /** Returns some bytes as text; `undefined` unless they are valid UTF-8. */
  text(from: number, to: number): string | undefined {
    try {
      return utf8.decode(this.bytes.subarray(from, to))
    } catch {
      return undefined
    }
  }

  /** Returns a few bytes as text, a character for each byte, in a loop: it is faster than a decoder for a few bytes. */
  latin(from: number, to: number): string {
    const { bytes } = this
    let text = ""
    let at = from
    for (; at + 4 <= to; at += 4)
      text += String.fromCharCode(
        bytes[at] as number,
        bytes[at + 1] as number,
        bytes[at + 2] as number,
        bytes[at + 3] as number,
      )
    for (; at < to; at++) text += String.fromCharCode(bytes[at] as number)
    return text
  }
}

const chunkSize = 1 << 16
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
