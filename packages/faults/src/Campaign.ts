/** A row of the fault model: the fault, the guarantee, and how it is measured. */

/** The size of a campaign and its seed. The same seed makes the same choices. */
export interface Effort {
  readonly seed: number
  /** 1 in CI; a factor for the repetitions of the long run. */
  readonly scale: number
}

/** The measurement as text, and whether the guarantee held. */
export interface Measure {
  readonly figure: string
  readonly holds: boolean
}

export interface Campaign {
  readonly fault: string
  readonly promise: string
  /** Returns the packages that it needs and that are not installed; then it is not run. */
  readonly missing?: () => ReadonlyArray<string>
  /** Left out of a short run, unless `--only` names it. */
  readonly isLong?: boolean
  readonly run: (effort: Effort) => Promise<Measure>
}

/** Runs tasks two at a time, because the smallest supported machine has two cores. */
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
