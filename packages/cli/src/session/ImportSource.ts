/** The requests in a file that is imported: a CSV file batch by batch, a spreadsheet row by row. */
import { type Layout, type Mapping, Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as SheetFile from "./SheetFile.ts"

/** The kind of the file, and how to read it. */
export interface ImportFormat {
  readonly kind: Layout.ImportKind
  readonly options: Omit<Reader.ReaderOptions, "sha256">
}

/** A batch of a file. The last one has the counts of its reader. */
export interface SourceBatch extends Reader.ContentPiece {
  readonly size: number
  readonly reading: Reader.FileContent | undefined
}

/** Returns the batches of a file, one at a time: a stream that reads ahead would hold the whole file in memory. */
export const batches = (
  input: InputFile.ChunkedFile,
  format: ImportFormat,
): Stream.Stream<SourceBatch, CommandFailure> =>
  SheetFile.isSpreadsheet(input.name)
    ? Stream.unwrap(
        Effect.map(SheetFile.open(input, SheetFile.rowsOf(format)), (sheet) =>
          sheetBatches(input, sheet, format),
        ),
      )
    : Stream.fromIterable({ [Symbol.iterator]: () => rows(input, format) }, { chunkSize: 1 })

/** Returns which column of a file is read as what, from its header and first rows. */
export const mappingOf = Effect.fnUntraced(function* (
  input: InputFile.ChunkedFile,
  format: ImportFormat,
): Effect.fn.Return<Mapping.Mapping, CommandFailure> {
  const options = { ...format.options, sha256: InputFile.sha256 }
  if (!SheetFile.isSpreadsheet(input.name)) {
    const [first = new Uint8Array()] = input.chunks()
    return Reader.read(format.kind, { ...input, bytes: first }, options).mapping
  }
  const { source, rows } = yield* SheetFile.open(input, SheetFile.rowsOf(format))
  const reader = Reader.openSheet(format.kind, source, options)
  const first = yield* pull(input, rows[Symbol.iterator]())
  reader.push(first.rows)
  reader.end()
  return reader.content().mapping
})

/** Bytes that become one batch: some hundred rows, few enough that the garbage collector frees them early. */
const batchSize = 1 << 15

function* rows(input: InputFile.ChunkedFile, format: ImportFormat): Generator<SourceBatch> {
  const options = { ...format.options, sha256: InputFile.sha256 }
  let reader: Reader.Reader | undefined
  for (const bytes of input.passing()) {
    // The reader detects the format of a file from its first large chunk, and is then fed small ones.
    reader ??= Reader.open(format.kind, { ...input, bytes }, options)
    for (let at = 0; at < bytes.length; at += batchSize) {
      const some = bytes.subarray(at, at + batchSize)
      yield { ...reader.push(some), size: some.length, reading: undefined }
    }
  }
  reader ??= Reader.open(format.kind, { ...input, bytes: new Uint8Array() }, options)
  yield { ...reader.end(), size: 0, reading: reader.content() }
}

/** Rows of a sheet that become one batch. */
const batchRows = 500

const sheetBatches = (
  input: InputFile.ChunkedFile,
  { source, rows }: SheetFile.SheetFile,
  { kind, options }: ImportFormat,
): Stream.Stream<SourceBatch, CommandFailure> => {
  const reader = Reader.openSheet(kind, source, { ...options, sha256: InputFile.sha256 })
  const iterator = rows[Symbol.iterator]()
  let isDone = false
  const next = Effect.suspend(() =>
    isDone
      ? Effect.succeed(undefined)
      : Effect.map(pull(input, iterator), (piece): readonly [SourceBatch, undefined] => {
          if (!piece.isLast) return [{ ...reader.push(piece.rows), size: 0, reading: undefined }, undefined]
          isDone = true
          const pushed = reader.push(piece.rows)
          const ended = reader.end()
          return [
            {
              requests: [...pushed.requests, ...ended.requests],
              faults: [...pushed.faults, ...ended.faults],
              size: input.size,
              reading: reader.content(),
            },
            undefined,
          ]
        }),
  )
  return Stream.unfold(undefined, () => next)
}

interface PulledRows {
  readonly rows: ReadonlyArray<Reader.SheetRecord>
  readonly isLast: boolean
}

const pull = (
  input: InputFile.ChunkedFile,
  iterator: Iterator<Reader.SheetRecord>,
): Effect.Effect<PulledRows, CommandFailure> =>
  Effect.suspend((): Effect.Effect<PulledRows, CommandFailure> => {
    const rows: Array<Reader.SheetRecord> = []
    try {
      while (rows.length < batchRows) {
        const { done, value } = iterator.next()
        if (done === true) return Effect.succeed({ rows, isLast: true })
        rows.push(value)
      }
      return Effect.succeed({ rows, isLast: false })
    } catch (cause) {
      return SheetFile.failureOf(input, cause)
    }
  })
