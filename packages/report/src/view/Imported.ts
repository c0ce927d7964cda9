/** What became of an import: how many rows were accepted, and every finding. The importer fills it in. */
import type { FileFinding } from "./FileFinding.ts"

/** How many rows were new, known already, known with other content, and refused. */
export interface ImportCounts {
  readonly accepted: number
  readonly known: number
  readonly conflicting: number
  readonly rejected: number
}

/** A file as it was read: what was detected or declared of it, by name, in the order to show it. */
export interface ReadFile {
  readonly file: string
  readonly rows: number
  readonly detected: Readonly<Record<string, string>>
}

/** The outcome of an import. */
export interface Imported {
  /** Whether it was only asked what would happen. */
  readonly dryRun: boolean
  readonly files: ReadonlyArray<ReadFile>
  readonly counts: ImportCounts
  readonly findings: ReadonlyArray<FileFinding>
  /** The positions written, in order; none after a dry run or a refusal. */
  readonly written: ReadonlyArray<number>
}

/** Whether nothing was refused: with one bad row, nothing is written. */
export const ok = ({ counts, findings }: Imported): boolean =>
  findings.length === 0 && counts.rejected === 0 && counts.conflicting === 0
