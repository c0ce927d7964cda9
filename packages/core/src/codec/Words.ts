/** A dictionary from texts of ASCII to what they mean, looked up by their bytes where they stand, without making a text. */
import { type Cursor, type Word, wordOf } from "./Cursor.ts"

interface Known<A> {
  readonly word: Word
  readonly meaning: A
}

/** The texts that were met, and what each means. */
export class Words<A> {
  private readonly known = new Map<number, Array<Known<A>>>()
  private readonly meaningOf: (text: string) => A | undefined

  /** What a text means is asked once for each; a text that means nothing is asked for again. */
  constructor(meaningOf: (text: string) => A | undefined) {
    this.meaningOf = meaningOf
  }

  /** Steps over a text and the mark of two bytes behind it; what the text means. */
  next(cursor: Cursor, mark: Word): A | undefined {
    const { bytes, at: first } = cursor
    const [one, other] = mark.bytes
    let print = 0
    let at = first
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (byte === one && bytes[at + 1] === other) break
      print = Math.imul(print ^ byte, 0x01000193)
    }
    if (at === bytes.length) return undefined
    const alike = this.known.get(print)
    for (const { word, meaning } of alike ?? []) {
      if (word.bytes.length !== at - first || !cursor.skipWord(word)) continue
      cursor.skipWord(mark)
      return meaning
    }
    const word = wordOf(bytes.subarray(first, at))
    const meaning = this.meaningOf(latin.decode(word.bytes))
    if (meaning === undefined) return undefined
    if (alike === undefined) this.known.set(print, [{ word, meaning }])
    else alike.push({ word, meaning })
    cursor.at = at + mark.bytes.length
    return meaning
  }
}

const latin = new TextDecoder("latin1")
