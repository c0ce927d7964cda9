/** Published tables, cell by cell: printed forms, objectives with their amounts, a synthesis per action. */
import { type FormId, forms, Money } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import type { Fault, Problem } from "../fault/Fault.ts"
import type { Note } from "../fault/Note.ts"
import * as StatedUnit from "../fault/StatedUnit.ts"
import * as Dialect from "../text/Dialect.ts"
import type { File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import * as BlankReading from "./BlankReading.ts"
import * as CodedTable from "./CodedTable.ts"
import type { ReaderOptions } from "./FileContent.ts"
import * as HiddenCells from "./HiddenCells.ts"
import * as Pivot from "./Pivot.ts"
import type { PrintedCell } from "./PrintedCell.ts"
import * as PrintedTable from "./PrintedTable.ts"
import * as PublishedCells from "./PublishedCells.ts"
import * as PublishedLayout from "./PublishedLayout.ts"
import * as PublishedRow from "./PublishedRow.ts"
import type { SheetInput } from "./SheetReader.ts"
import * as SheetRecord from "./SheetRecord.ts"
import * as Survey from "./Survey.ts"

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

/** Reads a published table. Without a form its first row must be a header of codes; with one, labels as printed are found too. */
export const read = (file: File, declared: PublishedDialect = {}, form?: FormId): PrintedCells => {
  const survey = Survey.of(file.bytes, PublishedLayout.amountColumns, {
    ...declared,
    ...(form === undefined ? {} : { delimiterIn: PublishedRow.delimiterIn }),
  })
  const rows: Array<PublishedRow.PublishedRow> = []
  const broken: Array<{ readonly problem: Problem; readonly row: PublishedRow.PublishedRow }> = []
  const parser = Records.parser(survey.dialect, {
    record: (cells, line) => rows.push(PublishedRow.of(cells, line, parser.position())),
    blank: () => {},
    broken: (problem, line) => {
      const row = { line, ...parser.position(), cells: [], isSplit: true }
      broken.push({ problem, row })
      // In pasted text a quote is a character like any other.
      if (problem._tag === "StrayQuote" || problem._tag === "UnterminatedQuote")
        rows.push(PublishedRow.of(row.text.split(survey.dialect.delimiter), line, row))
    },
  })
  if (survey.problem === undefined) {
    parser.push(file.bytes)
    parser.end()
  } else
    broken.push({ problem: survey.problem, row: { line: 1, offset: 0, text: "", cells: [], isSplit: true } })
  return tableOf({ name: file.name, rows, broken, dialect: survey.dialect, declared, form })
}

export type PublishedSheet = Omit<SheetInput, "sha256">

/** The row at which the table of a sheet begins, and whether its hidden rows and columns are left out. */
export type PublishedRange = Pick<ReaderOptions, "headerLine" | "skipHidden">

/** Reads a published table from a sheet. */
export const readSheet = (sheet: PublishedSheet, form: FormId, range: PublishedRange = {}): PrintedCells => {
  const { letters, isHidden = () => false } = sheet
  const hidden = HiddenCells.start({ skips: range.skipHidden === true, isHidden, letters })
  const records: Array<SheetRecord.SheetRecord> = []
  for (const record of sheet.rows) {
    const shown = hidden.shown(record)
    if (shown !== undefined && !SheetRecord.isBlank(shown)) records.push(shown)
  }
  const rows = records.map((record): PublishedRow.PublishedRow => {
    // A merged figure is printed once, in the first of its cells.
    const cells = record.cells.map((cell, column) => (record.merged?.has(column) === true ? "" : cell))
    return { line: record.line, offset: 0, text: cells.join(";").slice(0, 2000), cells, isSplit: true }
  })
  const broken = records.flatMap(({ defects = [] }, index) =>
    defects.flatMap(({ _tag, value }) => {
      const row = rows[index]
      return row === undefined ? [] : [{ problem: { _tag, value }, row }]
    }),
  )
  const table = tableOf({
    name: sheet.name,
    rows,
    broken,
    dialect: { ...Dialect.ofSheet(sheet.numbers, "detected"), shape: "wide" },
    declared: {
      numbers: sheet.numbers,
      ...(range.headerLine === undefined ? {} : { headerLine: range.headerLine }),
    },
    form,
  })
  const { notes, ...shown } = shownBy(forms[form].decimals, table)
  return { ...shown, notes: [...(sheet.notes ?? []), ...notes, ...hidden.notes()] }
}

export const hasTable = (sheet: PublishedSheet, form: FormId, range: PublishedRange = {}): boolean =>
  readSheet(sheet, form, range).cells.length > 0

/** Rounds figures as a sheet shows them: its cells hold exact amounts, with the number format of the form. */
const shownBy = (decimals: number, { cells, notes, ...table }: PrintedCells): PrintedCells => {
  const finer = cells.filter(({ amount }) => Money.round(amount, decimals) !== amount)
  const [first] = finer
  return {
    ...table,
    cells: cells.map((cell) => ({ ...cell, amount: Money.round(cell.amount, decimals) })),
    notes:
      first === undefined
        ? notes
        : [...notes, { _tag: "Rounded", cells: finer.length, firstLine: first.line, decimals }],
  }
}

interface TableInput {
  readonly name: string
  readonly rows: ReadonlyArray<PublishedRow.PublishedRow>
  readonly broken: ReadonlyArray<{ readonly problem: Problem; readonly row: PublishedRow.PublishedRow }>
  readonly dialect: Dialect.Dialect
  readonly declared: PublishedDialect
  readonly form: FormId | undefined
}

const tableOf = (input: TableInput): PrintedCells => {
  const table = cellsOf(input)
  const notes = table.cells.length === 0 ? [] : unitNotes(input.rows)
  return notes.length === 0 ? table : { ...table, notes: [...table.notes, ...notes] }
}

/** Returns a note on the first title that states a unit. */
const unitNotes = (rows: ReadonlyArray<PublishedRow.PublishedRow>): ReadonlyArray<Note> => {
  for (const { cells, line } of rows.slice(0, titlesAtMost)) {
    const value = cells
      .filter((cell) => cell.trim() !== "")
      .join(" ")
      .trim()
    const unit = StatedUnit.of(value)
    if (unit !== undefined) return [{ _tag: "UnitNotApplied", line, value, unit }]
  }
  return []
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
  const header = start < 0 ? undefined : rows[start]
  const wide = { ...dialect, shape: "wide" as const }
  if (form === undefined || header !== undefined || rows.length === 0) {
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
    const notes: ReadonlyArray<Note> = isBelow
      ? [{ _tag: "HeaderFound", line: header.line, above: start }]
      : []
    return { ...coded, dialect: wide, faults, notes, edition: undefined }
  }
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
    dialect: { ...wide, numbers },
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
