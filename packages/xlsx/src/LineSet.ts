/** A set of line numbers, one bit each. It grows to its greatest number, because most sheets have few rows. */

export interface LineSet {
  readonly has: (line: number) => boolean
  readonly add: (line: number) => void
}

export const empty = (): LineSet => {
  let bits = new Uint8Array(16)
  return {
    has: (line) => ((bits[line >> 3] ?? 0) & (1 << (line & 7))) !== 0,
    add: (line) => {
      const at = line >> 3
      if (at >= bits.length) {
        const larger = new Uint8Array(Math.max(at + 1, bits.length * 2))
        larger.set(bits)
        bits = larger
      }
      bits[at] = (bits[at] ?? 0) | (1 << (line & 7))
    },
  }
}
