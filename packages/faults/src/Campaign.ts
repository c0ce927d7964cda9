/** A row of the fault model: the fault, what is promised, and how to measure it. */

/** How much to do, and from which seed; the same seed does the same. */
export interface Effort {
  readonly seed: number
  /** 1 in CI; the long run does more of what can be done more often. */
  readonly scale: number
}

/** What was measured: in words with its numbers, and whether the promise held. */
export interface Measure {
  readonly figure: string
  readonly holds: boolean
}

/** A fault with its promise. */
export interface Campaign {
  readonly fault: string
  readonly promise: string
  readonly run: (effort: Effort) => Promise<Measure>
}

/** Numbers between 0 and 1 from a seed (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs tasks two at a time: the smallest machine that this is for has two cores. */
export const inPairs = async <A>(tasks: ReadonlyArray<() => Promise<A>>): Promise<ReadonlyArray<A>> => {
  const results: Array<A> = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < tasks.length; at = next++) {
      const task = tasks[at]
      if (task !== undefined) results[at] = await task()
    }
  }
  await Promise.all([lane(), lane()])
  return results
}
