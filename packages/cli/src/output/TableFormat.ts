/** Statements, differences, journals and tables in every format: JSON for programs, spreadsheets and text for people. */
import type { CsvNotation, Workbook } from "@grootboek/cells"
import type { Diff, Journal, Statement } from "@grootboek/core"
import { Csv, Html, Json, type LongText, Markdown, Table, Text, Xlsx } from "@grootboek/report"
import * as Effect from "effect/Effect"
import type { Language } from "../words/Language.ts"
import * as Terminal from "./Terminal.ts"

export const formats = ["text", "md", "csv", "json", "html", "xlsx"] as const

export const logFormats = ["text", "csv", "json", "xlsx"] as const

export interface TableFormat<F extends string = (typeof formats)[number]> {
  readonly format: F
  readonly language: Language
  readonly csv: CsvNotation.CsvNotation
}

/** A text, or the bytes of a workbook. */
export type Content = string | Uint8Array

export const statement = (
  filled: Statement.Statement,
  { format, language, csv }: TableFormat,
): Effect.Effect<Content> => {
  switch (format) {
    case "json":
      return Effect.succeed(Json.print(Json.statement(filled)))
    case "md":
      return Effect.succeed(Markdown.statement(filled, language))
    case "csv":
      return Effect.succeed(Csv.statement(filled, { notation: csv }))
    case "html":
      return Effect.succeed(Html.statement(filled, language))
    case "xlsx":
      return workbook(Xlsx.statement(filled, language))
    case "text":
      return Effect.succeed(Text.statement(filled, Terminal.page(language)))
  }
}

/** Formats tables with their title and sentences; `document` makes the JSON answer. */
export const tables = (
  content: Table.TableReport,
  document: () => Parameters<typeof Json.print>[0],
  { format, language, csv }: TableFormat,
): Effect.Effect<Content> => {
  switch (format) {
    case "json":
      return Effect.succeed(Json.print(document()))
    case "md":
      return Effect.succeed(Table.markdown(content))
    case "csv":
      return Effect.succeed(Table.allCsv(content.tables, csv))
    case "html":
      return Effect.succeed(Table.page(content, language))
    case "xlsx":
      return workbook(Xlsx.tables(content, language))
    case "text":
      return Effect.succeed(Table.text(content, Terminal.page(language).width))
  }
}

export const difference = (
  found: Diff.Difference,
  { format, language, csv }: TableFormat,
): Effect.Effect<Content> => {
  switch (format) {
    case "json":
      return Effect.succeed(Json.print(Json.difference(found)))
    case "md":
      return Effect.succeed(Markdown.difference(found, language))
    case "csv":
      return Effect.succeed(Csv.difference(found, language, csv))
    case "html":
      return Effect.succeed(Html.difference(found, language))
    case "xlsx":
      return workbook(Xlsx.difference(found, language))
    case "text":
      return Effect.succeed(Text.difference(found, Terminal.page(language)))
  }
}

/** Returns how entries are formatted one by one. */
export const log = ({
  format,
  language,
  csv,
}: TableFormat<"text" | "csv" | "json">): LongText.LongText<Journal.Entry> => {
  switch (format) {
    case "json":
      return Json.logPrinting()
    case "csv":
      return Csv.logPrinting(language, csv)
    case "text":
      return Text.logPrinting(Terminal.page(language))
  }
}

export const logBook = (entries: ReadonlyArray<Journal.Entry>, language: Language): Effect.Effect<Content> =>
  workbook(Xlsx.log(entries, language))

/** Writes a workbook. The library is loaded on first use. */
export const workbook = (book: Workbook.Workbook): Effect.Effect<Uint8Array> =>
  Effect.flatMap(
    Effect.promise(() => import("@grootboek/xlsx")),
    ({ Book }) => Book.write(book),
  )
