/** A whole list of budget lines, read from one or more files. */
import type { Decision, Year } from "@grootboek/core"
import { type Fault, type Layout, type Reader, StateRequests } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Garbage from "../output/Garbage.ts"
import type * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import type { HeaderDialect } from "./ImportRun.ts"
import * as ImportSource from "./ImportSource.ts"
import type { RowCount } from "./RowCount.ts"

/** The files of a list, and how to read them. */
export interface ListFiles {
  readonly kind: Layout.ImportKind
  readonly inputs: ReadonlyArray<InputFile.ChunkedFile>
  readonly options: Omit<Reader.ReaderOptions, "sha256">
}

/** The rows of a list, the request of each with its source, the years of the columns, and how each file is written. */
export interface StateList {
  readonly requests: ReadonlyArray<Decision.Request>
  readonly years: ReadonlyArray<Year.Year>
  readonly dialects: ReadonlyMap<string, HeaderDialect>
}

/** What a list reports while it is read: its rows to the count, and its faults. */
export interface ListReport {
  readonly count: RowCount
  readonly fault: (fault: Fault.Fault) => void
}

export const read = Effect.fnUntraced(function* (
  files: ListFiles,
  { count, fault }: ListReport,
): Effect.fn.Return<StateList, CommandFailure> {
  const requests: Array<Decision.Request> = []
  const dialects = new Map<string, HeaderDialect>()
  const columns: Array<number | null> = []
  const sizes = files.inputs.map(({ size }) => size)
  const progress = Progress.start(
    "import",
    sizes.reduce((sum, size) => sum + size, 0),
  )
  let done = 0
  const take = (input: InputFile.ChunkedFile, batch: ImportSource.SourceBatch): void => {
    done += batch.size
    progress.to(done)
    Garbage.collectBetweenRows()
    for (const one of batch.faults) fault(one)
    for (const request of batch.requests) {
      if (request.event?._tag !== "EstimatePosted") continue
      requests.push(request)
      count.wait()
    }
    if (batch.reading === undefined) return
    columns.push(...Object.values(batch.reading.mapping.years ?? {}))
    const { dialect, headerLine } = batch.reading
    dialects.set(input.path, { ...dialect, headerLine })
    count.file(input.name, batch.reading)
  }
  yield* Effect.forEach(files.inputs, (input) =>
    Stream.runForEach(ImportSource.batches(input, files), (batch) => Effect.sync(() => take(input, batch))),
  ).pipe(Effect.ensuring(Effect.sync(progress.stop)))
  return { requests, years: StateRequests.years(requests, columns), dialects }
})
