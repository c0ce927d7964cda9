/** Reproducible random draws: the same seed gives the same draws. */
import * as Random from "@grootboek/testing/Random"

export interface Chance {
  /** Returns a whole number from 0 up to, not including, a limit. */
  readonly below: (limit: number) => number
  readonly of: <A>(choices: ReadonlyArray<A>) => A
  /** Returns true in one draw of so many, on average. */
  readonly in: (parts: number) => boolean
}

/** Returns the draws of a seed. */
export const from = (seed: number): Chance => {
  const next = Random.from(seed)
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
