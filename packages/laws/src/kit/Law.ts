/** A law as a value: its statement, its reason, its generator and its check. */
import { Money } from "@grootboek/core"
import * as fc from "fast-check"
import * as TextTable from "./TextTable.ts"

/** How a sample breaks a law. */
export interface Breach {
  readonly what: string
  readonly expected?: string
  readonly found?: string
  readonly table?: TextTable.TextTable
}

/** How often a law is tried, and the seed that repeats the run. */
export interface Trial {
  readonly runs: number
  readonly seed: number
  /** The path of a counterexample, as a report prints it: checks that sample alone. */
  readonly path?: string
}

export interface Counterexample {
  readonly sample: string
  readonly breach: Breach
  /** Replays this sample, with the seed of the run; undefined when every sample was skipped. */
  readonly path: string | undefined
}

export interface LawVerdict {
  readonly law: string
  readonly runs: number
  readonly seed: number
  /** The smallest counterexample, and how it breaks the law; undefined when the law holds. */
  readonly counterexample: Counterexample | undefined
}

/** A law. Nothing runs until `check` is called. */
export interface Law {
  readonly name: string
  readonly note: string
  readonly arbitrary: fc.Arbitrary<unknown>
  readonly breaks: (sample: never) => Breach | undefined
  readonly check: (trial: Trial) => LawVerdict
}

/** The generator of a law, its check, and how a sample is shown. */
export interface LawDefinition<A> {
  readonly arbitrary: fc.Arbitrary<A>
  readonly breaks: (sample: A) => Breach | undefined
  readonly show?: (sample: A) => string
}

/**
 * Makes a law. An exception in `breaks` counts as a breach.
 *
 * `fc.pre(false)` in `breaks` skips a sample. A law that skips almost all samples fails: it tests nothing.
 */
export const law = <A>(name: string, note: string, facts: LawDefinition<A>): Law => ({
  name,
  note,
  get arbitrary() {
    return facts.arbitrary
  },
  breaks: facts.breaks,
  check: ({ runs, seed, path }) => {
    const holds = fc.property(facts.arbitrary, (sample) => breachOf(facts, sample) === undefined)
    const { failed, counterexample, ...details } = fc.check(holds, {
      numRuns: runs,
      seed,
      maxSkipsPerRun: 10,
      // A replayed sample is not shrunk again.
      ...(path === undefined ? {} : { path, endOnFailure: true }),
    })
    const verdict = { law: name, runs: details.numRuns, seed }
    if (!failed) return { ...verdict, counterexample: undefined }
    if (counterexample === null) return { ...verdict, counterexample: unused(details.numSkips) }
    const [sample] = counterexample
    const breach = breachOf(facts, sample) ?? { what: "the sample breaks the law in some runs only" }
    const found = { sample: shown(facts, sample), breach, path: details.counterexamplePath ?? undefined }
    return { ...verdict, counterexample: found }
  },
})

const unused = (skipped: number): Counterexample => ({
  sample: `${skipped} samples were skipped`,
  breach: { what: "the law tests nothing: its rule was refused, or did not apply, in almost every sample" },
  path: undefined,
})

/** Returns a breach when two values differ, compared by their text. */
export const differs = (what: string, found: unknown, expected: unknown): Breach | undefined => {
  const [left, right] = [text(found), text(expected)]
  return left === right ? undefined : { what, found: left, expected: right }
}

/** Returns a breach when two amounts differ. */
export const amountsDiffer = (what: string, found: Money.Money, expected: Money.Money): Breach | undefined =>
  differs(what, Money.format(found), Money.format(expected))

/** Returns the first breach among items, checked one by one. */
export const firstOf = <A>(
  items: Iterable<A>,
  breaks: (item: A) => Breach | undefined,
): Breach | undefined => {
  for (const item of items) {
    const breach = breaks(item)
    if (breach !== undefined) return breach
  }
  return undefined
}

export const format = ({ what, expected, found, table }: Breach): string =>
  [
    what,
    ...(expected === undefined ? [] : [`  expected ${expected}`]),
    ...(found === undefined ? [] : [`  found    ${found}`]),
    ...(table === undefined ? [] : [TextTable.format(table)]),
  ].join("\n")

const text = (value: unknown): string => (typeof value === "string" ? value : fc.stringify(value))

// A counterexample may also make its own `show` throw.
const shown = <A>({ show = fc.stringify }: LawDefinition<A>, sample: A): string => {
  try {
    return show(sample)
  } catch {
    return fc.stringify(sample)
  }
}

const breachOf = <A>(facts: LawDefinition<A>, sample: A): Breach | undefined => {
  try {
    return facts.breaks(sample)
  } catch (cause) {
    if (fc.PreconditionFailure.isFailure(cause)) throw cause
    return { what: `it threw ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}` }
  }
}
