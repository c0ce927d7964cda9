/** Tries laws and tells what became of them: in plain Node, or as the tests of vitest and others. */
import { type Breach, format as formatBreach, type Law, type Trial, type Verdict } from "./law/Law.ts"

/** What a trial of many laws found. */
export interface Report {
  readonly verdicts: ReadonlyArray<Verdict>
  readonly passed: number
  readonly failed: number
}

/** Tries every law of a set. One that breaks does not keep the others from being tried. */
export const check = (laws: Law | ReadonlyArray<Law>, trial: Trial): Report => {
  const verdicts = [laws].flat().map((law) => law.check(trial))
  const failed = verdicts.filter((verdict) => verdict.counterexample !== undefined).length
  return { verdicts, passed: verdicts.length - failed, failed }
}

/** Declares one test per law, with the `test` of vitest, of `node:test`, or of whatever calls a name and a body. */
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

/** A report as text: a line per law, and the first counter-example of each that broke. */
export const format = ({ verdicts, passed, failed }: Report): string =>
  [...verdicts.map(formatVerdict), `${passed} passed, ${failed} failed`].join("\n")

const formatVerdict = ({ law, runs, seed, counterexample }: Verdict): string => {
  const tried = `(${runs} ${runs === 1 ? "run" : "runs"}, seed ${seed})`
  return counterexample === undefined
    ? `✓ ${law} ${tried}`
    : `✗ ${law} ${tried}\n${indent(formatCase(counterexample.sample, counterexample.breach))}`
}

const formatCase = (sample: string, breach: Breach): string => `${sample}\n${formatBreach(breach)}`

const indent = (text: string): string => text.replace(/^/gmu, "    ")
