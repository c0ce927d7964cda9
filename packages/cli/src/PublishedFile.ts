/** Published tables as files: which form each fills in, its figures, and what they say about themselves. */
import { Consistency, Ledger, type Published as PublishedOf } from "@grootboek/core"
import { Published } from "@grootboek/csv"
import { RefusalText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Failure, refused, usage } from "./Failure.ts"
import * as File from "./File.ts"
import type { Both } from "./Language.ts"
import { refusal } from "./Messages.ts"
import * as Render from "./Render.ts"

/** A published table that was read from a file. */
export interface Table extends PublishedOf.PublishedTable {
  readonly file: string
}

/** Reads tables, each with its form. */
export const read = Effect.fnUntraced(function* (
  paths: ReadonlyArray<string>,
  forms: ReadonlyArray<string>,
): Effect.fn.Return<ReadonlyArray<Table>, Failure> {
  if (paths.length !== forms.length)
    return yield* Effect.fail(
      usage({
        en: `${paths.length} tables and ${forms.length} forms: give one --form for each table, in the same order`,
        nl: `${paths.length} tabellen en ${forms.length} schema's: geef één --form per tabel, in dezelfde volgorde`,
      }),
    )
  const tables: Array<Table> = []
  for (const [index, path] of paths.entries()) {
    const form = Ledger.formOf(forms[index] ?? "")
    if (Result.isFailure(form)) return yield* Effect.fail(refusal(form.failure))
    const input = yield* File.read(path)
    const { cells, faults } = Published.read(input)
    if (faults.length > 0) return yield* Effect.fail(refused(...faults.map(Render.fault)))
    tables.push({ form: form.success, file: input.name, cells })
  }
  return tables
})

/** What tables say about themselves; figures that have no place in their form are all refused. */
export const consistency = (tables: ReadonlyArray<Table>): Effect.Effect<Consistency.Report, Failure> => {
  const report = Consistency.check(tables)
  return Result.isSuccess(report)
    ? Effect.succeed(report.success)
    : Effect.fail(refused(...report.failure.map(misplaced)))
}

/** A figure that has no place, as a line. */
export const misplaced = ({ figure, refusal: facts }: PublishedOf.Misplaced): Both => {
  const place = `${figure.file ?? ""}:${figure.line}: ${figure.column}: `
  return { en: place + RefusalText.message(facts, "en"), nl: place + RefusalText.message(facts, "nl") }
}
