/** Statements, differences, journals and tables in every format: JSON for programs, spreadsheets and text for people. */
import type { CsvNotation, Workbook } from "@grootboek/cells"
import type { Diff, Journal, Statement } from "@grootboek/core"
import { Csv, Html, Json, type LongText, Markdown, Table, Text, Xlsx } from "@grootboek/report"
import * as Effect from "effect/Effect"
import type { Language } from "../words/Language.ts"
import * as Garbage from "./Garbage.ts"
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

/** A way to write an answer in each format. */
type Writers = Readonly<Record<(typeof formats)[number], () => string | Workbook.Workbook>>

const write = ({ format }: TableFormat, writers: Writers): Effect.Effect<Content> => {
  const written = writers[format]()
  return typeof written === "string" ? Effect.succeed(written) : workbook(written)
}

export const statement = (filled: Statement.Statement, chosen: TableFormat): Effect.Effect<Content> => {
  const { language, csv } = chosen
  return write(chosen, {
    json: () => Json.print(Json.statement(filled)),
    md: () => Markdown.statement(filled, language),
    csv: () => Csv.statement(filled, { notation: csv }),
    html: () => Html.statement(filled, language),
    xlsx: () => Xlsx.statement(filled, language),
    text: () => Text.statement(filled, Terminal.page(language)),
  })
}

/** Formats tables with their title and sentences; `document` makes the JSON answer. */
export const tables = (
  content: Table.TableReport,
  document: () => Parameters<typeof Json.print>[0],
  chosen: TableFormat,
): Effect.Effect<Content> => {
  const { language, csv } = chosen
  return write(chosen, {
    json: () => Json.print(document()),
    md: () => Table.markdown(content),
    csv: () => Table.allCsv(content.tables, csv),
    html: () => Table.page(content, language),
    xlsx: () => Xlsx.tables(content, language),
    text: () => Table.text(content, Terminal.page(language).width),
  })
}

/** Formats tables as {@link tables} does, in HTML as one sheet to print. */
export const sheet = (
  content: Table.TableReport,
  document: () => Parameters<typeof Json.print>[0],
  chosen: TableFormat,
): Effect.Effect<Content> =>
  chosen.format === "html"
    ? Effect.succeed(Table.sheet(content, chosen.language))
    : tables(content, document, chosen)

export const difference = (found: Diff.Difference, chosen: TableFormat): Effect.Effect<Content> => {
  const { language, csv } = chosen
  return write(chosen, {
    json: () => Json.print(Json.difference(found)),
    md: () => Markdown.difference(found, language),
    csv: () => Csv.difference(found, language, csv),
    html: () => Html.difference(found, language),
    xlsx: () => Xlsx.difference(found, language),
    text: () => Text.difference(found, Terminal.page(language)),
  })
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
    ({ Book }) => Book.write(book, Garbage.collectBetweenFiles),
  )
