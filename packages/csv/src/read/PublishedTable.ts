/** The cells of a published table, read from its rows: below a header of codes, or by labels as printed. */
import type { FormId } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import type { Fault, Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import type * as Dialect from "../text/Dialect.ts"
import * as BlankReading from "./BlankReading.ts"
import * as CodedTable from "./CodedTable.ts"
import type { ReaderOptions } from "./FileContent.ts"
import * as Pivot from "./Pivot.ts"
import type { PrintedCell } from "./PrintedCell.ts"
import * as PrintedTable from "./PrintedTable.ts"
import * as PublishedCells from "./PublishedCells.ts"
import * as PublishedLayout from "./PublishedLayout.ts"
import type * as PublishedRow from "./PublishedRow.ts"
import * as StatedUnits from "./StatedUnits.ts"
import type * as Survey from "./Survey.ts"

export interface PrintedCells {
  readonly table: string
  readonly dialect: Dialect.Dialect
  readonly cells: ReadonlyArray<PrintedCell>
  readonly faults: ReadonlyArray<Fault>
  readonly notes: ReadonlyArray<Note>
  /** The edition of the form that its labels show, where it is not the current one. */
  readonly edition: "bbc-2020" | undefined
}

/** How a file is written, where that is not detected, and the line or row at which its table begins. */
export interface PublishedDialect extends Survey.DeclaredDialect, Pick<ReaderOptions, "headerLine"> {}

/** The rows of a file or sheet, and what is declared about them. */
export interface TableInput {
  readonly name: string
  readonly rows: ReadonlyArray<PublishedRow.PublishedRow>
  readonly broken: ReadonlyArray<{ readonly problem: Problem; readonly row: PublishedRow.PublishedRow }>
  readonly dialect: Dialect.Dialect
  readonly declared: PublishedDialect
  readonly form: FormId | undefined
}

/** Returns the cells of the rows, with a note when a title states a unit. */
export const of = (input: TableInput): PrintedCells => {
  const table = cellsOf(input)
  const notes = table.cells.length === 0 ? [] : StatedUnits.notes(input.rows.slice(0, titlesAtMost))
  return notes.length === 0 ? table : { ...table, notes: [...table.notes, ...notes] }
}

const cellsOf = ({ name, dialect, declared, form, ...input }: TableInput): PrintedCells => {
  const isFrom = ({ line }: { readonly line: number }): boolean => line >= (declared.headerLine ?? 1)
  const rows = input.rows.filter(isFrom)
  const broken = input.broken.filter(({ row }) => isFrom(row))
  const faults: Array<Fault> = []
  const report: PublishedCells.ReportProblem = (problem, { line, offset, text }, column) => {
    faults.push({ ...problem, file: name, line, offset, text, ...(column === undefined ? {} : { column }) })
  }
  const [above] = input.rows
  if (declared.headerLine !== undefined && rows.length === 0 && above !== undefined) {
    report({ _tag: "HeaderLineEmpty", declared: declared.headerLine }, above)
    return { table: form ?? "", dialect, cells: [], faults, notes: [], edition: undefined }
  }
  const start = codedHeader(rows, form)
  const sheet: ReadRows = { rows, broken, faults, report, dialect, declared }
  return form === undefined || start >= 0 || rows.length === 0
    ? codedCells(sheet, start)
    : printedCells(sheet, form)
}

/** The rows from the declared line on, and where their faults are reported. */
interface ReadRows extends Pick<TableInput, "rows" | "broken" | "dialect" | "declared"> {
  readonly faults: ReadonlyArray<Fault>
  readonly report: PublishedCells.ReportProblem
}

/** Reads rows below a header of codes at an index; -1 when there is none, so that the first row is reported. */
const codedCells = (
  { rows, broken, faults, report, dialect, declared }: ReadRows,
  start: number,
): PrintedCells => {
  const header = start < 0 ? undefined : rows[start]
  for (const { problem, row } of broken) report(problem, row)
  const isBelow = header !== undefined && header !== rows[0]
  const below = rows.slice(start < 0 ? 1 : start + 1)
  const numbers = isBelow
    ? numbersOf(
        below.flatMap(({ cells }) => cells),
        declared,
      )
    : dialect.numbers
  const isRead = rows.length > 0 || broken.length === 0
  const coded = isRead
    ? CodedTable.read(header ?? rows[0], below, { numbers, isPadded: dialect.medium === "sheet", report })
    : { table: "", cells: [] }
  const notes: ReadonlyArray<Note> = isBelow ? [{ _tag: "HeaderFound", line: header.line, above: start }] : []
  return { ...coded, dialect: { ...dialect, shape: "wide" }, faults, notes, edition: undefined }
}

/** Reads rows by their labels as printed. A quote is a character like any other there. */
const printedCells = (
  { rows, broken, faults, report, dialect, declared }: ReadRows,
  form: FormId,
): PrintedCells => {
  for (const { problem, row } of broken)
    if (problem._tag !== "StrayQuote" && problem._tag !== "UnterminatedQuote") report(problem, row)
  const found = PrintedTable.read(rows, form)
  const numbers =
    dialect.medium === "sheet"
      ? dialect.numbers
      : numbersOf(
          found.rows.flatMap(({ readings }) => readings.flat()),
          declared,
        )
  const decided = BlankReading.decide(found.rows, { form, numbers, edition: found.edition })
  const read = decided.flatMap((row) => {
    if (row.figures !== undefined) return [{ ...row, figures: row.figures }]
    const [one = [], other = []] = row.readings
    const written = (figures: ReadonlyArray<string>) => figures.join(" | ")
    report(
      { _tag: "AmbiguousBlanks", value: row.row.text.trim(), one: written(one), other: written(other) },
      row.row,
    )
    return []
  })
  const cells = PublishedCells.of(read, { form, numbers, report })
  const first = rows[0]
  if (first !== undefined && cells.length === 0 && faults.length === 0)
    report(
      found.titles.size > 0 && !found.titles.has(form)
        ? { _tag: "OtherForms", form, found: [...found.titles] }
        : { _tag: "NoPrintedRows", form },
      first,
    )
  const blanks = decided.filter(({ isDecided }) => isDecided)
  return {
    table: form,
    dialect: { ...dialect, numbers, shape: "wide" },
    cells,
    faults,
    notes: [
      ...found.notes,
      ...(blanks.length === 0
        ? []
        : [{ _tag: "BlanksDecided", rows: blanks.length, firstLine: blanks[0]?.row.line ?? 0 } as const]),
    ],
    edition: found.edition,
  }
}

/** The last row above which a header of codes is sought. */
const titlesAtMost = 30

/** Returns the index of the first row that is a header of codes or of a pivot, or -1. Without a form only the first row is tried. */
const codedHeader = (rows: ReadonlyArray<PublishedRow.PublishedRow>, form: FormId | undefined): number =>
  rows
    .slice(0, form === undefined ? 1 : titlesAtMost)
    .findIndex(
      ({ cells }) =>
        Pivot.isPivot(cells) ||
        (PublishedLayout.find(cells) !== undefined &&
          (form === undefined ||
            (PublishedLayout.amountColumns(cells).length > 0 && !hasEnumerators(rows, cells, form)))),
    )

/** Returns whether the codes below a header are the enumerators of printed labels, and no addresses. */
const hasEnumerators = (
  rows: ReadonlyArray<PublishedRow.PublishedRow>,
  header: ReadonlyArray<string>,
  form: FormId,
): boolean => {
  if (PublishedLayout.find(header)?.name !== "codes") return false
  const code = header.findIndex((cell) => PublishedLayout.nameOf(cell) === "code")
  const below = rows.slice(rows.findIndex(({ cells }) => cells === header) + 1)
  return !PrintedTable.areAddresses(
    below.map(({ cells }) => cells[code] ?? ""),
    form,
  )
}

/** Returns the number format that the figures prove. */
const numbersOf = (
  figures: ReadonlyArray<string>,
  declared: Survey.DeclaredDialect,
): Dialect.Dialect["numbers"] => {
  if (declared.numbers !== undefined) return declared.numbers
  // A percentage beside the amounts is written in the same way.
  const proven = new Set(figures.flatMap((figure) => Numbers.proves(figure.replace(/\s*%$/, "")) ?? []))
  const [only] = proven
  return proven.size > 1 ? "mixed" : (only ?? "unproven")
}
