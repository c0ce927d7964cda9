/** A law: what it says, why it matters, what it is tried on, and what breaks it. */
import * as fc from "fast-check"
import * as Table from "../Table.ts"

/** How a sample breaks a law, in words and figures. */
export interface Breach {
  readonly what: string
  readonly expected?: string
  readonly found?: string
  readonly table?: Table.Table
}

/** How often a law is tried, and the seed that makes the trial repeatable. */
export interface Trial {
  readonly runs: number
  readonly seed: number
}

/** What a trial found. */
export interface Verdict {
  readonly law: string
  readonly runs: number
  readonly seed: number
  /** The smallest sample that was found to break the law, as text, and how; undefined when the law held. */
  readonly counterexample: { readonly sample: string; readonly breach: Breach } | undefined
}

/** A law as a value. It does nothing until it is tried. */
export interface Law {
  readonly name: string
  readonly note: string
  readonly arbitrary: fc.Arbitrary<unknown>
  readonly breaks: (sample: never) => Breach | undefined
  readonly check: (trial: Trial) => Verdict
}

/** What a law is tried on, what breaks it, and how a sample is shown. */
export interface Facts<A> {
  readonly arbitrary: fc.Arbitrary<A>
  readonly breaks: (sample: A) => Breach | undefined
  readonly show?: (sample: A) => string
}

/** Makes a law. An exception in `breaks` breaks it too. */
export const law = <A>(name: string, note: string, facts: Facts<A>): Law => ({
  name,
  note,
  arbitrary: facts.arbitrary,
  breaks: facts.breaks,
  check: ({ runs, seed }) => {
    const holds = fc.property(facts.arbitrary, (sample) => breachOf(facts, sample) === undefined)
    const details = fc.check(holds, { numRuns: runs, seed })
    const [sample] = details.counterexample ?? []
    const verdict = { law: name, runs: details.numRuns, seed }
    if (!details.failed || sample === undefined) return { ...verdict, counterexample: undefined }
    const breach = breachOf(facts, sample) ?? { what: "the sample breaks the law now and then" }
    return { ...verdict, counterexample: { sample: shown(facts, sample), breach } }
  },
})

/** A breach when two values differ, told apart by their text. */
export const differs = (what: string, found: unknown, expected: unknown): Breach | undefined => {
  const [left, right] = [text(found), text(expected)]
  return left === right ? undefined : { what, found: left, expected: right }
}

/** The first breach among many that are looked for one by one. */
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

/** A breach as lines of text. */
export const format = ({ what, expected, found, table }: Breach): string =>
  [
    what,
    ...(expected === undefined ? [] : [`  expected ${expected}`]),
    ...(found === undefined ? [] : [`  found    ${found}`]),
    ...(table === undefined ? [] : [Table.format(table)]),
  ].join("\n")

const text = (value: unknown): string => (typeof value === "string" ? value : fc.stringify(value))

// A sample that breaks a law may break its own telling too.
const shown = <A>({ show = fc.stringify }: Facts<A>, sample: A): string => {
  try {
    return show(sample)
  } catch {
    return fc.stringify(sample)
  }
}

const breachOf = <A>(facts: Facts<A>, sample: A): Breach | undefined => {
  try {
    return facts.breaks(sample)
  } catch (cause) {
    return { what: `it threw ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}` }
  }
}
