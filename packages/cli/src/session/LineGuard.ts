/**
 * Stops the reading of an export at a line that is longer or nested deeper than any entry, before it is kept or parsed: a line of
 * 400 MB takes minutes, and deep JSON gigabytes.
 */
import { Archive, Finding } from "@grootboek/core"

const { longestLine } = Archive

/** The deepest JSON that is read; the events have six levels. */
const deepest = 100

/** The bytes of a line after which its depth counts: a shorter line is parsed at once, however deep. */
const shortLine = 1 << 16

export interface LineGuard {
  /** Reads the next bytes, and returns whether they may be parsed. */
  readonly allows: (chunk: Uint8Array) => boolean
  /** Returns the finding about the line that was stopped at, if any; its size is known after the last chunk. */
  readonly finding: () => Finding.Finding | undefined
}

export const begin = (): LineGuard => {
  let [line, offset, length] = [1, 0, 0]
  let [depth, isText, isEscaped] = [0, false, false]
  let [isDeep, isEnded] = [false, false]

  const isStopped = (): boolean => (isDeep && length > shortLine) || length > longestLine

  const measure = (piece: Uint8Array): void => {
    for (const byte of piece) {
      if (isEscaped) isEscaped = false
      else if (isText) {
        if (byte === backslash) isEscaped = true
        else if (byte === quote) isText = false
      } else if (byte === quote) isText = true
      else if (byte === bracket || byte === brace) depth += 1
      else if (byte === bracketEnd || byte === braceEnd) depth -= 1
      if (depth > deepest) {
        isDeep = true
        return
      }
    }
  }

  // A short line that is whole in its chunk is not measured: most are.
  const take = (piece: Uint8Array, isRest: boolean): void => {
    const isMeasured = isRest || length > 0 || piece.length > shortLine
    length += piece.length
    if (isMeasured && !isDeep && length <= longestLine) measure(piece)
  }

  return {
    allows: (chunk) => {
      let from = 0
      while (!isEnded) {
        const feed = chunk.indexOf(lineFeed, from)
        take(chunk.subarray(from, feed === -1 ? chunk.length : feed), feed === -1)
        if (feed === -1) break
        isEnded = isStopped()
        if (isEnded) break
        line += 1
        offset += length + 1
        length = 0
        depth = 0
        isText = false
        isEscaped = false
        isDeep = false
        from = feed + 1
      }
      return !isStopped()
    },
    finding: () => {
      if (!isStopped()) return undefined
      const facts =
        length > longestLine
          ? ({ _tag: "LineTooLong", line, length, most: longestLine } as const)
          : ({ _tag: "MalformedLine", line } as const)
      return Finding.of(facts, { position: line, field: "(line)", offset })
    },
  }
}

const [lineFeed, quote, backslash] = [0x0a, 0x22, 0x5c]
const [bracket, bracketEnd] = [0x5b, 0x5d]
const [brace, braceEnd] = [0x7b, 0x7d]
