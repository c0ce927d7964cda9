/** The options of answers that people open in a spreadsheet, and how such an answer is written. */
import { CsvNotation } from "@grootboek/cells"
import * as Effect from "effect/Effect"
import * as OutputFile from "../output/OutputFile.ts"
import { inform, part, print } from "../output/Stdio.ts"
import type { Content } from "../output/TableFormat.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import type { Language } from "../words/Language.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Parameter from "./Parameter.ts"

export const csv = Parameter.choice("NOTATION", CsvNotation.notations, {
  en: "CSV: be (; and a decimal comma, default) or en (, and a decimal point); without --format also chooses csv",
  nl: "CSV: be (; en een decimale komma, standaard) of en (, en een decimale punt); zonder --format ook de keuze voor csv",
})

/** Returns the options: the format, the notation of CSV, and the file. */
export const options = <const F extends string>(formats: ReadonlyArray<F>) => ({
  format: Parameter.choice("FORMAT", formats, {
    en: "the format of the answer (default: text)",
    nl: "het formaat van het antwoord (standaard: text)",
  }),
  csv,
  out: Parameter.text("FILE", { en: "write it to a file", nl: "schrijf het naar een bestand" }),
})

/** Returns the format that options choose, and the notation of CSV. */
export const formatOf = <F extends string>({
  format,
  csv,
}: {
  readonly format: F | undefined
  readonly csv: CsvNotation.CsvNotation | undefined
}): { readonly format: F | "text" | "csv"; readonly csv: CsvNotation.CsvNotation } => ({
  format: format ?? (csv === undefined ? "text" : "csv"),
  csv: csv ?? "be",
})

/** Writes an answer to a file, or to standard output. Refuses to show the bytes of a workbook on a terminal. */
export const write = Effect.fnUntraced(function* (
  content: Content,
  out: string | undefined,
  language: Language,
): Effect.fn.Return<void, CommandFailure> {
  if (out !== undefined) {
    yield* OutputFile.write(out, content)
    yield* inform(language, FileMessage.written(out))
  } else if (typeof content === "string") yield* print(content)
  else if (process.stdout.isTTY) yield* Effect.fail(usage(UsageMessage.needsFile))
  else yield* part(content)
})
