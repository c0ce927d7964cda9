/** Fuzzing of the CSV importer: for any bytes it must answer, quickly, and count every line. */
import { History } from "@grootboek/core"
import { Fault, type Mapping, Preview, Published, Reader, Rejects } from "@grootboek/csv"
import * as Result from "effect/Result"
import * as Chance from "./Chance.ts"
import * as Mutant from "./Mutant.ts"
import { sha256 } from "./Sha256.ts"
import * as Tally from "./Tally.ts"

/** The kinds of failure that are counted. All counts must be 0. */
export const failures = [
  "crash",
  "hang",
  "line unaccounted for",
  "row unaccounted for",
  "prototype polluted",
  "malformed event",
  "fault without words",
  "pieces differ from the whole",
  "rejects differ from what was rejected",
] as const

export type FailureKind = (typeof failures)[number]

export interface FuzzResult extends Tally.Tally<FailureKind> {
  readonly tags: ReadonlyMap<string, number>
  readonly accepted: number
  readonly rejected: number
  readonly slowestMs: number
}

const options: Reader.ReaderOptions = { sha256, plan: "2026/0" }
/** The longest time for a file of a few kilobytes. */
const limitMs = 1_000

export const run = (runs: number, seed: number, progress: (done: number) => void): FuzzResult => {
  const tally = Tally.begin(failures)
  const tags = new Map<string, number>()
  const unpolluted = fingerprint()
  let [accepted, rejected, slowestMs] = [0, 0, 0]
  for (let index = 0; index < runs; index++) {
    const chance = Chance.from(seed + index * 7919)
    const mutant = Mutant.draw(chance)
    const fail = tally.of(index, mutant.bytes)
    const start = busyMs()
    try {
      const reading = check(mutant, chance, fail)
      accepted += reading.counts.accepted
      rejected += reading.counts.rejected
      for (const { _tag } of reading.faults) tags.set(_tag, (tags.get(_tag) ?? 0) + 1)
    } catch (cause) {
      fail("crash", cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
    }
    const tookMs = busyMs() - start
    slowestMs = Math.max(slowestMs, tookMs)
    if (tookMs > limitMs) fail("hang", `${Math.round(tookMs)} ms`)
    if (fingerprint() !== unpolluted) fail("prototype polluted", fingerprint())
    if (index % 5_000 === 4_999) progress(index + 1)
  }
  return { ...tally, tags, accepted, rejected, slowestMs }
}

// Processor time of this process: on a busy machine wall time says little.
const busyMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const check = (
  { kind, bytes }: Mutant.Seed,
  chance: Chance.Chance,
  fail: Tally.Fail<FailureKind>,
): Reader.FileContent => {
  const file = { name: "mutant.csv", bytes, sha256: "0".repeat(64) }
  const declared: Reader.ReaderOptions = {
    ...options,
    ...(chance.in(3) ? { numbers: chance.of(["be", "en"] as const) } : {}),
    ...(chance.in(4) ? { mapping: chance.of(mappings) } : {}),
  }
  const reading = Reader.read(kind, file, declared)
  const { counts, faults, requests } = reading

  const isRead = faults.every(({ _tag }) => _tag !== "Utf16" && _tag !== "NotText")
  const { headerLines, acceptedLines, rejectedLines, blankLines, leftOutLines } = counts
  const counted = headerLines + acceptedLines + rejectedLines + blankLines + leftOutLines
  if (counts.lines !== counted || (isRead && counts.lines !== physicalLines(bytes)))
    fail("line unaccounted for", JSON.stringify({ ...counts, physical: physicalLines(bytes) }))

  const headerFault = faults.some(({ line, _tag }) => line === faults[0]?.line && isOfHeader.has(_tag))
  const faultyLines = new Set(faults.map(({ line }) => line)).size
  if (
    counts.rows !== counts.accepted + counts.rejected ||
    (!headerFault && isRead && faults.length > 0 && counts.rejected === 0 && !isOfFile(faults))
  )
    fail("row unaccounted for", JSON.stringify({ counts, faultyLines }))

  for (const { event } of requests) {
    if (event === undefined) continue
    const read = History.read(event, History.version)
    if (Result.isFailure(read)) fail("malformed event", JSON.stringify(read.failure))
  }
  for (const fault of faults) {
    for (const language of ["en", "nl"] as const) {
      const message = Fault.message(fault, language)
      if (!message.startsWith(`mutant.csv:${fault.line}: `) || message.includes("undefined"))
        fail("fault without words", message)
    }
  }
  if (chance.in(8)) {
    const reader = Reader.open(kind, file, declared)
    const ids: Array<string> = []
    for (let at = 0; at < bytes.length; at += 7)
      ids.push(...reader.push(bytes.subarray(at, at + 7)).requests.map(({ id }) => id))
    ids.push(...reader.end().requests.map(({ id }) => id))
    if (ids.join() !== requests.map(({ id }) => id).join()) fail("pieces differ from the whole", "")
  }
  if (chance.in(4) && faults.length > 0 && isRead) {
    const rejects = Reader.read(kind, { ...file, bytes: Rejects.write(file, faults) }, declared)
    if (!headerFault && rejects.counts.rows < counts.rejected)
      fail("rejects differ from what was rejected", `${rejects.counts.rows} < ${counts.rejected}`)
  }
  if (chance.in(8)) Preview.ofText(kind, file, declared)
  const numbers = declared.numbers === undefined ? {} : { numbers: declared.numbers }
  Published.read(
    file,
    numbers,
    chance.in(32) ? chance.of(["M1", "M2", "M3", "T1", "T2", "T3"] as const) : undefined,
  )
  return reading
}

/** Mappings that change rows: each part once. */
const mappings: ReadonlyArray<Mapping.Mapping> = [
  { constants: { policyItem: "9090", direction: "U" } },
  { constants: { account: "=1" }, columns: { action: null } },
  { values: { direction: { U: "O" }, account: { "6140000": "" }, action: { "": "A1" } } },
  { rows: { leaveOut: { Omschrijving: ["Goederen*", ""] } } },
  { rows: { keep: { "U/O": ["U"], code: ["SD1", "A*"] } } },
  { unit: 1000, dates: "mdy", nothing: ["1,5"] },
  { unit: 0.01, years: { "2026": null, "2027": 2026 } },
  { columns: { direction: null, debit: "2026", credit: "2027", year: "Omschrijving" }, headerLine: 2 },
]

/** With a fault in the header no row has a meaning; with a fault in the file there is no row. */
const isOfHeader: ReadonlySet<Fault.Problem["_tag"]> = new Set<Fault.Problem["_tag"]>([
  "UnknownTable",
  "MissingColumn",
  "DuplicatedHeader",
  "YearColumn",
  "NoYears",
  "HeaderUnsure",
  "HeaderLineEmpty",
  "ProbableColumn",
  "YearsAndAmount",
  "FieldNotGiven",
  "MappedTwice",
  "FilterNotRead",
  "AllRowsLeftOut",
  "NulByte",
  "LoneCarriageReturn",
  "StrayQuote",
  "UnterminatedQuote",
  "NotInEncoding",
])

const isOfFile = (faults: ReadonlyArray<Fault.Fault>): boolean =>
  faults.every(({ _tag }) => _tag === "EmptyFile" || _tag === "HeaderOnly")

// A byte order mark is not a line.
const physicalLines = (all: Uint8Array): number => {
  const bytes = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf ? all.subarray(3) : all
  let lines = 0
  for (const byte of bytes) if (byte === 10) lines++
  return bytes.length > 0 && bytes.at(-1) !== 10 ? lines + 1 : lines
}

/** The prototype of every object. Any change of it is pollution. */
const fingerprint = (): string =>
  [Object.prototype, Array.prototype, Map.prototype, Function.prototype, String.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).length)
    .join()
