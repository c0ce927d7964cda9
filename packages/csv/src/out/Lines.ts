/** The physical lines of a file that comes in pieces. */
import { concat } from "../text/File.ts"

/** Lines that are taken in order, after the bytes that hold them were pushed. */
export interface Lines {
  readonly push: (bytes: Uint8Array) => void
  /** Returns the bytes of the next lines, with their line ends. */
  readonly take: (height: number) => Uint8Array
}

/** Starts after some bytes of the first piece, such as a byte order mark. */
export const start = (skip: number): Lines => {
  let rest: Uint8Array = new Uint8Array(0)
  let at = 0
  let isFirst = true
  return {
    push: (bytes) => {
      const more = isFirst ? bytes.subarray(skip) : bytes
      isFirst = false
      rest = concat([rest.subarray(at), more])
      at = 0
    },
    take: (height) => {
      const from = at
      for (let line = 0; line < height; line++) {
        const end = rest.indexOf(10, at)
        at = end < 0 ? rest.length : end + 1
      }
      return rest.subarray(from, at)
    },
  }
}
