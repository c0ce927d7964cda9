/** Published tables, cell by cell: printed forms, objectives with their amounts, a synthesis per action. */
import { type FormId, forms, Money } from "@grootboek/core"
import type { Problem } from "../fault/Fault.ts"
import * as Dialect from "../text/Dialect.ts"
import type { File } from "../text/File.ts"
import * as Records from "../text/Records.ts"
import type { ReaderOptions } from "./FileContent.ts"
import * as HiddenCells from "./HiddenCells.ts"
import * as PublishedLayout from "./PublishedLayout.ts"
import * as PublishedRow from "./PublishedRow.ts"
import * as PublishedTable from "./PublishedTable.ts"
import type { SheetInput } from "./SheetReader.ts"
import * as SheetRecord from "./SheetRecord.ts"
import * as Survey from "./Survey.ts"

export type { PrintedCells, PublishedDialect } from "./PublishedTable.ts"

/** Reads a published table. Without a form its first row must be a header of codes; with one, labels as printed are found too. */
export const read = (
  file: File,
  declared: PublishedTable.PublishedDialect = {},
  form?: FormId,
): PublishedTable.PrintedCells => {
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
  return PublishedTable.of({ name: file.name, rows, broken, dialect: survey.dialect, declared, form })
}

export type PublishedSheet = Omit<SheetInput, "sha256">

/** The row at which the table of a sheet begins, and whether its hidden rows and columns are left out. */
export type PublishedRange = Pick<ReaderOptions, "headerLine" | "skipHidden">

/** Reads a published table from a sheet. */
export const readSheet = (
  sheet: PublishedSheet,
  form: FormId,
  range: PublishedRange = {},
): PublishedTable.PrintedCells => {
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
  const table = PublishedTable.of({
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
const shownBy = (
  decimals: number,
  { cells, notes, ...table }: PublishedTable.PrintedCells,
): PublishedTable.PrintedCells => {
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
