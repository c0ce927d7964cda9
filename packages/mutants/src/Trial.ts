/** What the process that runs the tests is asked for, and what it records. Both are JSON files in one folder. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "@grootboek/scripts/command.mjs"

/** Where a run keeps its files. */
export const folder = join(root, "node_modules", ".cache", "grootboek", "mutants")

/** The text of each changed file with all its mutants, by full path. */
export const textsFile = join(folder, "texts.json")

/** One start of the tests. */
export type TrialRequest =
  /** Runs each test twice without a mutant. */
  | { readonly kind: "measure" }
  /** Runs these tests once without a mutant, then with each of these mutants. */
  | { readonly kind: "try"; readonly mutants: Readonly<Record<string, ReadonlyArray<string>>> }
  /** Runs whole files with one mutant, from the first test on. */
  | { readonly kind: "alone"; readonly mutant: string; readonly hits: number }

/** A test and how often it reached each mutant. */
export interface Measured {
  readonly kind: "measured"
  readonly test: string
  readonly file: string
  readonly ms: number
  readonly hits: Readonly<Record<string, number>>
  /** Mutants that it reached less often the second time: their code ran once and its result was kept. */
  readonly once: ReadonlyArray<string>
}

/** What was seen, in the order in which it was seen. */
export type Seen =
  | Measured
  /** Mutants that were reached outside tests: while modules were loaded. */
  | { readonly kind: "loaded"; readonly mutants: ReadonlyArray<string> }
  | { readonly kind: "running"; readonly test: string; readonly mutant: string; readonly ms: number }
  | { readonly kind: "noticed"; readonly test: string; readonly mutant: string; readonly endless: boolean }
  | { readonly kind: "unnoticed"; readonly test: string; readonly mutants: ReadonlyArray<string> }
  /** A test failed without a mutant: an earlier mutant left something behind, or the test itself fails. The process ends. */
  | { readonly kind: "unclean"; readonly test: string }

const [trialFile, seenFile] = [join(folder, "trial.json"), join(folder, "seen.ndjson")]

export const ask = (trial: TrialRequest): void => writeFileSync(trialFile, JSON.stringify(trial))

export const asked = (): TrialRequest => JSON.parse(readFileSync(trialFile, "utf8"))

export const record = (seen: Seen): void => appendFileSync(seenFile, `${JSON.stringify(seen)}\n`)

/** Returns what was recorded from a place in the file on, and the place after it. */
export const recordedFrom = (from: number): { readonly seen: ReadonlyArray<Seen>; readonly end: number } => {
  if (!existsSync(seenFile)) return { seen: [], end: from }
  const bytes = readFileSync(seenFile)
  const end = bytes.lastIndexOf("\n") + 1
  const lines = bytes.subarray(from, end).toString().split("\n").slice(0, -1)
  return { seen: lines.map((line): Seen => JSON.parse(line)), end: Math.max(from, end) }
}
