/** What an import is asked to do. */
import type { Layout, Reader } from "@grootboek/csv"
import type * as InputFile from "../output/InputFile.ts"
import type { Language } from "../words/Language.ts"

/** What to import, as which kind, recorded by whom. */
export interface ImportRequest {
  readonly kind: Layout.ImportKind
  readonly inputs: ReadonlyArray<InputFile.ChunkedFile>
  readonly options: Omit<Reader.ReaderOptions, "sha256">
  readonly actor: string
  readonly language: Language
  /** Whether a row on an amount of an earlier import is added to it or replaces it; when absent, it is refused. */
  readonly onRecorded?: "add" | "replace"
  /** Whether bookings past an estimate and commitments past what is available are refused. */
  readonly isStrict?: boolean
  /** Whether declarations and rules that a later entry replaced are recorded again. */
  readonly isAgain?: boolean
}
