/** `grootboek mapping`: proposes how a file of another program is read, and shows its first rows. */

import { Money } from "@grootboek/core"
import { Dialect, Layout, Mapping, Note, type Preview } from "@grootboek/csv"
import { type Json, Table } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Format from "../output/Format.ts"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { inform, print, printJson } from "../output/Stdio.ts"
import * as FilePreview from "../session/FilePreview.ts"
import * as ImportFinding from "../session/ImportFinding.ts"
import * as FileMessage from "../words/FileMessage.ts"
import type { Language } from "../words/Language.ts"
import * as MappingMessage from "../words/MappingMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"
import * as ReadOptions from "./ReadOptions.ts"

export const mapping = Command.define({
  name: "mapping",
  about: {
    en: "propose how a file of another program is read, and show its first rows",
    nl: "stel voor hoe een bestand van een ander programma gelezen wordt, en toon de eerste rijen",
  },
  more: {
    en: [
      "Nothing is written to a ledger. Exit status 1: the mapping is not complete, or a row has a fault.",
      "With --mapping, a mapping that you changed is shown with the rows that it gives.",
      "",
      "Example: grootboek mapping export.csv --as lines --out mapping.json",
    ].join("\n"),
    nl: [
      "Er wordt niets in een grootboek geschreven. Afsluitcode 1: de toewijzing is onvolledig, of een rij bevat een fout.",
      "Met --mapping toont deze opdracht een toewijzing die u aanpaste, met de rijen die ze geeft.",
      "",
      "Voorbeeld: grootboek mapping export.csv --as lines --out mapping.json",
    ].join("\n"),
  },
  args: {
    file: Parameter.required(Parameter.text("file", { en: "the file", nl: "het bestand" })),
  },
  options: {
    as: Parameter.required(
      Parameter.choice("KIND", Layout.kinds, { en: "what the file holds", nl: "wat het bestand bevat" }),
    ),
    ...ReadOptions.options,
    format: common.format(Format.textFormats),
    out: Parameter.text("FILE", {
      en: "write the mapping to this file",
      nl: "schrijf de kolomtoewijzing naar dit bestand",
    }),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const kind = options.as
    const input = yield* InputFile.open(args.file)
    const read = yield* ReadOptions.of(options)
    const preview = yield* FilePreview.of(input, { kind, options: read })
    const { out } = options
    if (options.format === "json") yield* printJson(documentOf(input.name, { kind, preview, language }))
    else {
      yield* print(textOf(input.name, preview, language))
      if (out === undefined)
        yield* print(`\n${MappingMessage.mapping[language]}\n\n${Mapping.format(preview.mapping)}`)
    }
    if (out !== undefined) {
      yield* OutputFile.write(out, Mapping.format(preview.mapping))
      yield* inform(language, FileMessage.written(out))
    }
    return preview.open.length + preview.faults.length === 0 ? (0 as const) : (1 as const)
  }),
})

interface DocumentFacts {
  readonly kind: Layout.ImportKind
  readonly preview: Preview.Preview
  readonly language: Language
}

const documentOf = (file: string, { kind, preview, language }: DocumentFacts): Json.MappingDocument => ({
  file,
  kind,
  table: preview.table,
  delimiter: preview.content.dialect.medium === "text" ? preview.content.dialect.delimiter : null,
  mapping: preview.mapping,
  open: preview.open,
  notes: preview.content.notes.map((note) => Note.message(note, language, "command")),
  findings: preview.faults.map((fault) => ImportFinding.ofFault(fault, language)),
  rows: preview.rows,
})

const textOf = (file: string, preview: Preview.Preview, language: Language): string => {
  const { content, delimiter } = preview
  const layout = layoutOf(preview)
  const tables = [columnsOf(layout, preview, language), ...rowsOf(layout, preview, language)]
  const sentences = [
    Dialect.format(content.dialect, language),
    ...(delimiter === undefined
      ? []
      : [MappingMessage.delimiter(delimiter === "\t" ? "tab" : delimiter)[language]]),
    ...preview.open.map((field) => MappingMessage.open(`${nameOf(layout, field)} (${field})`)[language]),
    ...preview.undecided.map((header) => MappingMessage.yearLeftOut(header)[language]),
    ...content.notes.map((note) => MappingMessage.note(Note.message(note, language, "command"))[language]),
    ...preview.faults.map((fault) => ImportFinding.ofFault(fault, language).message),
  ]
  return Table.text(
    { title: MappingMessage.title(file, preview.table)[language], sentences, tables },
    process.stdout.isTTY ? process.stdout.columns : undefined,
  )
}

const layoutOf = ({ table }: Preview.Preview): Layout.FileLayout =>
  Object.values(Layout.layouts).find(({ name }) => name === table) ?? Layout.layouts.lines

const nameOf = ({ columns }: Layout.FileLayout, field: string): string =>
  columns.find((column) => column.field === field)?.headers[0] ?? field

const columnsOf = (
  layout: Layout.FileLayout,
  { mapping: { columns = {}, constants = {}, years = {} } }: Preview.Preview,
  language: Language,
): Table.Table => ({
  title: MappingMessage.columns[language],
  head: [
    MappingMessage.heads.name[language],
    MappingMessage.heads.field[language],
    MappingMessage.heads.column[language],
  ],
  rows: [
    ...layout.columns.flatMap(({ field }) => {
      const constant = constants[field]
      const column = columns[field]
      if (constant === undefined && column === undefined) return []
      const shown =
        constant === undefined
          ? (column ?? MappingMessage.none[language])
          : MappingMessage.constant(constant)[language]
      return [[nameOf(layout, field), field, shown]]
    }),
    ...Object.entries(years).map(([header, year]) => [
      year === null ? MappingMessage.none[language] : String(year),
      "years",
      header,
    ]),
  ],
})

const rowsOf = (
  layout: Layout.FileLayout,
  { rows }: Preview.Preview,
  language: Language,
): ReadonlyArray<Table.Table> => {
  if (rows.length === 0) return []
  const fields = layout.columns
    .map(({ field }) => field)
    .filter((field) => rows.some(({ values }) => field in values))
  const years = [...new Set(rows.flatMap(({ amounts }) => Object.keys(amounts)))].sort()
  return [
    {
      title: MappingMessage.rows(rows.length)[language],
      head: [
        MappingMessage.heads.line[language],
        ...fields.map((field) => nameOf(layout, field)),
        ...years.map((year) => (year === "amount" ? nameOf(layout, year) : year)),
      ],
      rows: rows.map(({ line, values, amounts }) => [
        String(line),
        ...fields.map((field) => values[field] ?? ""),
        ...years.map((year) => (amounts[year] ? Money.from(amounts[year]) : "")),
      ]),
    },
  ]
}
