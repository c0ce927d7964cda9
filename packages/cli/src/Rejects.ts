/** The rows that were refused, written as they were, to be repaired and imported again. */
import { Rejects } from "@grootboek/csv"
import type { Finding } from "@grootboek/report"
import * as Effect from "effect/Effect"
import type { Failure } from "./Failure.ts"
import * as File from "./File.ts"

/** Writes the refused rows of one file; of several, each file's rows beside each other under numbered names. */
export const write = (
  path: string,
  files: ReadonlyArray<File.LongInput>,
  findings: ReadonlyArray<Finding.Finding>,
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
            File.write(index === 0 ? path : `${path}.${index + 1}`, Rejects.rows(whole, reasons)),
          )
    },
    { discard: true },
  )
