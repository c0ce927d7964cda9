/** From an answer to what is printed: JSON for programs, text for people, and the other formats of the report package. */
import type { Consistency, Diff, Explain, Journal, Ledger, Reconcile, Statement } from "@grootboek/core"
import { Fault } from "@grootboek/csv"
import {
  Csv,
  Html,
  type Imported,
  Json,
  type LongText,
  Markdown,
  Resolutions,
  Table,
  Text,
  VerifiedJournal,
} from "@grootboek/report"
import * as Effect from "effect/Effect"
import type { Both, Language } from "./Language.ts"
import type { Proof } from "./Proof.ts"
import { type Given, text } from "./Spec.ts"

/** In which format, and in which language. */
export interface Wanted {
  readonly format: string
  readonly language: Language
}

/** What the user asked for. */
export const wanted = (given: Given): Wanted => ({
  format: text(given, "format") ?? "text",
  language: given.language,
})

/** The formats of a statement. */
export const statementFormats = ["text", "md", "csv", "json", "html", "xlsx"] as const

/** A statement. */
export const statement = (
  filled: Statement.Statement,
  { format, language }: Wanted,
): Effect.Effect<string | Uint8Array> => {
  switch (format) {
    case "json":
      return Effect.succeed(Json.print(Json.statement(filled)))
    case "md":
      return Effect.succeed(Markdown.statement(filled, language))
    case "csv":
      return Effect.succeed(Csv.statement(filled))
    case "html":
      return Effect.succeed(Html.statement(filled, language))
    case "xlsx":
      return Effect.flatMap(
        Effect.promise(() => import("@grootboek/xlsx")),
        ({ Book }) => Book.write([filled]),
      )
    default:
      return Effect.succeed(Text.statement(filled, terminal(language)))
  }
}

/** Tables with their title and sentences; their answer for programs is another. */
export const tables = (
  told: Parameters<typeof Table.text>[0],
  answer: () => Parameters<typeof Json.print>[0],
  { format, language }: Wanted,
): string => {
  switch (format) {
    case "json":
      return Json.print(answer())
    case "md":
      return Table.markdown(told)
    case "html":
      return Table.page(told, language)
    default:
      return Table.text(told, process.stdout.isTTY ? process.stdout.columns : undefined)
  }
}

/** An explanation. */
export const explanation = (explained: Explain.Explanation, { format, language }: Wanted): string =>
  format === "json"
    ? Json.print(Json.explanation(explained, language))
    : Text.explanation(explained, terminal(language))

/** The formats of a difference. */
export const differenceFormats = ["text", "md", "csv", "json", "html"] as const

/** A difference, with the resolutions behind its causes. */
export const difference = (
  found: Diff.Difference,
  ledger: Ledger.Ledger,
  { format, language }: Wanted,
): string => {
  const deciders = (entry: number) => Resolutions.of(ledger, entry)
  switch (format) {
    case "json":
      return Json.print(Json.difference(found))
    case "md":
      return Markdown.difference(found, language)
    case "csv":
      return Csv.difference(found, language)
    case "html":
      return Html.difference(found, language, deciders)
    default:
      return Text.difference(found, { ...terminal(language), deciders })
  }
}

/** Entries, however many. */
export const log = ({ format, language }: Wanted): LongText.LongText<Journal.Entry> =>
  format === "json" ? Json.logPrinting() : Text.logPrinting(terminal(language))

/** A verification. */
export const verification = (found: VerifiedJournal.VerifiedJournal, { format, language }: Wanted): string =>
  format === "json"
    ? Json.print(Json.verification(found, language))
    : Text.verification(found, terminal(language))

/** Whether a verification found nothing that binds. */
export const isSound = VerifiedJournal.ok

/** A reconciliation of a published file. */
export const reconciliation = (
  found: Reconcile.Reconciliation,
  file: string,
  { format, language }: Wanted,
): string =>
  format === "json"
    ? Json.print(Json.reconciliation(found, file, language))
    : Text.reconciliation(found, file, terminal(language))

/** Published tables held against themselves, with the proof if one was asked. */
export const consistency = (
  report: Consistency.Report,
  proof: Proof | null,
  { format, language }: Wanted,
): string => {
  const told = proof === null ? null : { verdict: proof.verdict, lines: proof.lines }
  return format === "json"
    ? Json.print(Json.consistency(report, told))
    : Text.consistency(report, told, terminal(language))
}

/** The outcome of an import. */
export const imported = (outcome: Imported.Imported, { format, language }: Wanted): string =>
  format === "json" ? Json.print(Json.imported(outcome)) : Text.imported(outcome, terminal(language))

/** A fault of a file, as a line of a failure. */
export const fault = (found: Fault.Fault): Both => ({
  en: Fault.message(found, "en"),
  nl: Fault.message(found, "nl"),
})

// As wide as the terminal and in colour where a person reads it; as wide as it comes when it goes to a file or a program.
const terminal = (language: Language): Text.TextOptions => {
  const { isTTY, columns } = process.stdout
  return { language, ...(isTTY ? { colour: process.env.NO_COLOR === undefined, width: columns } : {}) }
}
