/**
 * Reads a form from text as people paste it: titles, headers, headings and labels as printed, in the order in which they
 * appear. A label is found in the form by its words and enumerator, so that no code is needed.
 */
import { type FormId, forms, Layout, Structure } from "@grootboek/core"
import type { Note } from "../fault/Note.ts"
import * as FormRows from "./FormRows.ts"
import * as FormTitle from "./FormTitle.ts"
import * as GroupRows from "./GroupRows.ts"
import * as PrintedColumns from "./PrintedColumns.ts"
import * as PrintedLabel from "./PrintedLabel.ts"
import * as PublishedRow from "./PublishedRow.ts"
import * as RowFigures from "./RowFigures.ts"

/** A row of figures at its address, with every way to read its figures. */
export interface AddressedRow {
  readonly row: PublishedRow.PublishedRow
  readonly section: string
  /** The code per column: M3 prints a direction per column. */
  readonly codes: ReadonlyArray<string>
  readonly entity: string | undefined
  readonly columns: ReadonlyArray<PrintedColumns.PrintedColumn>
  readonly readings: ReadonlyArray<ReadonlyArray<string>>
}

/** The rows of a form that were found, and what was not. */
export interface PrintedRows {
  readonly rows: ReadonlyArray<AddressedRow>
  readonly notes: ReadonlyArray<Note>
  readonly edition: "bbc-2020" | undefined
  readonly titles: ReadonlySet<FormId>
}

/** Returns the layout of a fixed form, made once. */
const layoutOf = (form: FormId): Layout.Layout => {
  const layout = layouts.get(form) ?? Layout.of(forms[form], Structure.empty)
  layouts.set(form, layout)
  return layout
}

const layouts = new Map<FormId, Layout.Layout>()

/**
 * Returns whether codes without a section are addresses of rows. A form of several sections prints `I` and `a` more than
 * once: in a column of their own they are the enumerators of the labels beside them.
 */
export const areAddresses = (codes: ReadonlyArray<string>, form: FormId): boolean => {
  if (forms[form].kind === "grouped" || form === "M3") return true
  const { rows } = layoutOf(form)
  const isAddress = (code: string): boolean =>
    rows.filter((row) => row.code === code || `${row.section}/${row.code}` === code).length === 1
  const printed = codes.map(PrintedLabel.clean).filter((code) => code !== "")
  return 2 * printed.filter(isAddress).length >= printed.length
}

