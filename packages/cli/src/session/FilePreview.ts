/** The first rows of a file, with a proposed mapping: a CSV file from its first chunk, a spreadsheet from its first rows. */
import { type Layout, Preview, type Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as SheetFile from "./SheetFile.ts"

/** The kind of the file, and how it is written. */
export interface PreviewRequest {
  readonly kind: Layout.ImportKind
  readonly options: Omit<Reader.ReaderOptions, "sha256" | "plan" | "adjustment">
}

export const of = Effect.fnUntraced(function* (
  input: InputFile.ChunkedFile,
  { kind, options: declared }: PreviewRequest,
): Effect.fn.Return<Preview.Preview, CommandFailure> {
  const options = { ...declared, sha256: InputFile.sha256, plan: "" }
  if (!SheetFile.isSpreadsheet(input.name))
    return Preview.ofText(kind, { ...input, bytes: beginning(input) }, options)
  const { source, rows } = yield* SheetFile.open(input, SheetFile.rowsOf({ kind, options }))
  const first = yield* firstOf(input, rows)
  return Preview.ofSheet(kind, { ...source, rows: first }, options)
})

/** Rows of a sheet that a preview reads. */
const longest = 2_000

const firstOf = (
  input: InputFile.ChunkedFile,
  rows: Iterable<Reader.SheetRecord>,
): Effect.Effect<ReadonlyArray<Reader.SheetRecord>, CommandFailure> =>
  Effect.suspend(() => {
    const first: Array<Reader.SheetRecord> = []
    try {
      for (const row of rows) if (first.push(row) >= longest) break
      return Effect.succeed(first)
    } catch (cause) {
      return SheetFile.failureOf(input, cause)
    }
  })

// The first chunk, up to the end of its last line.
const beginning = (input: InputFile.ChunkedFile): Uint8Array => {
  const [first = new Uint8Array()] = input.chunks()
  const end = first.lastIndexOf(10) + 1
  return first.length === input.size || end === 0 ? first : first.subarray(0, end)
}
