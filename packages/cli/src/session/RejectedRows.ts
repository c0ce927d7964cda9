/** The rejected rows of an import, with their reason, to be corrected and imported again. */
import { type Layout, type Reader, Rejects, SheetLines } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import * as Target from "../output/Target.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import type * as FindingLog from "./FindingLog.ts"
import type * as ImportRun from "./ImportRun.ts"
import * as SheetFile from "./SheetFile.ts"

/** Refuses a path that is one of the imported files: its other rows would be lost. */
export const check = (
  path: string,
  files: ReadonlyArray<InputFile.InputFile>,
): Effect.Effect<void, CommandFailure> => {
  const lost = files.find((input) => files.some((_, index) => Target.isSame(pathOf(path, index), input.path)))
  return lost === undefined ? Effect.void : Effect.fail(usage(FileMessage.rejectsIsInput(lost.path)))
}

/** What was imported, and what was found in it. */
export interface Rejected {
  readonly inputs: ReadonlyArray<InputFile.ChunkedFile>
  readonly result: ImportRun.ImportResult
  readonly kind: Layout.ImportKind
  /** What the user declared. */
  readonly options: Omit<Reader.ReaderOptions, "sha256">
}

/** Writes the rejected rows, those of a second file and later ones under numbered names. */
export const write = (
  path: string,
  { inputs, result, kind, options }: Rejected,
): Effect.Effect<void, CommandFailure> =>
  Effect.forEach(
    inputs,
    (input, index) => {
      const [first] = result.log.byLine(input.name)
      const { encoding, delimiter } = options
      const declared = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) }
      const dialect = result.dialects.get(input.path) ?? declared
      return first === undefined
        ? Effect.void
        : Effect.flatMap(chunksOf(input, { kind, options }), (chunks) =>
            OutputFile.writeAll(
              pathOf(path, index),
              Stream.fromIterable(
                {
                  [Symbol.iterator]: () => Rejects.pieces(chunks(), reasonsOf(result.log, input), dialect),
                },
                { chunkSize: 1 },
              ),
            ),
          )
    },
    { discard: true },
  )

// The rejected rows of a spreadsheet are written as CSV, which is read in the same way.
const chunksOf = (
  input: InputFile.ChunkedFile,
  format: SheetFile.SheetFormat,
): Effect.Effect<() => Iterable<Uint8Array>, CommandFailure> =>
  SheetFile.isSpreadsheet(input.name)
    ? Effect.map(
        SheetFile.open(input, SheetFile.rowsOf(format)),
        ({ rows }) =>
          () =>
            SheetLines.chunks(rows),
      )
    : Effect.succeed(() => input.chunks())

function* reasonsOf(
  log: FindingLog.FindingLog,
  { name }: InputFile.InputFile,
): Generator<Rejects.RejectReason> {
  for (const { line, lines, message } of log.byLine(name)) yield { line: line ?? 0, lines, reason: message }
}

const pathOf = (path: string, index: number): string => (index === 0 ? path : `${path}.${index + 1}`)
