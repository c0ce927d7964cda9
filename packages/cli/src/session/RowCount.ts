/** Counts of rows that were new, known, conflicting or rejected, and how each file was read. */
import { type Intake, Money } from "@grootboek/core"
import { Dialect, Note, type Reader } from "@grootboek/csv"
import type { Imported } from "@grootboek/report"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { Language } from "../words/Language.ts"

/** Counts of rows under way. */
export interface RowCount {
  /** Counts a request that was decided. */
  readonly request: (outcome: Intake.IntakeResult) => void
  /** Announces a row that is decided after all files. */
  readonly wait: () => void
  /** Counts a row that was announced. */
  readonly settle: (outcome: Intake.IntakeResult) => void
  readonly file: (name: string, reading: Reader.FileContent) => void
  readonly result: () => Pick<Imported.Imported, "files" | "counts">
}

export const begin = (language: Language): RowCount => {
  const counts = { accepted: 0, known: 0, conflicting: 0, rejected: 0 }
  const files: Array<Imported.Imported["files"][number]> = []
  let pending: Array<{ readonly fate: keyof typeof counts; readonly lines: number | undefined }> = []
  // A request of one row is counted at once. Only a file that is a single request of many rows is counted at its end.
  let counted = 0
  const flush = (): void => {
    for (const { fate } of pending) counts[fate]++
    counted += pending.length
    pending = []
  }
  return {
    request: (outcome) => {
      if (pending.length > 0) flush()
      const { refused } = outcome
      pending.push({ fate: fateOf(outcome), lines: refused.length === 0 ? 0 : linesOf(refused) })
    },
    wait: () => {
      flush()
      counted++
    },
    settle: (outcome) => {
      counts[fateOf(outcome)]++
    },
    file: (name, reading) => {
      counts.rejected += reading.counts.rejected
      const [only] = pending
      if (counted === 0 && only !== undefined) {
        const rows = reading.counts.accepted
        const refused = only.fate !== "rejected" ? 0 : Math.min(rows, only.lines ?? rows)
        counts.rejected += refused
        counts[only.fate === "rejected" ? "accepted" : only.fate] += rows - refused
        pending = []
      } else flush()
      counted = 0
      files.push({ file: name, rows: reading.counts.rows, detected: detected(reading, language) })
    },
    result: () => ({ files, counts }),
  }
}

const fateOf = ({
  known,
  conflicting,
  refused,
}: Intake.IntakeResult): "accepted" | "known" | "conflicting" | "rejected" => {
  if (known.length > 0) return "known"
  if (conflicting.length > 0) return "conflicting"
  return refused.length > 0 ? "rejected" : "accepted"
}

// The number of refused lines; undefined when a refusal names none.
const linesOf = (refused: Intake.IntakeResult["refused"]): number | undefined => {
  const lines = new Set(refused.map(({ refusal }) => refusal.sourceLine))
  return lines.has(undefined) ? undefined : lines.size
}

// The detected format, the control totals, and the notes of the reader.
const detected = (
  { dialect, notes, totals }: Reader.FileContent,
  language: Language,
): Readonly<Record<string, string>> => ({
  [ImportMessage.readAs[language]]: Dialect.format(dialect, language),
  ...Object.fromEntries(
    totals.map(({ direction, year, amount }) => [`${direction} ${year}`, Money.format(amount)]),
  ),
  ...Object.fromEntries(
    notes.map((note, index) => [
      ImportMessage.note(index + 1)[language],
      Note.message(note, language, "command"),
    ]),
  ),
})
