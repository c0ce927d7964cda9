/** The requests in a file that is imported: a CSV file batch by batch, a workbook at once. */
import { type Layout, type Mapping, Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"

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
  /\.xlsx$/i.test(input.name)
    ? Stream.fromEffect(sheet(input, format))
    : Stream.fromIterable({ [Symbol.iterator]: () => rows(input, format) }, { chunkSize: 1 })

/** Returns which column of a file is read as what, from its header and first rows. */
export const mappingOf = (input: InputFile.ChunkedFile, { kind, options }: ImportFormat): Mapping.Mapping => {
  const [first = new Uint8Array()] = input.chunks()
  return Reader.read(kind, { ...input, bytes: first }, { ...options, sha256: InputFile.sha256 }).mapping
}

/** Bytes that become one batch: some hundred rows, which the collector frees while they are young. */
const batchSize = 1 << 15

function* rows(input: InputFile.ChunkedFile, format: ImportFormat): Generator<SourceBatch> {
  const options = { ...format.options, sha256: InputFile.sha256 }
  let reader: Reader.Reader | undefined
  for (const bytes of input.chunks()) {
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

const sheet = Effect.fnUntraced(function* (
  input: InputFile.ChunkedFile,
  { kind, options }: ImportFormat,
): Effect.fn.Return<SourceBatch, CommandFailure> {
  const { Fault, Sheet } = yield* Effect.promise(() => import("@grootboek/xlsx"))
  const bytes = Buffer.concat([...input.chunks()])
  const { numbers, sheet: name } = options
  const choice = {
    ...(numbers === undefined ? {} : { numbers }),
    ...(name === undefined ? {} : { sheet: name }),
  }
  const read = yield* Effect.mapError(Sheet.read(bytes, choice), (fault) =>
    refused({
      en: `${input.name}: ${Fault.message(fault, "en")}`,
      nl: `${input.name}: ${Fault.message(fault, "nl")}`,
    }),
  )
  const reading = Reader.readSheet(kind, { ...input, ...read }, { ...options, sha256: InputFile.sha256 })
  return { requests: reading.requests, faults: reading.faults, size: input.size, reading }
})
