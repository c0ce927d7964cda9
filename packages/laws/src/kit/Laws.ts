/** Tries laws and reports the results, in plain Node or as tests of vitest and other runners. */
import { type Counterexample, format as formatBreach, type Law, type LawVerdict, type Trial } from "./Law.ts"

/** The results of trying several laws. */
export interface LawReport {
  readonly verdicts: ReadonlyArray<LawVerdict>
  readonly passed: number
  readonly failed: number
}

export const check = (laws: Law | ReadonlyArray<Law>, trial: Trial): LawReport => {
  const verdicts = [laws].flat().map((law) => law.check(trial))
  const failed = verdicts.filter((verdict) => verdict.counterexample !== undefined).length
  return { verdicts, passed: verdicts.length - failed, failed }
}

/** Declares one test per law, with the `test` function of vitest, `node:test` or any other runner. */
export const suite = (
  test: (name: string, body: () => void) => unknown,
  laws: ReadonlyArray<Law>,
  trial: Trial,
): void => {
  for (const law of laws) {
    test(law.name, () => {
      const verdict = law.check(trial)
      if (verdict.counterexample !== undefined) throw new Error(`${law.note}\n${formatVerdict(verdict)}`)
    })
  }
}

/** Formats a report: a line per law, and the counterexample of each law that fails. */
export const format = ({ verdicts, passed, failed }: LawReport): string =>
  [...verdicts.map(formatVerdict), `${passed} passed, ${failed} failed`].join("\n")

const formatVerdict = ({ law, runs, seed, counterexample }: LawVerdict): string => {
  const tried = `(${runs} ${runs === 1 ? "run" : "runs"}, seed ${seed})`
  return counterexample === undefined
    ? `✓ ${law} ${tried}`
    : `✗ ${law} ${tried}\n${indent(formatCase(counterexample, seed))}`
}

const formatCase = ({ sample, breach, path }: Counterexample, seed: number): string =>
  [
    sample,
    formatBreach(breach),
    ...(path === undefined
      ? []
      : [`replay with Laws.check(law, { runs: 1, seed: ${seed}, path: "${path}" })`]),
  ].join("\n")

const indent = (text: string): string => text.replace(/^/gmu, "    ")
