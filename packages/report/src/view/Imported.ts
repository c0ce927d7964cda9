/** The outcome of an import: counts of rows, findings, and the positions that were written. */
import type { Revision } from "@grootboek/core"
import type { FileFinding } from "./FileFinding.ts"

/** Counts of rows: new, already known, known with other content, and rejected. */
export interface ImportCounts {
  readonly accepted: number
  readonly known: number
  readonly conflicting: number
  readonly rejected: number
}

/** A file that was read: its detected or declared properties by name, in the order to print them. */
export interface ReadFile {
  readonly file: string
  readonly rows: number
  readonly detected: Readonly<Record<string, string>>
}

/** The changes that follow from a whole list of budget lines. */
export interface ImportedRevision extends Revision.Revision {
  readonly scope: ReadonlyArray<Revision.Narrowing>
  /** The label of the adjustment; none when the changes are estimates. */
  readonly plan: string | undefined
}

/** Findings that are too many for the memory: how many, and each of them in turn. */
export interface MoreFindings {
  readonly count: number
  readonly each: () => Iterable<FileFinding>
}

/** The branch that an import changed instead of the journal, and the number of proposals that it added. */
export interface DraftedImport {
  readonly branch: string
  readonly proposals: number
}

export interface Imported {
  /** Whether nothing was to be written. */
  readonly dryRun: boolean
  readonly files: ReadonlyArray<ReadFile>
  readonly counts: ImportCounts
  /** The first findings; with few of them, all. */
  readonly findings: ReadonlyArray<FileFinding>
  readonly more?: MoreFindings | undefined
  /** Notes in the language of the command: nothing is wrong, but the user should know. */
  readonly notes: ReadonlyArray<string>
  /** The notes as a terminal shows them, one per cause; `notes` by default. */
  readonly notesPerCause?: ReadonlyArray<string>
  /** Only for a whole list (`--as state`). */
  readonly revision?: ImportedRevision
  /** The positions written, in order; none after a dry run or a refusal, or on a branch. */
  readonly written: ReadonlyArray<number>
  /** Only on a branch. */
  readonly drafted?: DraftedImport
}

/** Returns whether nothing was rejected: with one bad row, nothing is written. */
export const ok = ({ counts, findings }: Imported): boolean =>
  findings.length === 0 && counts.rejected === 0 && counts.conflicting === 0
