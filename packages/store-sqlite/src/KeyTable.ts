/**
 * The keys of a ledger's ids with the position of their entry, in memory: 8 bytes a slot, at most 21 an entry.
 *
 * A hash table with open addressing. Two ids may share a key, so a caller compares the id as well.
 */
export class KeyTable {
  /** The position up to which the table has the keys of all entries. */
  through = 0
  private keys = new Uint32Array(64)
  /** The position in each slot; 0 for a free slot. */
  private places = new Uint32Array(64)
  private shift = 26
  private count = 0

  /** Adds the key of the entry after the last one. */
  add(key: number): void {
    if (this.count * 4 >= this.keys.length * 3) this.grow()
    this.through += 1
    this.put(key, this.through)
    this.count += 1
  }

  /** Adds the keys of the entries after the last one. */
  addAll(keys: Uint32Array): void {
    for (const key of keys) this.add(key)
  }

  /** Adds the positions with a key to a list. */
  collect(key: number, found: Array<number>): void {
    const mask = this.keys.length - 1
    for (let slot = this.slotOf(key); this.places[slot] !== 0; slot = (slot + 1) & mask)
      if (this.keys[slot] === key) found.push(this.places[slot] as number)
  }

  // A multiplication mixes the key into its upper bits.
  private slotOf(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> this.shift
  }

  private put(key: number, position: number): void {
    const mask = this.keys.length - 1
    let slot = this.slotOf(key)
    while (this.places[slot] !== 0) slot = (slot + 1) & mask
    this.keys[slot] = key
    this.places[slot] = position
  }

  private grow(): void {
    const [keys, places] = [this.keys, this.places]
    this.keys = new Uint32Array(keys.length * 2)
    this.places = new Uint32Array(keys.length * 2)
    this.shift -= 1
    for (let slot = 0; slot < keys.length; slot++)
      if (places[slot] !== 0) this.put(keys[slot] as number, places[slot] as number)
  }
}
