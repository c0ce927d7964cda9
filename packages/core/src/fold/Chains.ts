/**
 * Indexes over the postings of a journal: a linked list of the postings of each slot, and checkpoints of all balances.
 *
 * Both are derived from the columns. They are built on first use and extended when the journal grows.
 */
import * as Column from "./Column.ts"
import * as Fold from "./Fold.ts"

/** The state after a number of postings: the balance of every slot, and its last posting plus one. */
export interface BalancePoint {
  readonly postings: number
  readonly balances: BigInt64Array
  readonly latest: Uint32Array
}

/** The chains and checkpoints of one journal. */
export class Chains {
  /** By posting: the previous posting of the same slot plus one; 0 for the first posting of a slot. */
  private earlier = Column.ofNumbers()
  private latest = new Uint32Array(64)
  private readonly checkpoints: Array<BalancePoint> = []

  /** Extends the chains and checkpoints to a number of postings. */
  follow(postings: Fold.Postings, until: number, cells: number): void {
    if (this.earlier.length === until) return
    if (cells > this.latest.length)
      this.latest = Column.resized(this.latest, Math.max(cells, this.latest.length * 2), Uint32Array)
    // A checkpoint takes less memory than the postings between it and the next one.
    const apart = Math.max(Column.chunkSize, cells * 4)
    while (this.earlier.length < until) {
      const due = (this.checkpoints.at(-1)?.postings ?? 0) + apart
      this.link(postings, Math.min(until, due))
      if (due <= until) this.check(postings, due, cells)
    }
  }

  /** Returns the previous posting of the same slot plus one; 0 when there is none. */
  before(posting: number): number {
    return this.earlier.at(posting)
  }

  /** Returns the checkpoint nearest to a number of postings, before or after it; undefined when the first posting is nearer. */
  nearest(postings: number): BalancePoint | undefined {
    const count = this.countUntil(postings)
    const [before, after] = [this.checkpoints[count - 1], this.checkpoints[count]]
    const isAfterNearer =
      after !== undefined && after.postings - postings < postings - (before?.postings ?? 0)
    return isAfterNearer ? after : before
  }

  /**
   * Returns the last posting of a slot, plus one, at the first checkpoint from a number of postings on; at the end when there
   * is no such checkpoint.
   */
  latestBehind(postings: number, cell: number): number {
    return (this.checkpoints[this.countUntil(postings - 1)]?.latest ?? this.latest)[cell] ?? 0
  }

  /** Returns an independent copy; full chunks are shared. */
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

  /** Returns the number of checkpoints after at most a number of postings. */
  private countUntil(postings: number): number {
    return Column.countWhile(
      this.checkpoints.length,
      (index) => (this.checkpoints[index] as BalancePoint).postings <= postings,
    )
  }
}
