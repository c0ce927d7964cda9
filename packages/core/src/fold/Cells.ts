/**
 * The dictionary of a journal: every place that an amount ever stood at, and every cell, which is a place in a year.
 *
 * Both are numbered by turn. The cell of a place in a year is found in a grid, one row a place and one column a year.
 */
import { key, type Place } from "../value/BudgetLine.ts"
import type { Year } from "../value/Year.ts"

/** A place in a year: what one balance is the balance of. */
export interface Cell {
  readonly place: number
  readonly year: Year
}

const nowhere = 0xffff_ffff

/** Places and cells by number; they only grow. */
export class Cells {
  readonly places: Array<Place> = []
  readonly list: Array<Cell> = []
  /** The place and the year of each cell once more, for loops over all cells. */
  readonly placeOfCell: Array<number> = []
  readonly yearOfCell: Array<Year> = []

  private readonly placeIds = new Map<string, number>()
  /** The same by object, for readers that hand out one object per place. */
  private readonly placeObjects = new Map<Place, number>()
  /** The years that occur, by turn. */
  private readonly turns = new Map<Year, number>()
  private stride = 8
  private grid = new Uint32Array(64 * 8).fill(nowhere)

  /** The number of a place; a place that was never met gets the next one. */
  placeOf(place: Place): number {
    const same = this.placeObjects.get(place)
    if (same !== undefined) return same
    const text = key(place)
    const known = this.placeIds.get(text)
    if (known !== undefined) return known
    const id = this.places.push(place) - 1
    this.placeIds.set(text, id)
    this.placeObjects.set(place, id)
    if ((id + 1) * this.stride > this.grid.length) this.layGrid(this.stride)
    return id
  }

  /** The cell of a place, by number, in a year; a new one if nothing ever stood there. */
  of(place: number, year: Year): number {
    let turn = this.turns.get(year)
    if (turn === undefined) {
      turn = this.turns.size
      this.turns.set(year, turn)
      if (turn === this.stride) this.layGrid(this.stride * 2)
    }
    const known = this.grid[place * this.stride + turn] as number
    if (known !== nowhere) return known
    const id = this.list.push({ place, year }) - 1
    this.placeOfCell.push(place)
    this.yearOfCell.push(year)
    this.grid[place * this.stride + turn] = id
    return id
  }

  /** The cell of a place in a year, if anything ever stood there. */
  find(place: Place, year: Year): number | undefined {
    const id = this.placeIds.get(key(place))
    return id === undefined ? undefined : this.findByPlace(id, year)
  }

  /** The cell of a place, by number, in a year, if anything ever stood there. */
  findByPlace(place: number, year: Year): number | undefined {
    const turn = this.turns.get(year)
    const id = turn === undefined ? nowhere : this.grid[place * this.stride + turn]
    return id === nowhere ? undefined : id
  }

  private layGrid(stride: number): void {
    const grid = new Uint32Array(this.places.length * 2 * stride).fill(nowhere)
    for (let at = 0; at < this.grid.length && Math.floor(at / this.stride) < this.places.length; at++) {
      grid[Math.floor(at / this.stride) * stride + (at % this.stride)] = this.grid[at] as number
    }
    this.stride = stride
    this.grid = grid
  }
}
