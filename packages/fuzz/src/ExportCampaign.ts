/**
 * Mutated exports, judged twice: by Grootboek, and by the program that `docs/verify-by-hand.md` prints.
 *
 * A mutant is valid only when its bytes are those of a valid export. Everything else must be refused by both.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { Archive } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import * as Chance from "./Chance.ts"
import * as ExportMutant from "./ExportMutant.ts"
import { sha256 } from "./Sha256.ts"
import * as Tally from "./Tally.ts"

export const failures = [
  "accepted though invalid",
  "refused though valid",
  "the two disagree",
  "crashed",
] as const

export type ExportFailure = (typeof failures)[number]

export interface ExportCounts extends Tally.Tally<ExportFailure> {
  /** Mutants that are equal to a valid export. */
  readonly valid: number
  /** Mutants judged by the printed program; none without Perl. */
  readonly byHand: number
}

const batchSize = 2_000

export const run = (runs: number, seed: number, progress: (done: number) => void): ExportCounts => {
  const tally = Tally.begin(failures)
  const chance = Chance.from(seed)
  const exports = ExportMutant.valid()
  const known = new Set(exports.map(sha256))
  let [valid, byHand] = [0, 0]
  for (let from = 0; from < runs; from += batchSize) {
    const mutants = Array.from({ length: Math.min(batchSize, runs - from) }, () =>
      ExportMutant.draw(exports, chance),
    )
    const judged = hand(mutants)
    if (judged !== undefined) byHand += mutants.length
    for (const [at, mutant] of mutants.entries()) {
      const isValid = known.has(sha256(mutant))
      if (isValid) valid += 1
      const accepted = isAccepted(mutant)
      const failure = failureOf({ isValid, accepted, byHand: judged?.[at] })
      if (failure !== undefined) tally.of(from + at, mutant)(failure, "")
    }
    progress(from + mutants.length)
  }
  return { ...tally, valid, byHand }
}

interface Judged {
  readonly isValid: boolean
  readonly accepted: boolean | undefined
  readonly byHand: boolean | undefined
}

const failureOf = ({ isValid, accepted, byHand }: Judged): ExportFailure | undefined => {
  if (accepted === undefined) return "crashed"
  if (byHand !== undefined && byHand !== accepted) return "the two disagree"
  if (accepted === isValid) return undefined
  return accepted ? "accepted though invalid" : "refused though valid"
}

/** Returns whether Grootboek would restore an export; `undefined` when it crashes. */
const isAccepted = (bytes: Uint8Array): boolean | undefined => {
  try {
    const reading = Archive.begin(Audit.begin({ sha256 }))
    // Two chunks: a line may begin in one and end in the other.
    const half = bytes.length >> 1
    reading.push(bytes.subarray(0, half))
    reading.push(bytes.subarray(half))
    reading.end()
    return reading.findings().length === 0
  } catch {
    return undefined
  }
}

const page = readFileSync(new URL("../../../docs/verify-by-hand.md", import.meta.url), "utf8")
const [, printed] = /<<'END'\n([\s\S]*?\n)END\n/.exec(page) ?? []

// Perl opens a reference to a text like a file, so that the program runs unchanged on exports in memory. It prints the
// name of each file, which is then the address of its text: those are printed first, in order.
const inMemory = `use strict; use warnings;
binmode STDIN; local $/; my @exports = unpack('(N/a*)*', scalar <STDIN>); undef $/; $/ = "\n";
@ARGV = map { \\$_ } @exports;
print "$_\n" for @ARGV;
`

const hasPerl = spawnSync("perl", ["-MDigest::SHA", "-e", "1"]).status === 0

/** Judges exports by hand: whether the printed program finds each of them sound; `undefined` without Perl. */
const hand = (exports: ReadonlyArray<Uint8Array>): ReadonlyArray<boolean> | undefined => {
  if (!hasPerl) return undefined
  if (printed === undefined) throw new Error("docs/verify-by-hand.md prints no program")
  // With one file the program prints no names.
  const input = [...exports, new Uint8Array(0)].flatMap((bytes) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  const ran = spawnSync("perl", ["-e", inMemory + printed], {
    input: Buffer.concat(input),
    encoding: "utf8",
    maxBuffer: 1 << 30,
  })
  if (ran.status !== 0) throw new Error(`perl: ${ran.stderr}`)
  const lines = ran.stdout.split("\n")
  const sound = new Set(lines.flatMap((line) => /^(SCALAR\(0x[0-9a-f]+\)): sound$/.exec(line)?.[1] ?? []))
  return exports.map((_, at) => sound.has(lines[at] ?? ""))
}
