/**
 * The one fold: postings in columns of plain numbers, summed as they arrive.
 *
 * Places and cells (a place in a year) are interned; a posting is a cell and an amount in micro-euro. What stands at
 * any position is the nearest checkpoint plus the tail behind it; which postings are those of a cell, its chain knows.
 */

import type { Changes, Posting } from "../event/Posting.ts"
import { key, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import { type Cell, Cells } from "./Cells.ts"
import { Chains } from "./Chains.ts"
import * as Column from "./Column.ts"
import * as Fold from "./Fold.ts"
import { countWhile } from "./Search.ts"

/** A sum that left the range of a 64-bit integer: 9.2 × 10^12 euro in one cell. */
export interface AmountOverflow {
  readonly _tag: "AmountOverflow"
  readonly place: Place
  readonly year: Year
}

/** The columns as they are stored: what cannot be computed from the rest is in it, and nothing else. */
export interface Parts {
  readonly places: ReadonlyArray<Place>
  readonly cells: ReadonlyArray<Cell>
  readonly cell: Column.Column<Uint32Array>
  readonly amount: Column.Amounts
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
  /** By entry: how many postings there were once it was folded. */
  private ends = Column.ofNumbers()
  private chains = new Chains()
  /** The balance of each cell after so many postings; the others are added when a balance is asked for. */
  private balance = new BigInt64Array(64)
  private summed = 0
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
      this.cell.push(this.dictionary.of(id, posting.year))
      this.amount.push(posting.amount)
    }
    this.ends.push(this.postings)
    return undefined
  }

  /** The same for an entry that changes one place only, without an object for each posting: journals are full of them. */
  post(changes: Changes): AmountOverflow | undefined {
    const { place, years, micros } = changes
    let size = this.size
    for (let at = 0; at < micros.length; at++) size += Math.abs(micros[at] as number)
    if (size > surelyFits) return this.append(postingsOf(changes))
    this.size = size
    const id = this.dictionary.placeOf(place)
    for (let at = 0; at < micros.length; at++) {
      this.cell.push(this.dictionary.of(id, years[at] as Year))
      this.amount.pushNumber(micros[at] as number)
    }
    this.ends.push(this.postings)
    return undefined
  }

  /** The balance of every cell that exists, at a position. */
  at(position: number): BigInt64Array {
    const end = this.endOf(position)
    if (end === this.postings) return this.balances.slice(0, this.cells.length)
    const before = this.linked.upTo(end)
    const start = { from: before?.postings ?? 0, balances: before?.balances }
    return Fold.balances(this.chunks, start, end, this.cells.length)
  }

  /** The same balances, folded from the first posting on as if nothing were known. */
  refold(): BigInt64Array {
    return Fold.balances(this.chunks, { from: 0, balances: undefined }, this.postings, this.cells.length)
  }

  /** The balance of one cell at the end. */
  last(cell: number): bigint {
    return this.balances[cell] ?? 0n
  }

  /** Whether every sum of balances times a factor up to this one fits in 64 bits. */
  fits(factor: number): boolean {
    return this.size * factor < surelyFits
  }

  /** The postings of a cell between two positions (after the first, up to the second), newest first. */
  *chain(cell: number, after: number, until: number): Generator<number> {
    const first = this.endOf(after)
    const end = this.endOf(until)
    const chains = this.linked
    // From the first checkpoint behind the stretch, so that what came later costs nothing.
    for (let index = chains.latestBehind(end, cell); index > first; index = chains.before(index - 1)) {
      if (index <= end) yield index - 1
    }
  }

  /** The cell, amount and entry of a posting, and its turn among the postings of that entry. */
  posting(index: number): {
    readonly cell: number
    readonly amount: Money.Money
    readonly entry: number
    readonly turn: number
  } {
    const entry = this.entryOf(index)
    return {
      cell: this.cell.at(index),
      amount: this.amount.at(index) as Money.Money,
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
    const { places, cells, cell, amount, ends } = this
    const parts = { places, cells, cell: cell.copy(), amount: amount.copy(), ends: ends.copy() }
    const out = Columns.from(parts, this.size)
    out.chains = this.chains.copy()
    out.balance = this.balance.slice()
    out.summed = this.summed
    return out
  }

  /** What a snapshot keeps. */
  get parts(): Parts {
    const { places, cells, cell, amount, ends } = this
    return { places, cells, cell, amount, ends }
  }

  /** Columns from what was kept of them. */
  static of(parts: Parts): Columns {
    const { cell, amount } = parts
    const chunks = { cell: cell.chunks, amount: amount.chunks, size: Column.chunkSize }
    return Columns.from(parts, Fold.size(chunks, cell.length))
  }

  private static from(parts: Parts, size: number): Columns {
    const out = new Columns()
    out.size = size
    for (const place of parts.places) out.dictionary.placeOf(place)
    for (const { place, year } of parts.cells) out.dictionary.of(place, year)
    out.ends = parts.ends
    out.cell = parts.cell
    out.amount = parts.amount
    return out
  }

  /** The balance of each cell at the end. */
  private get balances(): BigInt64Array {
    const { postings } = this
    if (this.summed === postings) return this.balance
    const { length } = this.cells
    if (length > this.balance.length)
      this.balance = Column.resized(this.balance, Math.max(length, this.balance.length * 2), BigInt64Array)
    Fold.into(this.balance, this.chunks, this.summed, postings)
    this.summed = postings
    return this.balance
  }

  /** The chains up to the end. */
  private get linked(): Chains {
    this.chains.follow(this.chunks, this.postings, this.cells.length)
    return this.chains
  }

  private get chunks(): Fold.Postings {
    return { cell: this.cell.chunks, amount: this.amount.chunks, size: Column.chunkSize }
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

const postingsOf = ({ place, years, micros }: Changes): ReadonlyArray<Posting> =>
  micros.map((amount, at) => ({
    place,
    year: years[at] as Year,
    amount: Money.ofMicros(BigInt(amount)),
  }))
