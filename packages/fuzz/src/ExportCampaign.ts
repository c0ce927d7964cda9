/**
 * Mutated exports, judged twice: by Grootboek, and by the program that `docs/verify-by-hand.md` prints.
 *
 * A mutant is valid only when its bytes are those of a valid export. Everything else must be refused by both.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Archive, Audit } from "@grootboek/core"
import * as Chance from "./Chance.ts"
import * as ExportMutant from "./ExportMutant.ts"
import { sha256 } from "./Sha256.ts"

/** The kinds of failure. */
export const failures = [
  "accepted though invalid",
  "refused though valid",
  "the two disagree",
  "crashed",
] as const

/** See {@link failures}. */
export type ExportFailure = (typeof failures)[number]

/** The counts of a campaign, and the first mutants that failed. */
export interface ExportCounts {
  readonly counts: Readonly<Record<ExportFailure, number>>
  readonly findings: ReadonlyArray<{
    readonly failure: ExportFailure
    readonly run: number
    readonly input: string
  }>
  readonly valid: number
  /** Mutants judged by hand; none without Perl. */
  readonly byHand: number
}

const batchSize = 2_000

/** Runs a campaign. */
export const run = (runs: number, seed: number, progress: (done: number) => void): ExportCounts => {
  const counts = Object.fromEntries(failures.map((failure) => [failure, 0])) as Record<ExportFailure, number>
  const findings: Array<ExportCounts["findings"][number]> = []
  const chance = Chance.from(seed)
  const folder = mkdtempSync(join(tmpdir(), "grootboek-exports-"))
  let [valid, byHand] = [0, 0]
  try {
    const hand = handIn(folder)
    for (let from = 0; from < runs; from += batchSize) {
      const mutants = Array.from({ length: Math.min(batchSize, runs - from) }, () =>
        ExportMutant.draw(chance),
      )
      const judged = hand(mutants)
      if (judged !== undefined) byHand += mutants.length
      for (const [at, mutant] of mutants.entries()) {
        const isValid = known.has(sha256(mutant))
        if (isValid) valid += 1
        const accepted = isAccepted(mutant)
        const failure = failureOf({ isValid, accepted, byHand: judged?.[at] })
        if (failure === undefined) continue
        counts[failure] += 1
        if (findings.length < 5)
          findings.push({ failure, run: from + at, input: Buffer.from(mutant).toString("base64") })
      }
      progress(from + mutants.length)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { counts, findings, valid, byHand }
}

const known = new Set(ExportMutant.sound.map(sha256))

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

/** Returns how exports are judged by hand: the program of the document, run on many files at once. */
const handIn = (
  folder: string,
): ((exports: ReadonlyArray<Uint8Array>) => ReadonlyArray<boolean> | undefined) => {
  const page = readFileSync(new URL("../../../docs/verify-by-hand.md", import.meta.url), "utf8")
  const [, program = ""] = /<<'END'\n([\s\S]*?\n)END\n/.exec(page) ?? []
  writeFileSync(join(folder, "check.pl"), program)
  if (spawnSync("perl", ["-MDigest::SHA", "-e", "1"]).status !== 0) return () => undefined
  return (exports) => {
    for (const [at, bytes] of exports.entries()) writeFileSync(join(folder, `${at}`), bytes)
    // With one file the program prints no names.
    const names = [...exports.keys(), "none"].map(String)
    writeFileSync(join(folder, "none"), "")
    const ran = spawnSync("perl", ["check.pl", ...names], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 30,
    })
    if (ran.status !== 0) throw new Error(`perl: ${ran.stderr}`)
    const sound = new Set(ran.stdout.split("\n").flatMap((line) => /^(\d+): sound$/.exec(line)?.[1] ?? []))
    return exports.map((_, at) => sound.has(`${at}`))
  }
}
