/** Fuzzing of spreadsheets: any file is refused, or its amounts are those of an independent reading, or a note says why not. */
import { hash } from "node:crypto"
import { Money } from "@grootboek/core"
import { Fault, type Note, Reader } from "@grootboek/csv"
import { Sheet, Fault as SheetFault } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Chance from "./Chance.ts"
import * as SheetMutant from "./SheetMutant.ts"
import * as SheetReference from "./SheetReference.ts"

/** The kinds of failure that are counted. All counts must be 0. */
export const failures = [
  "crash",
  "hang",
  "amount lost or changed without a word",
  "changed zip bytes read otherwise",
  "fault without words",
  "memory above its limit",
] as const

/** See {@link failures}. */
export type SheetFailureKind = (typeof failures)[number]

/** One failure, with everything needed to reproduce it. */
export interface SheetFailure {
  readonly failure: SheetFailureKind
  readonly run: number
  readonly detail: string
  readonly input: string
}

/** The result of a campaign. */
export interface SheetFuzzResult {
  readonly counts: Readonly<Record<SheetFailureKind, number>>
  readonly findings: ReadonlyArray<SheetFailure>
  /** Files that were refused, that gave faults, and that were accepted. */
  readonly refused: number
  readonly faulty: number
  readonly accepted: number
  readonly tags: ReadonlySet<string>
  readonly slowestMs: number
  readonly peakMegabytes: number
}

/** The longest time for a file of a few kilobytes. */
const patienceMs = 1_000
const memoryMegabytes = 300
const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

/** Notes that say that something was not read. */
const says: ReadonlySet<Note.Note["_tag"]> = new Set<Note.Note["_tag"]>([
  "UnreadColumn",
  "HeaderFound",
  "TotalRow",
  "TotalRowOff",
  "CommentRows",
])

/** Runs a campaign. */
export const run = (runs: number, seed: number, progress: (done: number) => void): SheetFuzzResult => {
  const counts = Object.fromEntries(failures.map((failure) => [failure, 0])) as Record<
    SheetFailureKind,
    number
  >
  const findings: Array<SheetFailure> = []
  const tags = new Set<string>()
  const totals = { refused: 0, faulty: 0, accepted: 0 }
  let [slowestMs, peakMegabytes] = [0, 0]
  for (let index = 0; index < runs; index++) {
    const mutant = SheetMutant.draw(Chance.from(seed + index * 7_919))
    const fail = (failure: SheetFailureKind, detail: string): void => {
      counts[failure]++
      if (findings.length < 20)
        findings.push({ failure, run: index, detail, input: Buffer.from(mutant.bytes).toString("base64") })
    }
    const start = busyMs()
    try {
      const { outcome, found } = check(mutant, fail)
      totals[outcome]++
      for (const name of found) tags.add(name)
    } catch (cause) {
      fail("crash", cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
    }
    const tookMs = busyMs() - start
    slowestMs = Math.max(slowestMs, tookMs)
    if (tookMs > patienceMs) fail("hang", `${Math.round(tookMs)} ms`)
    if (index % 1_000 === 999) {
      peakMegabytes = Math.max(peakMegabytes, Math.round(process.memoryUsage().rss / (1 << 20)))
      if (peakMegabytes > memoryMegabytes) fail("memory above its limit", `${peakMegabytes} MB`)
      progress(index + 1)
    }
  }
  return { counts, findings, tags, slowestMs, peakMegabytes, ...totals }
}

// Processor time of this process: on a busy machine wall time says little.
const busyMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

interface Checked {
  readonly outcome: "refused" | "faulty" | "accepted"
  readonly found: ReadonlyArray<string>
}

const check = (
  { bytes, parts, isPacked }: SheetMutant.SheetMutant,
  fail: (failure: SheetFailureKind, detail: string) => void,
): Checked => {
  const read = Effect.runSync(Effect.result(Sheet.read(bytes)))
  if (Result.isFailure(read)) {
    const { failure } = read
    for (const language of ["en", "nl"] as const)
      if (/undefined|NaN/.test(SheetFault.message(failure, language)))
        fail("fault without words", failure._tag)
    return { outcome: "refused", found: [failure._tag, ...("problem" in failure ? [failure.problem] : [])] }
  }
  const { sheet, rows, numbers } = read.success
  const reading = Reader.readSheet(
    "lines",
    { name: "mutant.xlsx", sha256: "0".repeat(64), sheet, rows, numbers, letters: Sheet.letters },
    { sha256, plan: "2026/0" },
  )
  for (const fault of reading.faults)
    for (const language of ["en", "nl"] as const)
      if (/undefined|NaN/.test(Fault.message(fault, language).replace(/"[^"]*"/g, "")))
        fail("fault without words", fault._tag)
  const found = [...reading.faults, ...reading.notes].map(({ _tag }) => _tag)
  if (reading.faults.length > 0) return { outcome: "faulty", found }
  if (sheet === "Data" && !reading.notes.some(({ _tag }) => says.has(_tag))) {
    const sum = Money.sum(reading.totals.map(({ amount }) => amount))
    const expected = SheetReference.sumOf(parts)
    if (expected !== undefined && expected !== sum)
      fail(
        isPacked ? "changed zip bytes read otherwise" : "amount lost or changed without a word",
        `${Money.format(sum)}, by the reference ${Money.format(Money.ofMicros(expected))}\n  ${parts[SheetMutant.sheetPart] ?? ""}`,
      )
  }
  return { outcome: "accepted", found }
}