export const read = (all: ReadonlyArray<PublishedRow.PublishedRow>, form: FormId): PrintedRows => {
  const isGrouped = forms[form].kind === "grouped" || form === "M3"
  const rows: Array<AddressedRow> = []
  const notes: Array<Note> = []
  const titles = new Set<FormId>()
  const fixed = isGrouped ? undefined : FormRows.start(layoutOf(form))
  const groups = isGrouped ? GroupRows.start(form) : undefined
  let current: FormId | undefined
  let header: PrintedColumns.PrintedHeader | undefined
  let headerLine = 0
  let hasCodes = false
  let pending: ReadonlyArray<string> = []
  const apart = new Set<string>()

  const setHeader = (found: PrintedColumns.PrintedHeader, line: number): void => {
    header = found
    hasCodes = hasAddresses(found)
    headerLine = line
    pending = []
    groups?.breakPage()
    if (found.label !== "") fixed?.enter(found.label)
    groups?.above(found.label)
    for (const column of found.columns) if (column.isApart) apart.add(column.header)
  }
  const hasAddresses = ({ code, section }: PrintedColumns.PrintedHeader): boolean =>
    code === undefined ||
    section !== undefined ||
    areAddresses(
      all.filter(({ isSplit }) => isSplit).map(({ cells }) => cells[code] ?? ""),
      form,
    )
  const addressOf = (label: string, columns: ReadonlyArray<PrintedColumns.PrintedColumn>) => {
    if (groups !== undefined) {
      const found = columns.map(({ direction }) => groups.find(label, direction))
      const [first] = found
      return first === undefined || found.includes(undefined)
        ? undefined
        : { section: first.section, codes: found.map((one) => one?.code ?? ""), entity: first.entity }
    }
    // A label may continue the lines above it.
    const labels = [...pending, label].map((_, from, lines) => lines.slice(lines.length - 1 - from).join(" "))
    const found = fixed?.find(labels)
    return found === undefined
      ? undefined
      : { section: found.section, codes: columns.map(() => found.code), entity: undefined }
  }
  const codedAddress = (
    row: PublishedRow.PublishedRow,
    { code, section, columns }: PrintedColumns.PrintedHeader,
  ) => {
    const text = code === undefined || !row.isSplit ? "" : PrintedLabel.clean(row.cells[code] ?? "")
    return text === ""
      ? undefined
      : {
          section: section === undefined ? "" : PrintedLabel.clean(row.cells[section] ?? ""),
          codes: columns.map(() => text),
          entity: undefined,
        }
  }

  // Where the form has a title, other tables precede it.
  const isTitled = all.some((row) => titleOf(row)?.form === form)
  for (const row of all) {
    if (PublishedRow.isRule(row)) continue
    const text = row.cells.join(" ").trim()
    const title = titleOf(row)
    if (title !== undefined) {
      titles.add(title.form)
      if (title.form !== current) header = undefined
      current = title.form
      pending = []
      groups?.breakPage()
      continue
    }
    if (current === undefined ? isTitled : current !== form) continue
    const isData =
      header !== undefined && row.isSplit && GroupRows.directionOf(row.cells[0] ?? "") !== undefined
    const found = isData
      ? undefined
      : row.isSplit
        ? PrintedColumns.parse(row.cells)
        : PrintedColumns.parseLine(text)
    if (found !== undefined) {
      setHeader(found, row.line)
      continue
    }
    if (header === undefined) {
      // The legal entity of credits may be above the years.
      for (const part of row.isSplit ? row.cells : [text]) groups?.above(part)
      continue
    }
    if (row.line - headerLine <= 2 && rows.every((one) => one.row.line < headerLine)) {
      const words = row.isSplit ? row.cells : PrintedColumns.wordsOf(text)
      const refined = words === undefined ? undefined : PrintedColumns.refine(header, words, row.isSplit)
      if (refined !== undefined) {
        setHeader(refined, row.line)
        continue
      }
    }
    const { columns } = header
    const { lead, readings } = row.isSplit
      ? RowFigures.ofCells(row.cells, header.columns)
      : RowFigures.ofLine(text, columns.length)
    const label = lead.join(" ")
    if (readings.every((figures) => figures.every((figure) => figure === ""))) {
      if (label === "") continue
      if (fixed?.enter(label) === true) pending = []
      else if (groups === undefined) pending = [...pending, label].slice(-6)
      else for (const part of lead) groups.heading(part)
      continue
    }
    const coded = hasCodes ? codedAddress(row, header) : undefined
    if (groups !== undefined && coded === undefined)
      for (const part of lead.slice(0, -1)) groups.heading(part)
    const at = coded ?? addressOf(groups === undefined ? label : (lead.at(-1) ?? ""), columns)
    pending = []
    if (at === undefined) notes.push({ _tag: "RowSetAside", line: row.line, what: label.slice(0, 80) })
    else rows.push({ row, ...at, columns, readings })
  }
  return {
    rows,
    notes: [...notes, ...[...apart].map((header): Note => ({ _tag: "UnreadColumn", header }))],
    edition: groups?.hasKinds() === true && form !== "M3" ? "bbc-2020" : undefined,
    titles,
  }
}

const titleOf = ({ cells }: PublishedRow.PublishedRow): ReturnType<typeof FormTitle.find> => {
  const filled = cells.filter((cell) => cell.trim() !== "")
  return filled.length === 1 ? FormTitle.find(filled[0] ?? "") : undefined
}
