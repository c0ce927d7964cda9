/** Standard output for answers, standard error for everything else. */
import * as Effect from "effect/Effect"
import type { Both, Language } from "../words/Language.ts"

/** Writes an answer, with a line end. */
export const print = (text: string): Effect.Effect<void> => part(text.endsWith("\n") ? text : `${text}\n`)

/** Writes a part of an answer once the parts before it are written. Ignores a reader that closed the pipe. */
export const part = (content: string | Uint8Array): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    process.stdout.write(content, () => resume(Effect.void))
  })

/** Writes one JSON document as the answer. */
export const printJson = (document: unknown): Effect.Effect<void> => print(JSON.stringify(document, null, 2))

/** Writes a line on standard error. */
export const inform = (language: Language, line: Both): Effect.Effect<void> =>
  Effect.sync(() => void process.stderr.write(`${line[language]}\n`))
