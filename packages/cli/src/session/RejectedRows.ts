/** The rejected rows of an import, written unchanged with their reason, to be corrected and imported again. */
import { Rejects } from "@grootboek/csv"
import type { FileFinding } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import * as Target from "../output/Target.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"

/** Refuses a path that is one of the imported files: its other rows would be lost. */
export const check = (
  path: string,
  files: ReadonlyArray<InputFile.InputFile>,
): Effect.Effect<void, CommandFailure> => {
  const lost = files.find((input) => files.some((_, index) => Target.isSame(pathOf(path, index), input.path)))
  return lost === undefined ? Effect.void : Effect.fail(usage(FileMessage.rejectsIsInput(lost.path)))
}

/** Writes the rejected rows, those of a second file and later ones under numbered names. */
export const write = (
  path: string,
  files: ReadonlyArray<InputFile.InputFile>,
  findings: ReadonlyArray<FileFinding.FileFinding>,
): Effect.Effect<void, CommandFailure> =>
  Effect.forEach(
    files,
    (input, index) => {
      const reasons = findings.flatMap(({ file, line, message }) =>
        file === input.name && line !== null ? [{ line, reason: message }] : [],
      )
      return reasons.length === 0
        ? Effect.void
        : Effect.flatMap(InputFile.read(input.path), (whole) =>
            OutputFile.write(pathOf(path, index), Rejects.rows(whole, reasons)),
          )
    },
    { discard: true },
  )

const pathOf = (path: string, index: number): string => (index === 0 ? path : `${path}.${index + 1}`)
