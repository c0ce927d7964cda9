/** One mutant of a spreadsheet, read and compared with the reference: the outcome of each of its sheets, and the failures. */
import { Money } from "@grootboek/core"
import { Fault, type Note, Reader } from "@grootboek/csv"
import { Sheet, Fault as SheetFault } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { FuzzedFormat } from "./FuzzedFormat.ts"
import { sha256 } from "./Sha256.ts"
import type * as SheetBase from "./SheetBase.ts"
import type * as SheetMutant from "./SheetMutant.ts"
import type * as Tally from "./Tally.ts"

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

/** The outcome of a sheet, and the names of its faults and notes. */
export interface CheckedSheet {
  readonly outcome: "refused" | "faulty" | "accepted"
  readonly isCompared: boolean
  readonly found: ReadonlyArray<string>
}

type Fail = Tally.Fail<SheetFailureKind>

/** Returns the check of mutants of a format. */
export const of =
  (format: FuzzedFormat) =>
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

/** Whether a note says that amounts were not read. A row without a number may share the line of a repeated header. */
const isUnread = (note: Note.Note): boolean =>
  note._tag === "UnreadColumn" || note._tag === "CommentRows" || note._tag === "HeadersRepeated"

/** The lines below the header that a note says are not counted. */
const leftOutBy = (note: Note.Note): ReadonlyArray<number> =>
  note._tag === "TotalRow" || note._tag === "TotalRowOff" ? [note.line] : []

// Words of the file may be in a message: a part named `NaN`.
const lacksWords = (message: string, facts: object): boolean =>
  /undefined|NaN/.test(message) && !/undefined|NaN/.test(Object.values(facts).join(" "))

const refusal = (fault: SheetFault.SheetFault, fail: Fail): CheckedSheet => {
  for (const language of ["en", "nl"] as const)
    if (lacksWords(SheetFault.message(fault, language), fault)) fail("fault without words", fault._tag)
  const found = [fault._tag, ...("problem" in fault ? [fault.problem] : [])]
  return { outcome: "refused", isCompared: false, found }
}

const readingOf = ({ extension }: FuzzedFormat, { kind, name }: SheetBase.BaseSheet, rows: Sheet.SheetRows) =>
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
  readonly format: FuzzedFormat
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
