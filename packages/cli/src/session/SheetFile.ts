/** Spreadsheets that the user names: the sheet that holds the table, and its rows. */
import { type Dialect, type Layout, Reader, SheetChoice } from "@grootboek/csv"
import type { Sheet, Fault as SheetFaults } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import type * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"

/** A sheet that was chosen, and its rows. Iterating them may throw; {@link failureOf} gives the message. */
export interface SheetFile {
  readonly source: Reader.SheetSource
  readonly rows: Iterable<Reader.SheetRecord>
}

/** Which sheet to read, and how. */
export interface SheetRequest {
  /** The sheet that was asked for. */
  readonly sheet?: string | undefined
  readonly numbers?: Dialect.NumberFormat | undefined
  /** Whether amounts are read as stored, or as their number format shows them. */
  readonly figures?: "stored" | "shown"
  readonly isTable: (rows: Sheet.SheetRows, sheet: string) => boolean
}

/** The kind of rows to look for, and how to read them. */
export interface SheetFormat {
  readonly kind: Layout.ImportKind
  readonly options: Omit<Reader.ReaderOptions, "sha256">
}

export const rowsOf = ({ kind, options }: SheetFormat): SheetRequest => ({
  sheet: options.sheet ?? options.mapping?.sheet,
  numbers: options.numbers,
  isTable: (rows) => Reader.hasTable(kind, rows, options),
})

export const isSpreadsheet = (name: string): boolean =>
  /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls|ods|fods)$/i.test(name)

/** Opens the sheet that was asked for, or the first visible one that holds the table. */
export const open = Effect.fnUntraced(function* (
  input: InputFile.ChunkedFile,
  request: SheetRequest,
): Effect.fn.Return<SheetFile, CommandFailure> {
  const { Caps, Fault, Sheet } = yield* Effect.promise(() => import("@grootboek/xlsx"))
  const fail = (fault: SheetFaults.SheetFault): CommandFailure =>
    refused(FileMessage.about(input.name, Fault, fault))
  if (input.size > Caps.caps.packedBytes) {
    const cap = Caps.caps.packedBytes
    return yield* Effect.fail(fail({ _tag: "FileTooLarge", found: input.size, cap }))
  }
  const { numbers, figures = "stored" } = request
  const options = { figures, ...(numbers === undefined ? {} : { numbers }) }
  const opened = yield* Effect.mapError(Sheet.open(bytesOf(input), options), fail)
  const chosen = yield* Effect.mapError(
    Sheet.attempt(() => choose(opened, Sheet, request)),
    fail,
  )
  if (chosen.several.length > 0)
    return yield* Effect.fail(refused(FileMessage.severalSheets(input.name, chosen.several)))
  const rows = opened.rows(chosen.sheet)
  return {
    source: {
      ...input,
      sheet: chosen.sheet,
      numbers: numbers ?? "be",
      notes: chosen.notes,
      letters: Sheet.letters,
      isHidden: rows.isHidden,
    },
    rows,
  }
})

/** Returns the failure of a command whose rows could not be read to the end; throws what is not a refusal. */
export const failureOf = Effect.fnUntraced(function* (
  input: InputFile.InputFile,
  cause: unknown,
): Effect.fn.Return<never, CommandFailure> {
  const { Fault, SheetRefusal } = yield* Effect.promise(() => import("@grootboek/xlsx"))
  if (!(cause instanceof SheetRefusal)) return yield* Effect.die(cause)
  return yield* Effect.fail(refused(FileMessage.about(input.name, Fault, cause.fault)))
})

const choose = (
  opened: Sheet.OpenSpreadsheet,
  sheets: typeof Sheet,
  { sheet: asked, isTable }: SheetRequest,
): SheetChoice.SheetChoice => {
  const sheet = sheets.choose(opened, asked)
  return asked === undefined ? SheetChoice.of(opened, isTable) : { sheet, notes: [], several: [] }
}

// One copy in memory: joining the chunks would make two.
const bytesOf = (input: InputFile.ChunkedFile): Uint8Array => {
  const bytes = new Uint8Array(input.size)
  let at = 0
  for (const chunk of input.chunks()) {
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    at += chunk.length
  }
  return bytes
}
