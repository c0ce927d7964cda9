/**
 * What makes a long journal quick to ask: a chain through the postings of each cell, and checkpoints along the way.
 *
 * Both follow from the columns, so they are made when they are first asked for, and then go on from where they were.
 */
import * as Column from "./Column.ts"
import * as Fold from "./Fold.ts"
import { countWhile } from "./Search.ts"

/** What stood after a number of postings: the balance of every cell, and its last posting plus one. */
export interface Checkpoint {
  readonly postings: number
  readonly balances: BigInt64Array
  readonly latest: Uint32Array
}

/** The chains and checkpoints of one journal. */
export class Chains {
  /** The posting before it in the same cell, plus one; 0 at the start of a chain. */
  private earlier = Column.ofNumbers()
  private latest = new Uint32Array(64)
  private readonly checkpoints: Array<Checkpoint> = []

  /** Goes on through the postings that came since. */
  follow(postings: Fold.Postings, until: number, cells: number): void {
    if (this.earlier.length === until) return
    if (cells > this.latest.length)
      this.latest = Column.resized(this.latest, Math.max(cells, this.latest.length * 2), Uint32Array)
    // Far enough apart that checkpoints stay small beside the postings they stand for.
    const apart = Math.max(Column.chunkSize, cells * 4)
    while (this.earlier.length < until) {
      const due = (this.checkpoints.at(-1)?.postings ?? 0) + apart
      this.link(postings, Math.min(until, due))
      if (due <= until) this.check(postings, due, cells)
    }
  }

  /** The posting before one in its cell, plus one; 0 when there is none. */
  before(posting: number): number {
    return this.earlier.at(posting)
  }

  /** The last checkpoint that stands for at most so many postings. */
  upTo(postings: number): Checkpoint | undefined {
    return this.checkpoints[this.countUntil(postings) - 1]
  }

  /** The last posting of a cell, plus one, at the first checkpoint behind so many postings; at the end when there is none. */
  latestBehind(postings: number, cell: number): number {
    return (this.checkpoints[this.countUntil(postings - 1)]?.latest ?? this.latest)[cell] ?? 0
  }

  /** Chains that go on by themselves from here. */
  copy(): Chains {
    const out = new Chains()
    out.earlier = this.earlier.copy()
    out.latest = this.latest.slice()
    out.checkpoints.push(...this.checkpoints)
    return out
  }

  private link({ cell, size }: Fold.Postings, until: number): void {
    const { latest } = this
    for (let index = this.earlier.length; index < until; index++) {
      const id = (cell[Math.floor(index / size)] as Uint32Array)[index % size] as number
      this.earlier.push(latest[id] as number)
      latest[id] = index + 1
    }
  }

  private check(postings: Fold.Postings, until: number, cells: number): void {
    const last = this.checkpoints.at(-1)
    const start = { from: last?.postings ?? 0, balances: last?.balances }
    this.checkpoints.push({
      postings: until,
      balances: Fold.balances(postings, start, until, cells),
      latest: this.latest.slice(0, cells),
    })
  }

  /** How many checkpoints stand for at most so many postings. */
  private countUntil(postings: number): number {
    return countWhile(
      this.checkpoints.length,
      (index) => (this.checkpoints[index] as Checkpoint).postings <= postings,
    )
  }
}
