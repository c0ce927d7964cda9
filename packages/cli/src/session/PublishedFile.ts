/** Published tables in files: the form of each, its figures, and whether they agree with each other. */
import { Consistency, Ledger, type Published as PublishedOf } from "@grootboek/core"
import { Published } from "@grootboek/csv"
import { RefusalText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Format from "../output/Format.ts"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import type { Both } from "../words/Language.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import { refusal } from "./CoreFailure.ts"

/** A published table and the name of its file. */
export interface PublishedFile extends PublishedOf.PublishedTable {
  readonly file: string
}

/** Reads tables, each with its form. */
export const read = Effect.fnUntraced(function* (
  paths: ReadonlyArray<string>,
  forms: ReadonlyArray<string>,
): Effect.fn.Return<ReadonlyArray<PublishedFile>, CommandFailure> {
  if (paths.length !== forms.length)
    return yield* Effect.fail(usage(UsageMessage.formsDiffer(paths.length, forms.length)))
  const tables: Array<PublishedFile> = []
  for (const [index, path] of paths.entries()) {
    const form = Ledger.formOf(forms[index] ?? "")
    if (Result.isFailure(form)) return yield* Effect.fail(refusal(form.failure))
    const input = yield* InputFile.read(path)
    const { cells, faults } = Published.read(input)
    if (faults.length > 0) return yield* Effect.fail(refused(...faults.map(Format.fault)))
    tables.push({ form: form.success, file: input.name, cells })
  }
  return tables
})

/** Returns whether tables agree with each other; refuses figures without a place in their form. */
export const consistency = (
  tables: ReadonlyArray<PublishedFile>,
): Effect.Effect<Consistency.ConsistencyReport, CommandFailure> => {
  const report = Consistency.check(tables)
  return Result.isSuccess(report)
    ? Effect.succeed(report.success)
    : Effect.fail(refused(...report.failure.map(misplaced)))
}

/** Returns the message about a figure without a place in its form. */
export const misplaced = ({ figure, refusal: facts }: PublishedOf.Misplaced): Both => {
  const place = `${figure.file ?? ""}:${figure.line}: ${figure.column}: `
  return { en: place + RefusalText.message(facts, "en"), nl: place + RefusalText.message(facts, "nl") }
}
