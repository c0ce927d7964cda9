/** Answers in a format: JSON for programs, text for people, and the other formats of the report package. */
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
import type { Both, Language } from "../words/Language.ts"

/** A format and a language. */
export interface OutputFormat<F extends string> {
  readonly format: F
  readonly language: Language
}

/** The formats of most answers. */
export const textFormats = ["text", "json"] as const

type TextOrJson = OutputFormat<(typeof textFormats)[number]>

/** The formats of tables. */
export const tableFormats = ["text", "md", "json", "html"] as const

/** The formats of a statement. */
export const statementFormats = ["text", "md", "csv", "json", "html", "xlsx"] as const

/** Formats a statement. */
export const statement = (
  filled: Statement.Statement,
  { format, language }: OutputFormat<(typeof statementFormats)[number]>,
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
    case "text":
      return Effect.succeed(Text.statement(filled, terminal(language)))
  }
}

/** Formats tables with their title and sentences; `document` makes the JSON answer. */
export const tables = (
  content: Parameters<typeof Table.text>[0],
  document: () => Parameters<typeof Json.print>[0],
  { format, language }: OutputFormat<(typeof tableFormats)[number]>,
): string => {
  switch (format) {
    case "json":
      return Json.print(document())
    case "md":
      return Table.markdown(content)
    case "html":
      return Table.page(content, language)
    case "text":
      return Table.text(content, process.stdout.isTTY ? process.stdout.columns : undefined)
  }
}

/** Formats an explanation. */
export const explanation = (explained: Explain.Explanation, { format, language }: TextOrJson): string =>
  format === "json"
    ? Json.print(Json.explanation(explained, language))
    : Text.explanation(explained, terminal(language))

/** The formats of a difference. */
export const differenceFormats = ["text", "md", "csv", "json", "html"] as const

/** Formats a difference, with the resolutions behind its causes. */
export const difference = (
  found: Diff.Difference,
  ledger: Ledger.Ledger,
  { format, language }: OutputFormat<(typeof differenceFormats)[number]>,
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
    case "text":
      return Text.difference(found, { ...terminal(language), deciders })
  }
}

/** Returns how entries are formatted one by one. */
export const log = ({ format, language }: TextOrJson): LongText.LongText<Journal.Entry> =>
  format === "json" ? Json.logPrinting() : Text.logPrinting(terminal(language))

/** Formats a verification. */
export const verification = (
  found: VerifiedJournal.VerifiedJournal,
  { format, language }: TextOrJson,
): string =>
  format === "json"
    ? Json.print(Json.verification(found, language))
    : Text.verification(found, terminal(language))

/** Returns whether a verification found no damage, no broken law and no required norm missed. */
export const isSound = VerifiedJournal.ok

/** Formats a reconciliation of a published file. */
export const reconciliation = (
  found: Reconcile.Reconciliation,
  file: string,
  { format, language }: TextOrJson,
): string =>
  format === "json"
    ? Json.print(Json.reconciliation(found, file, language))
    : Text.reconciliation(found, file, terminal(language))

/** Formats the consistency of published tables, with the proof if there is one. */
export const consistency = (
  report: Consistency.ConsistencyReport,
  proof: Parameters<typeof Json.consistency>[1],
  { format, language }: TextOrJson,
): string =>
  format === "json"
    ? Json.print(Json.consistency(report, proof))
    : Text.consistency(report, proof, terminal(language))

/** Formats the outcome of an import. */
export const imported = (outcome: Imported.Imported, { format, language }: TextOrJson): string =>
  format === "json" ? Json.print(Json.imported(outcome)) : Text.imported(outcome, terminal(language))

/** Returns the message of a fault in a file, in both languages. */
export const fault = (found: Fault.Fault): Both => ({
  en: Fault.message(found, "en"),
  nl: Fault.message(found, "nl"),
})

// On a terminal: its width and, unless NO_COLOR is set, colour. In a file or a pipe: neither.
const terminal = (language: Language): Text.TextOptions => {
  const { isTTY, columns } = process.stdout
  return { language, ...(isTTY ? { colour: process.env.NO_COLOR === undefined, width: columns } : {}) }
}
