/**
 * How often the same row was seen before in one file. Exact, and small: 16 bytes of each row's hash in a table, so that
 * a million rows need some thirty megabytes.
 */

/** Counts hashes: 1 when a hash is new, 2 the second time. */
export const counter = (): ((hash: string) => number) => {
  let capacity = 1 << 10
  let slots = new Uint32Array(capacity * 4)
  let used = 0
  // Rows that repeat are few.
  const repeats = new Map<string, number>()

  const place = (table: Uint32Array, words: Words): boolean => {
    const mask = table.length / 4 - 1
    for (let slot = words[0] & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 4
      if (table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0) {
        table.set(words, at)
        return true
      }
      if (
        table[at] === words[0] &&
        table[at + 1] === words[1] &&
        table[at + 2] === words[2] &&
        table[at + 3] === words[3]
      )
        return false
    }
  }

  const grow = (): void => {
    const larger = new Uint32Array(capacity * 8)
    for (let at = 0; at < slots.length; at += 4) {
      const words: Words = [slots[at] ?? 0, slots[at + 1] ?? 0, slots[at + 2] ?? 0, slots[at + 3] ?? 0]
      if (words.some((word) => word !== 0)) place(larger, words)
    }
    capacity *= 2
    slots = larger
  }

  return (hash) => {
    if (used * 2 >= capacity) grow()
    if (place(slots, wordsOf(hash))) {
      used++
      return 1
    }
    const count = (repeats.get(hash) ?? 1) + 1
    repeats.set(hash, count)
    return count
  }
}

type Words = readonly [number, number, number, number]

const wordsOf = (hash: string): Words => [
  Number.parseInt(hash.slice(0, 8), 16),
  Number.parseInt(hash.slice(8, 16), 16),
  Number.parseInt(hash.slice(16, 24), 16),
  Number.parseInt(hash.slice(24, 32), 16),
]
