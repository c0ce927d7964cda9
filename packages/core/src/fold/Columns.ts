/**
 * The fold: postings in columns of plain numbers.
 *
 * Places and slots (a place in a year) are interned; a posting is a slot and an amount in micro-euro. The balances at a
 * position are those of the nearest checkpoint, plus or minus the postings between. A chain lists the postings of each slot.
 *
 * ```ts
 * const columns = new Columns.Columns()
 * columns.append([Posting.change({ ...rent, phase: "estimate" }, "2026", "250.00")])
 * [columns.entries, columns.postings] // => [1, 1]
 * Money.format(Money.ofMicros(columns.at(1)[0] ?? 0n)) // => "250.00"
 * ```
 */

import type { Changes, Posting } from "../event/Posting.ts"
import { key, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import { Chains } from "./Chains.ts"
import * as Column from "./Column.ts"
import * as Fold from "./Fold.ts"
import { type Slot, Slots } from "./Slots.ts"

/** A sum outside the range of a 64-bit integer of micro-euro: more than 9.2 × 10^12 euro in one slot. */
export interface AmountOverflow {
  readonly _tag: "AmountOverflow"
  readonly place: Place
  readonly year: Year
}

/** The columns as a snapshot stores them: only what cannot be computed from the rest. */
export interface ColumnParts {
  readonly places: ReadonlyArray<Place>
  /** The slots. */
  readonly cells: ReadonlyArray<Slot>
  /** By posting: its slot. */
  readonly cell: Column.Column<Uint32Array>
  /** By posting: its amount in micro-euro. */
  readonly amount: Column.AmountColumn
  /** By entry: the number of postings up to it. */
  readonly ends: Column.Column<Uint32Array>
}

const largest = 2n ** 63n - 1n
// Below this bound, rounding in a sum of floats cannot hide an overflow.
const surelyFits = 2 ** 62

/** The columns of one journal; they only grow. */
export class Columns {
  private dictionary = new Slots()
  private cell = Column.ofNumbers()
  private amount = Column.ofAmounts()
  /** By entry: the number of postings after it was folded. */
  private ends = Column.ofNumbers()
  private chains = new Chains()
  /** The balance of each slot after `summed` postings; later postings are added when a balance is read. */
  private balance = new BigInt64Array(64)
  private summed = 0
  /** The sum of all absolute amounts, as a float: while it fits in 64 bits, no slot can overflow. */
  private size = 0

  /** Every place that ever had an amount, by number. */
  get places(): ReadonlyArray<Place> {
    return this.dictionary.places
  }

  /** Every slot, by number. */
  get cells(): ReadonlyArray<Slot> {
    return this.dictionary.list
  }

  /** The place of each slot, for loops over all slots. */
  get cellPlaces(): ReadonlyArray<number> {
    return this.dictionary.placeOfSlot
  }

  /** The year of each slot, for loops over all slots. */
  get cellYears(): ReadonlyArray<Year> {
    return this.dictionary.yearOfSlot
  }

  /** Entries folded so far. */
  get entries(): number {
    return this.ends.length
  }

  /** Postings folded so far. */
  get postings(): number {
    return this.cell.length
  }

  /** Folds the postings of the next entry. Folds none of them and returns the overflow when a slot would overflow. */
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
      // The postings of an event usually share one place.
      if (posting.place !== place) id = this.dictionary.placeOf(posting.place)
      place = posting.place
      this.cell.push(this.dictionary.of(id, posting.year))
      this.amount.push(posting.amount)
    }
    this.ends.push(this.postings)
    return undefined
  }

  /** Folds an entry that changes one place only, the most frequent case, without an object for each posting. */
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

  /** Returns the balance of every slot at a position. */
  at(position: number): BigInt64Array {
    const end = this.endOf(position)
    if (end === this.postings) return this.balances.slice(0, this.cells.length)
    const nearest = this.linked.nearest(end)
    const start = { from: nearest?.postings ?? 0, balances: nearest?.balances }
    return Fold.balances(this.chunks, start, end, this.cells.length)
  }

  /** Returns the balances at the end, folded again from the first posting. */
  refold(): BigInt64Array {
    return Fold.balances(this.chunks, { from: 0, balances: undefined }, this.postings, this.cells.length)
  }

  /** Returns the balance of one slot at the end. */
  last(cell: number): bigint {
    return this.balances[cell] ?? 0n
  }

  /** Returns whether every sum of balances times a factor up to this one fits in 64 bits. */
  fits(factor: number): boolean {
    return this.size * factor < surelyFits
  }

  /** Returns the indexes of the postings of a slot after one position and up to another, newest first. */
  *chain(cell: number, after: number, until: number): Generator<number> {
    const first = this.endOf(after)
    const end = this.endOf(until)
    const chains = this.linked
    // Starts at the first checkpoint after the range, so that later postings are not visited.
    for (let index = chains.latestBehind(end, cell); index > first; index = chains.before(index - 1)) {
      if (index <= end) yield index - 1
    }
  }

  /** Returns the slot, amount and entry of a posting, and its index among the postings of that entry. */
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

  /** Returns the slot of a posting. */
  cellOfPosting(index: number): number {
    return this.cell.at(index)
  }

  /** Returns the amount of a posting in micro-euro. */
  amountOf(index: number): bigint {
    return this.amount.at(index)
  }

  /** Returns the number of postings up to a position. */
  endOf(position: number): number {
    return position <= 0 || this.entries === 0 ? 0 : this.ends.at(Math.min(position, this.entries) - 1)
  }

  /** Returns the slot of a place in a year; undefined if it never had an amount. */
  findCell(place: Place, year: Year): number | undefined {
    return this.dictionary.find(place, year)
  }

  /** Returns the slot of a place, by number, in a year; undefined if it never had an amount. */
  cellOfPlace(place: number, year: Year): number | undefined {
    return this.dictionary.findByPlace(place, year)
  }

  /**
   * Returns an independent copy; full chunks are shared, so the cost depends on the number of slots and not on the length of
   * the journal.
   */
  copy(): Columns {
    const out = new Columns()
    out.dictionary = new Slots(this.dictionary)
    out.cell = this.cell.copy()
    out.amount = this.amount.copy()
    out.ends = this.ends.copy()
    out.chains = this.chains.copy()
    out.size = this.size
    out.balance = this.balance.slice()
    out.summed = this.summed
    return out
  }

  /** The parts that a snapshot stores. */
  get parts(): ColumnParts {
    const { places, cells, cell, amount, ends } = this
    return { places, cells, cell, amount, ends }
  }

  /** Restores columns from the parts of a snapshot. */
  static of(parts: ColumnParts): Columns {
    const out = new Columns()
    for (const place of parts.places) out.dictionary.placeOf(place)
    for (const { place, year } of parts.cells) out.dictionary.of(place, year)
    out.ends = parts.ends
    out.cell = parts.cell
    out.amount = parts.amount
    out.size = Fold.size(out.chunks, out.postings)
    return out
  }

  /** Returns the balance of each slot at the end. */
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

  /** Returns the chains, extended to the end. */
  private get linked(): Chains {
    this.chains.follow(this.chunks, this.postings, this.cells.length)
    return this.chains
  }

  private get chunks(): Fold.Postings {
    return { cell: this.cell.chunks, amount: this.amount.chunks, size: Column.chunkSize }
  }

  private entryOf(index: number): number {
    return Column.countWhile(this.entries, (entry) => this.ends.at(entry) <= index) + 1
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
