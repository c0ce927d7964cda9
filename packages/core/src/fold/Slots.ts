/**
 * The dictionary of a journal: every place that ever had an amount, and every slot, which is a place in a year.
 *
 * Both are numbered in order of appearance. A grid with one row per place and one column per year finds a slot.
 */
import { key, type Place } from "../value/BudgetLine.ts"
import type { Year } from "../value/Year.ts"

/** A place, by number, in a year. Each slot has one balance. */
export interface Slot {
  readonly place: number
  readonly year: Year
}

const none = 0xffff_ffff

/** Places and slots by number; they only grow. */
export class Slots {
  readonly places: Array<Place>
  readonly list: Array<Slot>
  /** The place and the year of each slot in arrays of their own, for loops over all slots. */
  readonly placeOfSlot: Array<number>
  readonly yearOfSlot: Array<Year>

  private readonly placeIds: Map<string, number>
  /** The numbers by object identity, for readers that return the same object for the same place. */
  private readonly placeObjects: Map<Place, number>
  /** The years that occur, numbered in order of appearance. */
  private readonly yearIds: Map<Year, number>
  private stride: number
  private grid: Uint32Array

  /** Makes an independent copy; without places and slots by default. */
  constructor(from?: Slots) {
    this.places = from?.places.slice() ?? []
    this.list = from?.list.slice() ?? []
    this.placeOfSlot = from?.placeOfSlot.slice() ?? []
    this.yearOfSlot = from?.yearOfSlot.slice() ?? []
    this.placeIds = new Map(from?.placeIds)
    this.placeObjects = new Map(from?.placeObjects)
    this.yearIds = new Map(from?.yearIds)
    this.stride = from?.stride ?? 8
    this.grid = from?.grid.slice() ?? new Uint32Array(64 * 8).fill(none)
  }

  /** Returns the number of a place; a new place gets the next number. */
  placeOf(place: Place): number {
    const same = this.placeObjects.get(place)
    if (same !== undefined) return same
    const text = key(place)
    const known = this.placeIds.get(text)
    if (known !== undefined) return known
    const id = this.places.push(place) - 1
    this.placeIds.set(text, id)
    this.placeObjects.set(place, id)
    if ((id + 1) * this.stride > this.grid.length) this.resizeGrid(this.stride)
    return id
  }

  /** Returns the number of the slot of a place, by number, in a year; a new slot gets the next number. */
  of(place: number, year: Year): number {
    let column = this.yearIds.get(year)
    if (column === undefined) {
      column = this.yearIds.size
      this.yearIds.set(year, column)
      if (column === this.stride) this.resizeGrid(this.stride * 2)
    }
    const known = this.grid[place * this.stride + column] as number
    if (known !== none) return known
    const id = this.list.push({ place, year }) - 1
    this.placeOfSlot.push(place)
    this.yearOfSlot.push(year)
    this.grid[place * this.stride + column] = id
    return id
  }

  /** Returns the slot of a place in a year; undefined if it never had an amount. */
  find(place: Place, year: Year): number | undefined {
    const id = this.placeIds.get(key(place))
    return id === undefined ? undefined : this.findByPlace(id, year)
  }

  /** Returns the slot of a place, by number, in a year; undefined if it never had an amount. */
  findByPlace(place: number, year: Year): number | undefined {
    const id = this.grid[place * this.stride + (this.yearIds.get(year) ?? Number.NaN)]
    return id === none ? undefined : id
  }

  private resizeGrid(stride: number): void {
    const grid = new Uint32Array(this.places.length * 2 * stride).fill(none)
    for (let id = 0; id < this.places.length; id++)
      grid.set(this.grid.subarray(id * this.stride, (id + 1) * this.stride), id * stride)
    this.stride = stride
    this.grid = grid
  }
}
