/** A whole list of budget lines, read from one or more files. */
import type { BudgetEvent, Decision, Revision, Year } from "@grootboek/core"
import type { Fault, Layout, Reader } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as ImportSource from "./ImportSource.ts"
import type { RowCount } from "./RowCount.ts"

/** The files of a list, and how to read them. */
export interface ListFiles {
  readonly kind: Layout.ImportKind
  readonly inputs: ReadonlyArray<InputFile.ChunkedFile>
  readonly options: Omit<Reader.ReaderOptions, "sha256">
}

/** The rows of a list, the request of each with its source, the years of the columns, and the faults of the files. */
export interface StateList {
  readonly rows: ReadonlyArray<Revision.ListedRow>
  readonly requests: ReadonlyArray<Decision.Request>
  readonly years: ReadonlyArray<Year.Year>
  readonly faults: ReadonlyArray<Fault.Fault>
}

/** Reads every file of a list and announces each row to the count. */
export const read = Effect.fnUntraced(function* (
  files: ListFiles,
  count: RowCount,
): Effect.fn.Return<StateList, CommandFailure> {
  const rows: Array<BudgetEvent.Of<"EstimatePosted">> = []
  const requests: Array<Decision.Request> = []
  const faults: Array<Fault.Fault> = []
  const years = new Set<Year.Year>()
  const sizes = files.inputs.map(({ size }) => size)
  const progress = Progress.start(
    "import",
    sizes.reduce((sum, size) => sum + size, 0),
  )
  let done = 0
  const take = (name: string, batch: ImportSource.SourceBatch): void => {
    done += batch.size
    progress.to(done)
    faults.push(...batch.faults)
    for (const request of batch.requests) {
      if (request.event?._tag !== "EstimatePosted") continue
      rows.push(request.event)
      requests.push(request)
      count.wait()
      // With one amount per row, the years of the list are those of its rows.
      for (const year of Object.keys(request.event.amounts)) years.add(Number(year))
    }
    if (batch.reading === undefined) return
    for (const year of Object.values(batch.reading.mapping.years ?? {})) if (year !== null) years.add(year)
    count.file(name, batch.reading)
  }
  yield* Effect.forEach(files.inputs, (input) =>
    Stream.runForEach(ImportSource.batches(input, files), (batch) =>
      Effect.sync(() => take(input.name, batch)),
    ),
  ).pipe(Effect.ensuring(Effect.sync(progress.stop)))
  return { rows, requests, years: [...years].sort((a, b) => a - b), faults }
})
