/** Fuzzing of spreadsheets: any sheet is refused, or its amounts are those of an independent reading, or a note says why not. */
import { hash } from "node:crypto"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { Money } from "@grootboek/core"
import { Fault, type Note, Reader } from "@grootboek/csv"
import { Sheet, Fault as SheetFault } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Chance from "./Chance.ts"
import type * as SheetBase from "./SheetBase.ts"
import type { SheetFormat } from "./SheetFormat.ts"
import * as SheetMutant from "./SheetMutant.ts"
import * as Tally from "./Tally.ts"

/** The kinds of failure that are counted. All counts must be 0. */
export const failures = [
  "crash",
  "hang",
  "amount lost or changed without a message",
  "changed zip bytes read otherwise",
  "fault without words",
  "memory above its limit",
] as const

export type SheetFailureKind = (typeof failures)[number]

export interface SheetFuzzResult extends Tally.Tally<SheetFailureKind> {
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
const patienceMs = 1_000
/** Resident memory after which Node collects, and memory in use that is too much then: a reader that keeps what it read. */
const memoryMegabytes = 300
const usedLimitMegabytes = 150
const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

/** Whether a note says that amounts were not read. A row without a number may share the line of a repeated header. */
const isUnread = (note: Note.Note): boolean =>
  note._tag === "UnreadColumn" || note._tag === "CommentRows" || note._tag === "HeadersRepeated"

/** The lines below the header that a note says are not counted. */
const leftOutBy = (note: Note.Note): ReadonlyArray<number> =>
  note._tag === "TotalRow" || note._tag === "TotalRowOff" ? [note.line] : []

/**
 * Returns a campaign on files of a format. It runs until as many parts were changed and read, and throws when the unchanged file is not read
 * and compared.
 */
export const of =
  (format: SheetFormat) =>
  (runs: number, seed: number, progress: (done: number) => void): SheetFuzzResult => {
    const check = checkOf(format)
    const unchanged = check(SheetMutant.unchanged(format), (failure, detail) => {
      throw new Error(`${failure}: ${detail}`)
    })
    if (!unchanged.every(({ isCompared }) => isCompared)) throw new Error(JSON.stringify(unchanged))
    const tally = Tally.begin(failures)
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
      if (tookMs > patienceMs) {
        const againMs = busyFor(() => check(mutant, () => {}))
        if (againMs > patienceMs) fail("hang", `${Math.round(againMs)} ms`)
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

// Node collects late when there is memory left: what it has not collected yet is no need of a file.
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

interface CheckedSheet {
  readonly outcome: "refused" | "faulty" | "accepted"
  readonly isCompared: boolean
  readonly found: ReadonlyArray<string>
}

type Fail = Tally.Fail<SheetFailureKind>

const checkOf =
  (format: SheetFormat) =>
  (mutant: SheetMutant.SheetMutant, fail: Fail): ReadonlyArray<CheckedSheet> => {
    const opened = Effect.runSync(Effect.result(Sheet.open(mutant.bytes)))
    if (Result.isFailure(opened)) return [refusal(opened.failure, fail)]
    const spreadsheet = opened.success
    const known = new Set([...spreadsheet.visible, ...spreadsheet.hidden])
    return mutant.sheets.flatMap((base) => {
      if (!known.has(base.name)) return []
      const rows = spreadsheet.rows(base.name)
      const read = Effect.runSync(Effect.result(Sheet.attempt(() => readingOf(format, base, rows))))
      return [
        Result.isFailure(read)
          ? refusal(read.failure, fail)
          : compared(read.success, { format, mutant, base, fail }),
      ]
    })
  }

// Words of the file may be in a message: a part named `NaN`.
const lacksWords = (message: string, facts: object): boolean =>
  /undefined|NaN/.test(message) && !/undefined|NaN/.test(Object.values(facts).join(" "))

const refusal = (fault: SheetFault.SheetFault, fail: Fail): CheckedSheet => {
  for (const language of ["en", "nl"] as const)
    if (lacksWords(SheetFault.message(fault, language), fault)) fail("fault without words", fault._tag)
  const found = [fault._tag, ...("problem" in fault ? [fault.problem] : [])]
  return { outcome: "refused", isCompared: false, found }
}

const readingOf = ({ extension }: SheetFormat, { kind, name }: SheetBase.BaseSheet, rows: Sheet.SheetRows) =>
  Reader.readSheet(
    kind,
    {
      name: `mutant.${extension}`,
      sha256: "0".repeat(64),
      sheet: name,
      rows,
      numbers: "be",
      letters: Sheet.letters,
      isHidden: rows.isHidden,
    },
    // Ids of earlier versions cost as much as all else, and have tests of their own.
    { sha256, plan: "2026/0", formerIds: false },
  )

interface ComparedSheet {
  readonly format: SheetFormat
  readonly mutant: SheetMutant.SheetMutant
  readonly base: SheetBase.BaseSheet
  readonly fail: Fail
}

const compared = (
  reading: ReturnType<typeof readingOf>,
  { format, mutant, base, fail }: ComparedSheet,
): CheckedSheet => {
  const { faults, notes } = reading
  for (const fault of faults)
    for (const language of ["en", "nl"] as const)
      if (lacksWords(Fault.message(fault, language), fault)) fail("fault without words", fault._tag)
  const found = [...faults, ...notes].map(({ _tag }) => _tag)
  if (faults.length > 0) return { outcome: "faulty", isCompared: false, found }
  const shown = format.shownBy(mutant.pieces, base)
  const expected =
    shown === undefined || notes.some(isUnread)
      ? undefined
      : format.sumOf(mutant.pieces, {
          part: shown.part,
          columns: shown.amounts,
          headerLine: reading.headerLine,
          leftOut: new Set(notes.flatMap(leftOutBy)),
        })
  const sum = Money.sum(reading.totals.map(({ amount }) => amount))
  if (expected !== undefined && expected !== sum)
    fail(
      mutant.isPacked ? "changed zip bytes read otherwise" : "amount lost or changed without a message",
      `${base.name}: ${Money.format(sum)}, by the reference ${Money.format(Money.ofMicros(expected))}\n  ${mutant.pieces[shown?.part ?? base.part] ?? ""}`,
    )
  return { outcome: "accepted", isCompared: expected !== undefined, found }
}
