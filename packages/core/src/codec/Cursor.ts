/** A place in bytes that goes forward over what it knows: for readers of texts of one shape, in plain ASCII. */

/** Bytes, and how far they were read. What a step does not find leaves the place where it was. */
export class Cursor {
  bytes: Uint8Array = new Uint8Array(0)
  at = 0
  /** The memory that the bytes stand in. */
  private memory = new DataView(this.bytes.buffer)
  private start = 0

  /** Starts at the beginning of some bytes. */
  begin(bytes: Uint8Array): void {
    this.bytes = bytes
    this.at = 0
    this.start = bytes.byteOffset
    // Bodies mostly stand one behind the other in the same memory.
    if (bytes.buffer !== this.memory.buffer) this.memory = new DataView(bytes.buffer)
  }

  /** Whether nothing is left. */
  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  /** Steps over a word, if it stands here. */
  skipWord({ bytes: word, memory }: Word): boolean {
    const { bytes, at, memory: mine } = this
    const { length } = word
    if (at + length > bytes.length) return false
    const start = this.start + at
    let i = 0
    // Four bytes at a time: most bytes of a journal are those of a known word.
    for (; i + 4 <= length; i += 4) if (mine.getInt32(start + i) !== memory.getInt32(i)) return false
    for (; i < length; i++) if (bytes[at + i] !== word[i]) return false
    this.at = at + length
    return true
  }

  /** Steps over a text of ASCII, if it stands here. */
  skipText(text: string): boolean {
    const { bytes, at } = this
    for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
    this.at = at + text.length
    return true
  }

  /** Steps over bytes of a kind, as many as there are up to a most; whether there was one. */
  skipAll(kind: Kind, most: number): boolean {
    const { bytes, at: first } = this
    const end = Math.min(bytes.length, first + most)
    let at = first
    while (at < end && kind[bytes[at] as number] === 1) at++
    this.at = at
    return at > first
  }

  /** Steps over what a sticky pattern matches in the next so many bytes; its groups. */
  match(pattern: RegExp, most: number): RegExpExecArray | undefined {
    pattern.lastIndex = 0
    // One character a byte, whatever the byte: a pattern of ASCII knows no other.
    const found = pattern.exec(latin.decode(this.bytes.subarray(this.at, this.at + most)))
    if (found === null) return undefined
    this.at += pattern.lastIndex
    return found
  }

  /** Steps over a whole number of at most so many digits, without zeros before it. */
  whole(most: number): number | undefined {
    const { bytes, at: first } = this
    let number = 0
    let at = first
    for (; at < first + most && isDigit(bytes[at]); at++) number = number * 10 + digitOf(bytes[at])
    if (at === first || (at > first + 1 && bytes[first] === zero)) return undefined
    this.at = at
    return number
  }

  /** Steps over an amount in its canonical form; how many micro-euro it is, if a plain number holds them exactly. */
  amount(): number | undefined {
    const { bytes } = this
    const isNegative = bytes[this.at] === minus
    const first = isNegative ? this.at + 1 : this.at
    let size = 0
    let at = first
    for (; isDigit(bytes[at]); at++) size = size * 10 + digitOf(bytes[at])
    const whole = at - first
    if (whole < 1 || (whole > 1 && bytes[first] === zero) || bytes[at] !== point) return undefined
    const decimal = at + 1
    for (at = decimal; at < decimal + 6 && isDigit(bytes[at]); at++) size = size * 10 + digitOf(bytes[at])
    const decimals = at - decimal
    const isLong = decimals > 2 && bytes[at - 1] === zero
    if (decimals < 2 || isLong || (isNegative && size === 0)) return undefined
    // A size that has rounded is far too large as well.
    const micros = size * (powers[6 - decimals] as number)
    if (micros > Number.MAX_SAFE_INTEGER) return undefined
    this.at = at
    return isNegative ? -micros : micros
  }
}

/** Which bytes are of a kind: 1 for those that are. */
export type Kind = Uint8Array

/** The kind of the bytes that a pattern matches one by one. */
export const kindOf = (pattern: RegExp): Kind =>
  Uint8Array.from({ length: 256 }, (_, byte) => (pattern.test(String.fromCharCode(byte)) ? 1 : 0))

/** A word to step over: its bytes, and the memory of their own that they stand in. */
export interface Word {
  readonly bytes: Uint8Array
  readonly memory: DataView
}

/** A word of some bytes. */
export const wordOf = (bytes: Uint8Array): Word => {
  const own = bytes.slice()
  return { bytes: own, memory: new DataView(own.buffer, own.byteOffset) }
}

/** A word of a text. */
export const word = (text: string): Word => wordOf(encoder.encode(text))

const encoder = new TextEncoder()
const latin = new TextDecoder("latin1")
const minus = 0x2d
const point = 0x2e
const zero = 0x30
const powers = [1, 10, 100, 1_000, 10_000]
// Taken off the byte before anything is added: the largest amounts leave no room for the byte itself.
const digitOf = (byte: number | undefined): number => (byte as number) - zero
const isDigit = (byte: number | undefined): boolean => digitOf(byte) >= 0 && digitOf(byte) <= 9
