/** A file or a sheet whose records are interpreted, as its reader opens it. */
import type { Note } from "../fault/Note.ts"
import type { ImportKind } from "../header/Layout.ts"
import type { Dialect } from "../text/Dialect.ts"
import type { RecordPosition } from "../text/Records.ts"
import type { ReaderOptions } from "./FileContent.ts"
import type { SheetRecord } from "./SheetRecord.ts"

/** The file, how it is written, and where its reader is. */
export interface FileSource {
  readonly kind: ImportKind
  readonly name: string
  readonly sha256: string
  readonly dialect: Dialect
  readonly notes: ReadonlyArray<Note>
  readonly options: ReaderOptions
  /** The position of the record that the sink receives. */
  readonly position: () => RecordPosition
  /** Whether that record is plain ASCII, and so cannot have been encoded twice. */
  readonly isAscii: () => boolean
  /** The row of a spreadsheet that the sink receives. */
  readonly sheetRow?: () => SheetRecord
  /** Returns whether hidden rows were left out. */
  readonly hasLeftOut?: () => boolean
  /** The address of a cell of a spreadsheet. */
  readonly address?: ((line: number, column: number) => string) | undefined
}
