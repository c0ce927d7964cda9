/** A file to import: its bytes, and the requests that it contains. */
import { type Layout, Reader, SheetChoice } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Platform from "#platform"
import { GrootboekError } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"
import * as Target from "./Target.ts"

/** A file to import: its path, or its name and bytes. */
export type ImportFile = string | { readonly name: string; readonly bytes: Uint8Array }

/** Returns the name and the bytes of a file. */
export const of = (
  { language }: Handle,
  file: ImportFile,
): Effect.Effect<Exclude<ImportFile, string>, GrootboekError> =>
  typeof file === "string"
    ? Effect.map(Target.readFile(file, language), (bytes) => ({ name: file, bytes }))
    : Effect.succeed(file)

interface NamedFile {
  readonly kind: Layout.ImportKind
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads the requests of a file. Fails with the fault of a spreadsheet that cannot be read; the faults of rows are in the
 * result.
 */
export const read = Effect.fnUntraced(function* (
  { language }: Handle,
  { kind, name, bytes }: NamedFile,
  options: Omit<Reader.ReaderOptions, "sha256">,
): Effect.fn.Return<Reader.FileContent, GrootboekError> {
  const sha256 = Platform.sha256
  const file = { name, bytes, sha256: sha256(bytes) }
  if (!isSpreadsheet(name)) return Reader.read(kind, file, { ...options, sha256 })
  const { Sheet, SheetRefusal } = yield* Effect.promise(() => import("@grootboek/xlsx"))
  const { numbers = "be", sheet: asked = options.mapping?.sheet } = options
  const content = Effect.flatMap(Sheet.open(bytes, { numbers }), (opened) =>
    Sheet.attempt(() => {
      const first = Sheet.choose(opened, asked)
      const { sheet, notes, several } =
        asked === undefined
          ? SheetChoice.of(opened, (rows) => Reader.hasTable(kind, rows, options))
          : { sheet: first, notes: [], several: [] }
      if (several.length > 0) throw new SheetRefusal({ _tag: "SeveralSheets", sheets: several })
      const rows = opened.rows(sheet)
      const { isHidden } = rows
      const source = { ...file, sheet, notes, numbers, letters: Sheet.letters, isHidden, rows }
      return Reader.readSheet(kind, source, { ...options, sha256 })
    }),
  )
  return yield* Effect.mapError(
    content,
    (fault) => new GrootboekError({ kind: "sheet", file: name, fault }, { language }),
  )
})

// The same names as the command line. A format that is not read is refused with a message that names it.
const isSpreadsheet = (name: string): boolean => /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls|ods|fods)$/i.test(name)
