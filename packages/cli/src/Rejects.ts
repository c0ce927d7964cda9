/** The rows that were refused, written as they were, to be repaired and imported again. */
import { Rejects } from "@grootboek/csv"
import type { FileFinding } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { type Failure, usage } from "./Failure.ts"
import * as File from "./File.ts"
import * as Target from "./Target.ts"

/** Refuses to put refused rows in the place of a file that is imported: that would lose the others. */
export const see = (path: string, files: ReadonlyArray<File.LongInput>): Effect.Effect<void, Failure> => {
  const lost = files.find((input) =>
    files.some((_, index) => Target.isSame(placeOf(path, index), input.path)),
  )
  return lost === undefined
    ? Effect.void
    : Effect.fail(
        usage({
          en: `--rejects names ${lost.path}, which is imported: name another file for the refused rows`,
          nl: `--rejects noemt ${lost.path}, dat geïmporteerd wordt: noem een ander bestand voor de geweigerde rijen`,
        }),
      )
}

/** Writes the refused rows of one file; of several, each file's rows beside each other under numbered names. */
export const write = (
  path: string,
  files: ReadonlyArray<File.LongInput>,
  findings: ReadonlyArray<FileFinding.FileFinding>,
): Effect.Effect<void, Failure> =>
  Effect.forEach(
    files,
    (input, index) => {
      const reasons = findings.flatMap(({ file, line, message }) =>
        file === input.name && line !== null ? [{ line, reason: message }] : [],
      )
      return reasons.length === 0
        ? Effect.void
        : Effect.flatMap(File.read(input.path), (whole) =>
            File.write(placeOf(path, index), Rejects.rows(whole, reasons)),
          )
    },
    { discard: true },
  )

const placeOf = (path: string, index: number): string => (index === 0 ? path : `${path}.${index + 1}`)
