/**
 * The one fold: postings in columns of plain numbers, summed as they arrive.
 *
 * Places and cells (a place in a year) are interned; a posting is a cell and an amount in micro-euro; a chain links
 * each posting to the one before it in the same cell, so that explaining a cell does not depend on the size of the
 * journal. What stands at any position is the nearest checkpoint plus the tail behind it.
 */
import { key, type Place } from "./BudgetLine.ts"
import { type Cell, Cells } from "./Cells.ts"
import * as Column from "./Column.ts"
import * as Fold from "./Fold.ts"
import type { Money } from "./Money.ts"
import type { Posting } from "./Posting.ts"
import { countWhile } from "./Search.ts"
import type { Year } from "./Year.ts"

/** A sum that left the range of a 64-bit integer: 9.2 × 10^12 euro in one cell. */
export interface AmountOverflow {
  readonly _tag: "AmountOverflow"
  readonly place: Place
  readonly year: Year
}

/** What stood after a number of postings: the balance of every cell, and its last posting plus one. */
interface Checkpoint {
  readonly postings: number
  readonly balances: BigInt64Array
  readonly latest: Uint32Array
}

/** The columns as they are stored: what cannot be computed from the rest is in it, and nothing else. */
export interface Parts {
  readonly places: ReadonlyArray<Place>
  readonly cells: ReadonlyArray<Cell>
  readonly cell: Column.Column<Uint32Array>
  readonly amount: Column.Column<BigInt64Array>
  readonly ends: Column.Column<Uint32Array>
}

const largest = 2n ** 63n - 1n
// Below this, a sum of floats has not rounded far enough to hide an overflow.
const surelyFits = 2 ** 62

/** The columns of one journal; they only grow. */
export class Columns {
  private readonly dictionary = new Cells()
  private cell = Column.ofNumbers()
  private amount = Column.ofAmounts()
  /** The posting before it in the same cell, plus one; 0 at the start of a chain. */
  private earlier = Column.ofNumbers()
  /** By entry: how many postings there were once it was folded. */
  private ends = Column.ofNumbers()
  private latest = new Uint32Array(64)
  private balance = new BigInt64Array(64)
  private readonly checkpoints: Array<Checkpoint> = []
  /** Whether chains and checkpoints are there: columns that were read back make them when they are first asked for. */
  private isLinked = true
  /** At least the sum of all amounts without sign: while it fits, no cell can overflow. */
  private size = 0

  /** Every place that an amount ever stood at, by number. */
  get places(): ReadonlyArray<Place> {
    return this.dictionary.places
  }

  /** Every cell, by number. */
  get cells(): ReadonlyArray<Cell> {
    return this.dictionary.list
  }

  /** The place of each cell, for loops over all cells. */
  get cellPlaces(): ReadonlyArray<number> {
    return this.dictionary.placeOfCell
  }

  /** The year of each cell, for loops over all cells. */
  get cellYears(): ReadonlyArray<Year> {
    return this.dictionary.yearOfCell
  }

  /** Entries folded so far. */
  get entries(): number {
    return this.ends.length
  }

  /** Postings folded so far. */
  get postings(): number {
    return this.cell.length
  }

  /** Folds the postings of the next entry. An overflow folds none of them. */
  append(postings: ReadonlyArray<Posting>): AmountOverflow | undefined {
    this.link()
    let size = this.size
    for (const { amount } of postings) size += Math.abs(Number(amount))
    if (size > surelyFits) {
      const overflow = this.overflow(postings)
      if (overflow !== undefined) return overflow
    }
    this.size = size
    let place: Place | undefined
    let id = 0
    for (const posting of postings) {
      // The postings of an event mostly share one place.
      if (posting.place !== place) id = this.dictionary.placeOf(posting.place)
      place = posting.place
      this.put(this.dictionary.of(id, posting.year), posting.amount)
    }
    this.ends.push(this.postings)
    this.checkpoint(this.postings)
    return undefined
  }

  /** The balance of every cell that exists, at a position. */
  at(position: number): BigInt64Array {
    const end = this.endOf(position)
    if (end === this.postings) return this.balance.slice(0, this.cells.length)
    this.link()
    const before = this.before(end)
    const start = { from: before?.postings ?? 0, balances: before?.balances }
    return Fold.balances(this.chunks, start, end, this.cells.length)
  }

  /** The same balances, folded from the first posting on as if nothing were known. */
  refold(): BigInt64Array {
    return Fold.balances(this.chunks, { from: 0, balances: undefined }, this.postings, this.cells.length)
  }

  /** The balance of one cell at the end. */
  last(cell: number): bigint {
    return this.balance[cell] ?? 0n
  }

  /** Whether every sum of balances times a factor up to this one fits in 64 bits. */
  fits(factor: number): boolean {
    return this.size * factor < surelyFits
  }

  /** The postings of a cell between two positions (after the first, up to the second), newest first. */
  *chain(cell: number, after: number, until: number): Generator<number> {
    this.link()
    const first = this.endOf(after)
    const end = this.endOf(until)
    // From the first checkpoint behind the stretch, so that what came later costs nothing.
    const start = this.checkpoints[this.countUntil(end - 1)]?.latest ?? this.latest
    for (let index = start[cell] ?? 0; index > first; index = this.earlier.at(index - 1)) {
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
      cell: this.cell.at(index),
      amount: this.amount.at(index) as Money,
      entry,
      turn: index - this.endOf(entry - 1),
    }
  }

