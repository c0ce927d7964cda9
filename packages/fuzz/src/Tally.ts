/** Counts of each kind of failure of a campaign, and its first failures. */

/** One failure, with everything needed to reproduce it. */
export interface TalliedFinding<Failure extends string> {
  readonly failure: Failure
  /** The number of the mutant that failed, from 0. */
  readonly run: number
  readonly detail: string
  /** The bytes of the mutant, in base64. */
  readonly input: string
}

/** What a campaign counts. All counts must be 0. */
export interface Tally<Failure extends string> {
  readonly counts: ReadonlyMap<Failure, number>
  readonly findings: ReadonlyArray<TalliedFinding<Failure>>
}

/** A failure of a mutant: its kind, and in words what is wrong. */
export type Fail<Failure extends string> = (failure: Failure, detail: string) => void

/** Begins to count. The first 20 failures are kept. */
export const begin = <Failure extends string>(failures: ReadonlyArray<Failure>) => {
  const counts = new Map(failures.map((failure) => [failure, 0]))
  const findings: Array<TalliedFinding<Failure>> = []
  return {
    counts,
    findings,
    /** Returns what counts the failures of a mutant. */
    of:
      (run: number, bytes: Uint8Array): Fail<Failure> =>
      (failure, detail) => {
        counts.set(failure, (counts.get(failure) ?? 0) + 1)
        if (findings.length < 20)
          findings.push({ failure, run, detail, input: Buffer.from(bytes).toString("base64") })
      },
  }
}
