/** The first rows of a file as they are read, and the mapping that reads them: given, proposed, or both. */
import type { Delimited } from "@grootboek/cells"
import type { Fault } from "../fault/Fault.ts"
import type * as Layout from "../header/Layout.ts"
import { constantOf, headerOf, type Mapping, none } from "../header/Mapping.ts"
import * as Dialect from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import type { File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import type { FileContent, ReaderOptions } from "./FileContent.ts"
import * as MappingProposal from "./MappingProposal.ts"
import * as PreviewRow from "./PreviewRow.ts"
import * as Reader from "./Reader.ts"

export type { PreviewRow } from "./PreviewRow.ts"

/** A preview. `open` are the fields that every row needs and the mapping does not give. */
export interface Preview {
  readonly table: string
  readonly mapping: Mapping
  readonly open: ReadonlyArray<string>
  /** Headers with a year that is not proposed, because they may hold something else than estimates. */
  readonly undecided: ReadonlyArray<string>
  /** The delimiter to declare when the file is imported, `undefined` when it is detected. */
  readonly delimiter: Delimited.Delimiter | undefined
  readonly rows: ReadonlyArray<PreviewRow.PreviewRow>
  readonly faults: ReadonlyArray<Fault>
  readonly content: FileContent
}

/** The largest number of rows that a preview shows. */
export const longest = 10

/** Previews the beginning of a CSV file: bytes up to the end of a line. */
export const ofText = (kind: Layout.ImportKind, file: File, options: ReaderOptions): Preview => {
  const delimiter = options.delimiter ?? delimiterOf(kind, file.bytes, options)
  const declared: ReaderOptions = delimiter === undefined ? options : { ...options, delimiter }
  const guess = Reader.open(kind, file, declared).content().dialect.delimiter
  const records = recordsOf(file.bytes, { ...declared, delimiter: guess })
  const preview = of(kind, records, { options: declared, read: (how) => Reader.read(kind, file, how) })
  const detected = Reader.open(kind, file, { ...options, mapping: preview.mapping }).content().dialect
    .delimiter
  if (delimiter === undefined) return preview
  if (detected !== delimiter || options.delimiter !== undefined)
    return { ...preview, delimiter: detected === delimiter ? undefined : delimiter }
  const { dialect } = preview.content
  const how = { ...dialect.how, delimiter: "detected" as const }
  return { ...preview, content: { ...preview.content, dialect: { ...dialect, how } } }
}

/** Previews a sheet. */
export const ofSheet = (
  kind: Layout.ImportKind,
  sheet: Reader.SheetInput,
  options: ReaderOptions,
): Preview => {
  const rows = [...sheet.rows]
  return of(kind, rows.slice(0, 200), {
    options,
    read: (how) => Reader.readSheet(kind, { ...sheet, rows }, how),
  })
}

const of = (
  kind: Layout.ImportKind,
  records: ReadonlyArray<MappingProposal.ProposalRecord>,
  {
    options,
    read,
  }: { readonly options: ReaderOptions; readonly read: (options: ReaderOptions) => FileContent },
): Preview => {
  const given = options.mapping ?? none
  const headerLine = options.headerLine ?? given.headerLine
  const from = headerLine === undefined ? records : records.filter(({ line }) => line >= headerLine)
  const proposed = MappingProposal.of(kind, from, headerLine === undefined ? undefined : 1)
  const merged = merge(proposed.mapping, given)
  const { layout } = proposed
  const open = records.length === 0 ? [] : openOf(layout, merged)
  const mapping = given.headerLine === undefined ? withoutLine(merged, { options, read }) : merged
  const rows: Array<PreviewRow.PreviewRow> = []
  // Fields that are still open are blank, so that the rows can be shown.
  const blanks = Object.fromEntries(open.map((field) => [field, ""]))
  const content = read({
    ...options,
    mapping: open.length === 0 ? mapping : { ...mapping, constants: { ...mapping.constants, ...blanks } },
    observe: (row) => {
      if (rows.length < longest) rows.push(PreviewRow.of(row))
    },
  })
  return {
    table: layout.name,
    mapping,
    open,
    undecided: Object.entries(proposed.mapping.years ?? {}).flatMap(([header, year]) =>
      year === null && given.years?.[header] === undefined ? [header] : [],
    ),
    delimiter: undefined,
    rows,
    faults: content.faults
      .filter(({ column }) => !open.some((field) => column === `constants.${field}`))
      .slice(0, longest),
    content,
  }
}

// The line of the header is left out when the header is found without it.
const withoutLine = (
  mapping: Mapping,
  {
    options,
    read,
  }: { readonly options: ReaderOptions; readonly read: (options: ReaderOptions) => FileContent },
): Mapping => {
  const { headerLine, ...others } = mapping
  if (headerLine === undefined) return mapping
  const { faults, counts } = read({ ...options, mapping: others })
  return faults.length === 0 && counts.accepted > 0 ? others : mapping
}

// What the user gave replaces what was proposed, field by field.
const merge = (proposed: Mapping, given: Mapping): Mapping => {
  const constants = Object.keys(given.constants ?? {})
  const columns = Object.entries({ ...proposed.columns, ...given.columns }).filter(
    ([field]) => !constants.includes(field) || typeof given.columns?.[field] === "string",
  )
  const years = { ...proposed.years, ...given.years }
  const values = { ...proposed.values, ...given.values }
  return {
    ...proposed,
    ...given,
    columns: Object.fromEntries(columns),
    ...(Object.keys(years).length === 0 ? {} : { years }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  }
}

const openOf = ({ columns }: Layout.FileLayout, mapping: Mapping): ReadonlyArray<string> => {
  const isGiven = (field: string): boolean =>
    typeof headerOf(mapping, field) === "string" || constantOf(mapping, field) !== undefined
  const hasSides = isGiven("debit") && isGiven("credit")
  return columns
    .filter(({ presence }) => presence === "required")
    .map(({ field }) => field)
    .filter((field) => !isGiven(field) && !(hasSides && field === "amount"))
    .filter(
      (field) =>
        field !== "direction" || !(isGiven("key") || (hasSides && headerOf(mapping, field) === null)),
    )
}

// The delimiter with which the header explains most.
const delimiterOf = (
  kind: Layout.ImportKind,
  bytes: Uint8Array,
  options: ReaderOptions,
): Delimited.Delimiter | undefined => {
  const scores = Dialect.delimiters.map((delimiter) => ({
    delimiter,
    score: MappingProposal.of(kind, recordsOf(bytes.subarray(0, 1 << 14), { ...options, delimiter })).score,
  }))
  const best = scores.reduce((best, one) => (one.score > best.score ? one : best))
  return best.score > 0 ? best.delimiter : undefined
}

const recordsOf = (
  bytes: Uint8Array,
  { encoding, delimiter }: Pick<ReaderOptions, "encoding"> & { readonly delimiter: Delimited.Delimiter },
): ReadonlyArray<MappingProposal.ProposalRecord> => {
  const found = Encoding.detect(bytes, encoding)
  if ("_tag" in found) return []
  const records: Array<MappingProposal.ProposalRecord> = []
  const parser = Records.parser(
    { encoding: found.encoding, delimiter },
    {
      record: (cells, line) => {
        if (records.length < 200) records.push({ line, cells })
      },
      blank: () => {},
      broken: () => {},
    },
  )
  parser.push(bytes)
  parser.end()
  return records
}