  /** The cell of a posting alone. */
  cellOfPosting(index: number): number {
    return this.cell.at(index)
  }

  /** The amount of a posting alone. */
  amountOf(index: number): bigint {
    return this.amount.at(index)
  }

  /** How many postings there were at a position. */
  endOf(position: number): number {
    return position <= 0 || this.entries === 0 ? 0 : this.ends.at(Math.min(position, this.entries) - 1)
  }

  /** The cell of a place in a year, if anything ever stood there. */
  findCell(place: Place, year: Year): number | undefined {
    return this.dictionary.find(place, year)
  }

  /** The cell of a place, by number, in a year, if anything ever stood there. */
  cellOfPlace(place: number, year: Year): number | undefined {
    return this.dictionary.findByPlace(place, year)
  }

  /** Columns that go on by themselves from here: a branch costs as much as its cells, whatever the journal's length. */
  copy(): Columns {
    this.link()
    const { places, cells, cell, amount, ends } = this
    return Columns.of({
      places,
      cells,
      cell: cell.copy(),
      amount: amount.copy(),
      ends: ends.copy(),
      folded: this,
    })
  }

  /** What a snapshot keeps. */
  get parts(): Parts {
    const { places, cells, cell, amount, ends } = this
    return { places, cells, cell, amount, ends }
  }

  /** Bytes held for postings and entries, dictionaries left out. */
  get bytes(): number {
    const columns = this.cell.bytes + this.amount.bytes + this.earlier.bytes + this.ends.bytes
    return this.checkpoints.reduce(
      (sum, { balances, latest }) => sum + balances.byteLength + latest.byteLength,
      columns,
    )
  }

  /** Columns from what was kept of them. Their balances are folded at once, chains and checkpoints when first asked for. */
  static of(parts: Parts & { readonly folded?: Columns }): Columns {
    const out = new Columns()
    for (const place of parts.places) out.dictionary.placeOf(place)
    for (const { place, year } of parts.cells) out.dictionary.of(place, year)
    out.ends = parts.ends
    out.cell = parts.cell
    out.amount = parts.amount
    const { folded } = parts
    if (folded === undefined) {
      out.isLinked = false
      out.makeRoom(Math.max(64, parts.cells.length))
      out.balance.set(out.refold())
      out.size = Fold.size(out.chunks, out.postings)
    } else {
      out.earlier = folded.earlier.copy()
      out.latest = folded.latest.slice()
      out.balance = folded.balance.slice()
      out.checkpoints.push(...folded.checkpoints)
      out.size = folded.size
    }
    return out
  }

  private put(cell: number, amount: bigint): void {
    this.cell.push(cell)
    this.amount.push(amount)
    this.follow(cell, amount, this.postings)
  }

  private follow(cell: number, amount: bigint, postings: number): void {
    if (cell >= this.balance.length) this.makeRoom(this.balance.length * 2)
    this.earlier.push(this.latest[cell] as number)
    this.latest[cell] = postings
    this.balance[cell] = (this.balance[cell] as bigint) + amount
  }

  private link(): void {
    if (this.isLinked) return
    this.isLinked = true
    this.balance.fill(0n)
    for (let index = 0; index < this.postings; ) {
      const amount = this.amount.at(index)
      this.follow(this.cell.at(index++), amount, index)
      if (index % Column.chunkSize === 0) this.checkpoint(index)
    }
  }

  private makeRoom(cells: number): void {
    this.latest = Column.resized(this.latest, cells, Uint32Array)
    this.balance = Column.resized(this.balance, cells, BigInt64Array)
  }

  private get chunks(): Fold.Postings {
    return { cell: this.cell.chunks, amount: this.amount.chunks, size: Column.chunkSize }
  }

  // Far enough apart that checkpoints stay small beside the postings they stand for.
  private checkpoint(postings: number): void {
    const last = this.checkpoints.at(-1)?.postings ?? 0
    if (postings - last < Math.max(Column.chunkSize, this.cells.length * 4)) return
    const { length } = this.cells
    this.checkpoints.push({
      postings,
      balances: this.balance.slice(0, length),
      latest: this.latest.slice(0, length),
    })
  }

  /** How many checkpoints stand for at most so many postings. */
  private countUntil(postings: number): number {
    return countWhile(
      this.checkpoints.length,
      (index) => (this.checkpoints[index]?.postings ?? 0) <= postings,
    )
  }

  private before(postings: number): Checkpoint | undefined {
    return this.checkpoints[this.countUntil(postings) - 1]
  }

  private entryOf(index: number): number {
    return countWhile(this.entries, (entry) => this.ends.at(entry) <= index) + 1
  }

  private overflow(postings: ReadonlyArray<Posting>): AmountOverflow | undefined {
    const sums = new Map<string, bigint>()
    for (const { place, year, amount } of postings) {
      const cell = this.findCell(place, year)
      const id = `${key(place)}\u001f${year}`
      const sum = (sums.get(id) ?? (cell === undefined ? 0n : this.last(cell))) + amount
      if (sum > largest || sum < -largest) return { _tag: "AmountOverflow", place, year }
      sums.set(id, sum)
    }
    return undefined
  }
}
