/** Counts equal rows of one file. A table holds 96 bits of each hash: a million rows need some thirty megabytes. */

/** Returns a function that counts hashes: 1 when a hash is new, 2 the second time. */
export const counter = (): ((hash: string) => number) => {
  // Small, because most files are small, and each has four counters: one for its ids, and three for former ids.
  let capacity = 1 << 6
  let slots = new Float64Array(capacity * 2)
  let used = 0
  // Rows that repeat are few.
  const repeats = new Map<string, number>()

  const isNew = (table: Float64Array, first: number, second: number): boolean => {
    const mask = table.length / 2 - 1
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2
      if (table[at] === first && table[at + 1] === second) return false
      if (table[at] !== 0 || table[at + 1] !== 0) continue
      table[at] = first
      table[at + 1] = second
      return true
    }
  }

  const grow = (): void => {
    capacity *= 2
    const larger = new Float64Array(capacity * 2)
    for (let at = 0; at < slots.length; at += 2) {
      const [first, second] = [slots[at] ?? 0, slots[at + 1] ?? 0]
      if (first !== 0 || second !== 0) isNew(larger, first, second)
    }
    slots = larger
  }

  return (hash) => {
    if (used * 2 >= capacity) grow()
    if (isNew(slots, Number.parseInt(hash.slice(0, 12), 16), Number.parseInt(hash.slice(12, 24), 16))) {
      used++
      return 1
    }
    const count = (repeats.get(hash) ?? 1) + 1
    repeats.set(hash, count)
    return count
  }
}
