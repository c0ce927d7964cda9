/** Reproducible random draws: the same seed gives the same draws. */

export interface Chance {
  /** Returns a whole number from 0 up to, not including, a limit. */
  readonly below: (limit: number) => number
  readonly of: <A>(choices: ReadonlyArray<A>) => A
  readonly in: (parts: number) => boolean
}

/** Returns a generator for a seed (mulberry32). */
export const from = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    of: (choices) => {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new RangeError("nothing to choose from")
      return choice
    },
    in: (parts) => below(parts) === 0,
  }
}
