/**
 * The one fold: postings in columns of plain numbers, summed as they arrive.
 *
 * This file is the hot loop of the house, which is why it is written with typed arrays. Places and cells (a place
 * in a year) are interned; a posting is a cell and an amount in micro-euro; a chain links each posting to the one
 * before it in the same cell, so that explaining a cell does not depend on the size of the journal. Balances at
 * any position are the nearest checkpoint plus the tail behind it.
 */
import { key, type Place } from "./BudgetLine.ts"
import type { Money } from "./Money.ts"
import type { Posting } from "./Posting.ts"
import type { Year } from "./Year.ts"

/** A place in a year: what one balance is the balance of. */
export interface Cell {
  readonly place: number
  readonly year: Year
}

/** A sum that left the range of a 64-bit integer: 9.2 × 10^12 euro in one cell. */
export interface AmountOverflow {
  readonly _tag: "AmountOverflow"
  readonly place: Place
  readonly year: Year
}

const largest = 2n ** 63n - 1n

/** Balances of all cells after a number of postings. */
interface Checkpoint {
  readonly postings: number
  readonly balances: BigInt64Array
}

/** The columns of one journal; they only grow. */
export class Columns {
  readonly places: Array<Place> = []
  readonly cells: Array<Cell> = []
  /** Entries folded so far. */
  entries = 0
  /** Postings folded so far. */
  postings = 0

  private readonly placeIds = new Map<string, number>()
  private readonly cellIds: Array<Map<Year, number>> = []
  private cell = new Uint32Array(1024)
  private amount = new BigInt64Array(1024)
  /** The posting before it in the same cell, plus one; 0 at the start of a chain. */
  private earlier = new Uint32Array(1024)
  /** By entry: how many postings were there once it was folded. */
  private ends = new Uint32Array(256)
  /** By cell: its last posting, plus one, and its balance. */
  private latest = new Uint32Array(256)
  private balance = new BigInt64Array(256)
  private readonly checkpoints: Array<Checkpoint> = []
  /** The sum of all amounts without sign: while it fits, no cell can overflow. */
  private size = 0n

  /** Folds the postings of the next entry. An overflow folds none of them. */
  append(postings: ReadonlyArray<Posting>): AmountOverflow | undefined {
    for (const { amount } of postings) this.size += amount < 0n ? -amount : amount
    if (this.size > largest) {
      const overflow = this.overflow(postings)
      if (overflow !== undefined) return overflow
    }
    this.makeRoom(postings.length)
    for (const posting of postings) {
      const cell = this.cellOf(this.placeOf(posting.place), posting.year)
      const index = this.postings++
      this.cell[index] = cell
      this.amount[index] = posting.amount
      this.earlier[index] = this.latest[cell] ?? 0
      this.latest[cell] = index + 1
      this.balance[cell] = (this.balance[cell] ?? 0n) + posting.amount
    }
    this.ends[this.entries++] = this.postings
    this.checkpoint()
    return undefined
  }

  /** The balance of every cell that existed at a position, by cell. */
  at(position: number): BigInt64Array {
    const end = this.endOf(position)
    if (end === this.postings) return this.balance.slice(0, this.cells.length)
    const from = this.checkpoints.findLast((checkpoint) => checkpoint.postings <= end)
    const balances = new BigInt64Array(this.cells.length)
    if (from !== undefined) balances.set(from.balances)
    const { cell, amount } = this
    for (let index = from?.postings ?? 0; index < end; index++) {
      const id = cell[index] as number
      balances[id] = (balances[id] as bigint) + (amount[index] as bigint)
    }
    return balances
  }

  /** The postings of a cell between two positions (after the first, up to the second), newest first. */
  *chain(cell: number, after: number, until: number): Generator<number> {
    const first = this.endOf(after)
    const end = this.endOf(until)
    for (let index = this.latest[cell] ?? 0; index > first; index = this.earlier[index - 1] as number) {
      if (index <= end) yield index - 1
    }
  }

  /** The cell, amount and entry of a posting, and its turn among the postings of that entry. */
  posting(index: number): {
    readonly cell: number
    readonly amount: Money
    readonly entry: number
    readonly turn: number
  } {
    const entry = this.entryOf(index)
    return {
      cell: this.cell[index] as number,
      amount: this.amount[index] as Money,
      entry,
      turn: index - this.endOf(entry - 1),
    }
  }

  /** How many postings there were at a position. */
  endOf(position: number): number {
    return position <= 0 ? 0 : (this.ends[Math.min(position, this.entries) - 1] ?? 0)
  }

  /** The cell of a place in a year, if anything ever stood there. */
  findCell(place: Place, year: Year): number | undefined {
    const id = this.placeIds.get(key(place))
    return id === undefined ? undefined : this.cellIds[id]?.get(year)
  }

  /** The cell of a place, by number, in a year. */
  cellOfPlace(place: number, year: Year): number | undefined {
    return this.cellIds[place]?.get(year)
  }

  private placeOf(place: Place): number {
    const text = key(place)
    const known = this.placeIds.get(text)
    if (known !== undefined) return known
    const id = this.places.push(place) - 1
    this.placeIds.set(text, id)
    this.cellIds.push(new Map())
    return id
  }

  private cellOf(place: number, year: Year): number {
    const years = this.cellIds[place] as Map<Year, number>
    const known = years.get(year)
    if (known !== undefined) return known
    const id = this.cells.push({ place, year }) - 1
    years.set(year, id)
    if (id >= this.latest.length) {
      this.latest = grown(this.latest, Uint32Array)
      this.balance = grown(this.balance, BigInt64Array)
    }
    return id
  }

  private makeRoom(more: number): void {
    if (this.entries === this.ends.length) this.ends = grown(this.ends, Uint32Array)
    while (this.postings + more > this.cell.length) {
      this.cell = grown(this.cell, Uint32Array)
      this.amount = grown(this.amount, BigInt64Array)
      this.earlier = grown(this.earlier, Uint32Array)
    }
  }

  // Far enough apart that checkpoints stay small beside the postings they stand for.
  private checkpoint(): void {
    const last = this.checkpoints.at(-1)?.postings ?? 0
    if (this.postings - last < Math.max(16_384, this.cells.length * 4)) return
    this.checkpoints.push({ postings: this.postings, balances: this.balance.slice(0, this.cells.length) })
  }

  private entryOf(index: number): number {
    let low = 1
    let high = this.entries
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.ends[middle - 1] as number) > index) high = middle
      else low = middle + 1
    }
    return low
  }

  private overflow(postings: ReadonlyArray<Posting>): AmountOverflow | undefined {
    const sums = new Map<string, bigint>()
    for (const { place, year, amount } of postings) {
      const cell = this.findCell(place, year)
      const id = `${key(place)}\u001f${year}`
      const sum = (sums.get(id) ?? (cell === undefined ? 0n : (this.balance[cell] as bigint))) + amount
      if (sum > largest || sum < -largest) return { _tag: "AmountOverflow", place, year }
      sums.set(id, sum)
    }
    return undefined
  }
}

const grown = <A extends Uint32Array | BigInt64Array>(old: A, Kind: new (length: number) => A): A => {
  const larger = new Kind(old.length * 2)
  if (old instanceof BigInt64Array && larger instanceof BigInt64Array) larger.set(old)
  else if (old instanceof Uint32Array && larger instanceof Uint32Array) larger.set(old)
  return larger
}
