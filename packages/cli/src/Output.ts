/** What a command writes: its answer on standard output, everything else on standard error. */
import * as Effect from "effect/Effect"
import type { Both, Language } from "./Language.ts"

/** Writes the answer; a reader that went away is no failure. */
export const print = (text: string): Effect.Effect<void> => part(text.endsWith("\n") ? text : `${text}\n`)

/** Writes a part of an answer, when what came before it is out. */
export const part = (text: string): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    process.stdout.write(text, () => resume(Effect.void))
  })

/** Writes one JSON document as the answer. */
export const printJson = (document: unknown): Effect.Effect<void> => print(JSON.stringify(document, null, 2))

/** Tells the user something beside the answer. */
export const tell = (language: Language, line: Both): Effect.Effect<void> =>
  Effect.sync(() => void process.stderr.write(`${line[language]}\n`))
