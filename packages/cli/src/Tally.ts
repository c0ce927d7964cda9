/** How many rows of which file were new, known, conflicting or refused, and how each file was read. */
import { type Decision, type Intake, Money } from "@grootboek/core"
import { Dialect, Note, type Reader } from "@grootboek/csv"
import type { Imported as ImportedOf } from "@grootboek/report"
import type { Language } from "./Language.ts"

type Imported = ImportedOf.Imported

/** A tally under way. */
export interface Tally {
  /** Counts what became of a request. */
  readonly request: (request: Decision.Request, part: Intake.Outcome) => void
  /** Closes a file: what its reader counted. */
  readonly file: (name: string, reading: Reader.Reading, language: Language) => void
  readonly outcome: () => Pick<Imported, "files" | "counts">
}

/** Begins a tally. */
export const begin = (): Tally => {
  const counts = { accepted: 0, known: 0, conflicting: 0, rejected: 0 }
  const files: Array<Imported["files"][number]> = []
  let open: Array<{ readonly fate: keyof typeof counts; readonly lines: number | undefined }> = []
  // Requests of one row are counted at once; only a file that is a single request of many rows is counted at its end.
  let earlier = 0
  const flush = (): void => {
    for (const { fate } of open) counts[fate]++
    earlier += open.length
    open = []
  }
  return {
    request: (_, { known, conflicting, refused }) => {
      if (open.length > 0) flush()
      const fate =
        known.length > 0
          ? "known"
          : conflicting.length > 0
            ? "conflicting"
            : refused.length > 0
              ? "rejected"
              : "accepted"
      open.push({ fate, lines: refused.length === 0 ? 0 : linesOf(refused) })
    },
    file: (name, reading, language) => {
      counts.rejected += reading.counts.rejected
      const [only] = open
      if (earlier === 0 && only !== undefined) {
        const rows = reading.counts.accepted
        const refused = only.fate !== "rejected" ? 0 : Math.min(rows, only.lines ?? rows)
        counts.rejected += refused
        counts[only.fate === "rejected" ? "accepted" : only.fate] += rows - refused
        open = []
      } else flush()
      earlier = 0
      files.push({ file: name, rows: reading.counts.rows, detected: detected(reading, language) })
    },
    outcome: () => ({ files, counts }),
  }
}

// How many lines were refused; nothing when that cannot be said.
const linesOf = (refused: Intake.Outcome["refused"]): number | undefined => {
  const lines = new Set(refused.map(({ refusal }) => refusal.sourceLine))
  return lines.has(undefined) ? undefined : lines.size
}

// What was detected is always shown, with the control totals and what the reader wants to have said.
const detected = (
  { dialect, notes, totals }: Reader.Reading,
  language: Language,
): Readonly<Record<string, string>> => ({
  [language === "nl" ? "gelezen als" : "read as"]: Dialect.format(dialect),
  ...Object.fromEntries(
    totals.map(({ direction, year, amount }) => [`${direction} ${year}`, Money.format(amount)]),
  ),
  ...Object.fromEntries(
    notes.map((note, index) => [
      `${language === "nl" ? "let op" : "note"} ${index + 1}`,
      Note.message(note, language),
    ]),
  ),
})
