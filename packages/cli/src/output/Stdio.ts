/** Standard output for answers, standard error for everything else. */
import { JsonText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { masked } from "../words/Address.ts"
import * as FileMessage from "../words/FileMessage.ts"
import type { Both, Language } from "../words/Language.ts"
import { codeOf } from "./InputFile.ts"

/**
 * Ends this process with status 3 and one line when standard output cannot be written, and continues without a message when its
 * reader closed the pipe.
 */
export const guard = (language: Language): void => {
  let failed = false
  process.stdout.on("error", (cause) => {
    if (failed || codeOf(cause) === "EPIPE") return
    failed = true
    process.stderr.write(`${FileMessage.outputFailed(codeOf(cause))[language]}\n`, () => process.exit(3))
  })
  process.stderr.on("error", () => undefined)
}

/** Returns whether standard output still has a reader. */
export const isRead = (): boolean => process.stdout.writable

/** Writes an answer, with a line end. */
export const print = (text: string): Effect.Effect<void> => part(text.endsWith("\n") ? text : `${text}\n`)

/** Writes a part of an answer once the parts before it are written. Ignores a reader that closed the pipe. */
export const part = (content: string | Uint8Array): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    process.stdout.write(content, () => resume(Effect.void))
  })

export const printJson = (document: unknown): Effect.Effect<void> => print(JsonText.of(document, 2))

/** Writes a line on standard error. It names no password of an address. */
export const inform = (language: Language, line: Both): Effect.Effect<void> =>
  Effect.sync(() => void process.stderr.write(`${masked(line[language])}\n`))
