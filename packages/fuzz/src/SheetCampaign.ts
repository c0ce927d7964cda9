/** Fuzzing of spreadsheets: any sheet is refused, or its amounts are those of an independent reading, or a note says why not. */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import * as Chance from "./Chance.ts"
import type { FuzzedFormat } from "./FuzzedFormat.ts"
import * as SheetCheck from "./SheetCheck.ts"
import * as SheetMutant from "./SheetMutant.ts"
import * as Tally from "./Tally.ts"

export interface SheetFuzzResult extends Tally.Tally<SheetCheck.SheetFailureKind> {
  readonly workbooks: number
  /** Parts that were changed. */
  readonly parts: number
  /** Sheets that were refused, that gave faults, and that were accepted. */
  readonly refused: number
  readonly faulty: number
  readonly accepted: number
  /** Accepted sheets whose amounts were compared with those of the reference. */
  readonly compared: number
  readonly tags: ReadonlySet<string>
  readonly slowestMs: number
  readonly peakMegabytes: number
}

/** The longest time for a workbook of a few kilobytes. */
const limitMs = 1_000

/** Resident memory from which Node collects garbage, and the limit of the memory in use after that. */
const memoryMegabytes = 300

const usedLimitMegabytes = 150

/**
 * Returns a campaign on files of a format. It runs until `runs` parts were changed and read. Throws when the unchanged file
 * is not read and compared.
 */
export const of =
  (format: FuzzedFormat) =>
  (runs: number, seed: number, progress: (done: number) => void): SheetFuzzResult => {
    const check = SheetCheck.of(format)
    const unchanged = check(SheetMutant.unchanged(format), (failure, detail) => {
      throw new Error(`${failure}: ${detail}`)
    })
    if (!unchanged.every(({ isCompared }) => isCompared)) throw new Error(JSON.stringify(unchanged))
    const tally = Tally.begin(SheetCheck.failures)
    const tags = new Set<string>()
    const totals = { refused: 0, faulty: 0, accepted: 0, compared: 0 }
    let [slowestMs, peakMegabytes, workbooks, parts] = [0, 0, 0, 0]
    for (; parts < runs; workbooks++) {
      const mutant = SheetMutant.draw(Chance.from(seed + workbooks * 7_919), format)
      const fail = tally.of(workbooks, mutant.bytes)
      const start = performance.now()
      try {
        for (const { outcome, isCompared, found } of check(mutant, fail)) {
          totals[outcome]++
          if (isCompared) totals.compared++
          for (const name of found) tags.add(name)
        }
      } catch (cause) {
        fail("crash", cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
      }
      const tookMs = performance.now() - start
      slowestMs = Math.max(slowestMs, tookMs)
      if (tookMs > limitMs) {
        const againMs = busyFor(() => check(mutant, () => {}))
        if (againMs > limitMs) fail("hang", `${Math.round(againMs)} ms`)
      }
      parts += mutant.changed
      if (workbooks % 250 === 0) {
        peakMegabytes = Math.max(peakMegabytes, residentMegabytes())
        if (residentMegabytes() > memoryMegabytes) {
          collect()
          const megabytes = usedMegabytes()
          if (megabytes > usedLimitMegabytes) fail("memory above its limit", `${megabytes} MB in use`)
        }
        progress(Math.min(parts, runs))
      }
    }
    return { ...tally, tags, slowestMs, peakMegabytes, workbooks, parts, ...totals }
  }

const residentMegabytes = (): number => Math.round(process.memoryUsage.rss() / (1 << 20))

// Resident memory does not fall as soon as objects are collected, so it says little about what is in use.
const usedMegabytes = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return Math.round((heapUsed + external) / (1 << 20))
}

// Node collects late while memory is left, so garbage that is not collected yet says nothing about a reader.
const collect = (): void => {
  setFlagsFromString("--expose-gc")
  runInNewContext("gc")()
}

// Processor time of work: on a busy machine wall time says little.
const busyFor = (work: () => unknown): number => {
  const before = process.cpuUsage()
  try {
    work()
  } catch {
    // Counted as a crash already.
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
