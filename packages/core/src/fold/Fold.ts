/**
 * The loop that adds amounts to the sums of their slots, four at a time. Most of the time of a fold is spent in it.
 *
 * `bench` measures two optimisations. The loop closes over the sums, so that V8 treats their address as a constant. It
 * reads four postings before it writes any, so that V8 checks the bounds of the other two arrays once for four. No code
 * follows the loop: V8 compiles a loop while it runs, and discards the compiled code when it reaches code that never ran.
 */
import * as Halves from "../value/Halves.ts"

/** A loop over the postings of a chunk from one index up to another. */
type Loop = (cell: Uint32Array, amount: BigInt64Array, from: number, until: number) => void

/** Two loops, with the sums to which they add amounts and from which they subtract them. */
interface Kernel {
  readonly sums: BigInt64Array
  readonly fold: Loop
  readonly unfold: Loop
}

const kernelOf = (sums: BigInt64Array): Kernel => ({
  sums,
  fold: (cell, amount, from, until) => {
    const start = from + ((until - from) & 3)
    for (let i = from; i < start; i++) {
      const id = cell[i] as number
      sums[id] = (sums[id] as bigint) + (amount[i] as bigint)
    }
    for (let i = start; i < until; i += 4) {
      const a = cell[i] as number
      const b = cell[i + 1] as number
      const c = cell[i + 2] as number
      const d = cell[i + 3] as number
      const w = amount[i] as bigint
      const x = amount[i + 1] as bigint
      const y = amount[i + 2] as bigint
      const z = amount[i + 3] as bigint
      sums[a] = (sums[a] as bigint) + w
      sums[b] = (sums[b] as bigint) + x
      sums[c] = (sums[c] as bigint) + y
      sums[d] = (sums[d] as bigint) + z
    }
  },
  unfold: (cell, amount, from, until) => {
    for (let i = from; i < until; i++) {
      const id = cell[i] as number
      sums[id] = (sums[id] as bigint) - (amount[i] as bigint)
    }
  },
})

// All ledgers share one kernel, one fold at a time; a ledger with more slots replaces it.
let kernel = kernelOf(new BigInt64Array(65_536))

/** Postings in chunks: chunk `n` has the postings from `n * size` on. `cell` has their slots, `amount` their micro-euro. */
export interface Postings {
  readonly cell: ReadonlyArray<Uint32Array>
  readonly amount: ReadonlyArray<BigInt64Array>
  readonly size: number
}

/**
 * Returns the balances of a number of slots after `until` postings, from known balances after `from` postings: the postings
 * between them are added, or subtracted when the known balances are the later ones.
 */
export const balances = (
  postings: Postings,
  start: { readonly from: number; readonly balances: BigInt64Array | undefined },
  until: number,
  cells: number,
): BigInt64Array => {
  if (cells > kernel.sums.length) kernel = kernelOf(new BigInt64Array(cells * 2))
  const { sums, fold, unfold } = kernel
  sums.fill(0n, 0, cells)
  if (start.balances !== undefined) sums.set(start.balances)
  const [first, last, loop] = start.from <= until ? [start.from, until, fold] : [until, start.from, unfold]
  const { size } = postings
  for (let at = first; at < last; ) {
    const chunk = Math.floor(at / size)
    const end = Math.min(last, (chunk + 1) * size)
    loop(
      postings.cell[chunk] as Uint32Array,
      postings.amount[chunk] as BigInt64Array,
      at - chunk * size,
      end - chunk * size,
    )
    at = end
  }
  return sums.slice(0, cells)
}

/** Adds the postings from one index up to another to balances: one by one when they are few, four at a time otherwise. */
export const into = (sums: BigInt64Array, postings: Postings, from: number, until: number): void => {
  if (until - from > sums.length) {
    sums.set(balances(postings, { from, balances: sums }, until, sums.length))
    return
  }
  const { cell, amount, size } = postings
  for (let index = from; index < until; index++) {
    const [chunk, at] = [Math.floor(index / size), index % size]
    const id = (cell[chunk] as Uint32Array)[at] as number
    sums[id] = (sums[id] as bigint) + ((amount[chunk] as BigInt64Array)[at] as bigint)
  }
}

/** Returns the sum of the absolute amounts of the first `until` postings, as a float. */
// Reads the halves of an integer as plain numbers: converting each bigint takes ten times as long.
export const size = ({ amount, size }: Postings, until: number): number => {
  let sum = 0
  amount.forEach((values, chunk) => {
    const end = Math.min(values.length, until - chunk * size)
    const halves = Halves.of(values)
    for (let index = 0; index < end; index++) sum += Math.abs(Halves.at(halves, index))
  })
  return sum
}
