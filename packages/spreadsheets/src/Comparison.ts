/** What a spreadsheet shows, compared with what was written. */
import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { Formula } from "@grootboek/cells"
import { Money } from "@grootboek/core"
import { Sheet } from "@grootboek/xlsx"
import { parse } from "csv-parse/sync"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readXlsx } from "hucre/xlsx"

/** The result for one file: how many figures and formulas were compared, and the first differences. */
export interface ComparedFile {
  readonly file: string
  readonly figures: number
  readonly formulas: number
  readonly faults: ReadonlyArray<string>
}

type Records = ReadonlyArray<ReadonlyArray<string>>

const records = (path: string, delimiter: string): Records =>
  parse(readFileSync(path, "utf8"), {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
  })

/** Compares every cell of a workbook with the sheets that LibreOffice shows after a recalculation. */
export const workbook = async (file: string, shownIn: string): Promise<ComparedFile> => {
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(file)), { readStyles: true })
  const faults: Array<string> = []
  let [figures, formulas] = [0, 0]
  for (const sheet of sheets) {
    const name = `${basename(file, ".xlsx")}-${sheet.name}.csv`
    const shown = records(join(shownIn, name), ";")
    sheet.rows.forEach((row, line) => {
      row.forEach((value, column) => {
        const cell = sheet.cells?.get(`${line},${column}`)
        const found = shown[line]?.[column] ?? ""
        const expected =
          typeof value === "number" ? asShown(value, cell?.style?.numFmt ?? "") : String(value ?? "")
        if (typeof value === "number") figures++
        if (cell?.formula !== undefined) formulas++
        if (found !== expected && faults.length < mostFaults)
          faults.push(`${sheet.name} ${line + 1}:${column + 1} shows ${found}, expected ${expected}`)
      })
    })
  }
  return { file, figures, formulas, faults }
}

const mostFaults = 5

/** Compares the rows of a workbook with those of its OpenDocument copy, both as the importer reads them. */
export const document = async (file: string, savedIn: string): Promise<ComparedFile> => {
  const copy = join(savedIn, `${basename(file, ".xlsx")}.ods`)
  const [written, saved] = await Promise.all([file, copy].map(sheetsOf))
  const faults: Array<string> = []
  let figures = 0
  for (const [name, rows] of written ?? []) {
    const others = saved?.get(name)
    for (const line of new Set([...rows.keys(), ...(others?.keys() ?? [])])) {
      const [expected, found] = [rows.get(line) ?? [], others?.get(line) ?? []]
      figures += expected.length
      if (found.join(" | ") !== expected.join(" | ") && faults.length < mostFaults)
        faults.push(
          `${name} row ${line} of the .ods has ${found.join(" | ")}, expected ${expected.join(" | ")}`,
        )
    }
  }
  return { file: `${file} as .ods`, figures, formulas: 0, faults }
}

/** The cells of each row that holds something, by sheet and line. A cell with a defect is listed with the kind of the defect. */
const sheetsOf = async (
  path: string,
): Promise<ReadonlyMap<string, ReadonlyMap<number, ReadonlyArray<string>>>> => {
  const book = await Effect.runPromise(Sheet.open(new Uint8Array(readFileSync(path))))
  return new Map(
    book.visible.map((name) => [
      name,
      new Map(
        [...book.rows(name)].flatMap(({ line, cells, defects = [] }) => {
          const filled = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1)
          const all = [...filled.map(inMicros), ...defects.map(({ _tag, cell }) => `${_tag} ${cell}`)]
          return all.length === 0 ? [] : [[line, all] as const]
        }),
      ),
    ]),
  )
}

/**
 * Returns a cell with a number rounded to micro-euro: LibreOffice saves the result of a formula with its error in binary, some
 * billionths of a euro.
 */
const inMicros = (cell: string): string => {
  if (!/^-?\d+,\d{7,}$/.test(cell)) return cell
  const rounded = Number(cell.replace(",", ".")).toFixed(6)
  return rounded.replace(/\.?0+$/, "").replace(".", ",")
}

/** Returns a stored number as its format shows it. Counts and years have no thousands marks. */
const asShown = (value: number, format: string): string => {
  const decimals = /#,##0(?:\.(0+))?/.exec(format)
  if (decimals === null) return String(value)
  const amount = Money.from(value.toFixed(6))
  const places = decimals[1]?.length ?? 0
  return Money.print(Money.round(amount, places), "be", places)
}

/** Compares every field of a CSV file with the cell that LibreOffice made of it, and the sum of each column. */
export const csv = async (file: string, openedIn: string, notation: "be" | "en"): Promise<ComparedFile> => {
  const written = records(file, notation === "be" ? ";" : ",")
  const opened = join(openedIn, `${basename(file, ".csv")}.xlsx`)
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(opened)))
  const rows = sheets[0]?.rows ?? []
  const faults: Array<string> = []
  const sums = new Map<number, { written: Money.Money; opened: number }>()
  let figures = 0
  const fault = (text: string) => faults.length < mostFaults && faults.push(text)
  for (const [line, fields] of written.entries())
    for (const [column, field] of fields.entries()) {
      const found = rows[line]?.[column] ?? null
      const place = `${line + 1}:${column + 1}`
      const amount = amountOf(field, notation)
      if (amount === undefined) {
        // A text must stay the text, also one that looks like a formula.
        if (typeof found === "number" && Formula.restore(field) !== field)
          fault(`${place} ${field} became ${found}`)
        continue
      }
      figures++
      if (typeof found !== "number" || Math.abs(found - Number(Money.format(amount))) > 1e-6) {
        fault(`${place} ${field} became ${String(found)}`)
        continue
      }
      const sum = sums.get(column) ?? { written: Money.zero, opened: 0 }
      sums.set(column, { written: Money.add(sum.written, amount), opened: sum.opened + found })
    }
  for (const [column, sum] of sums)
    if (Math.abs(sum.opened - Number(Money.format(sum.written))) > 1e-4)
      fault(`column ${column + 1} sums to ${sum.opened}, expected ${Money.format(sum.written)}`)
  return { file, figures, formulas: 0, faults }
}

const amountOf = (field: string, notation: "be" | "en"): Money.Money | undefined => {
  if (!(notation === "be" ? /^-?\d{1,12}(?:,\d{1,6})?$/ : /^-?\d{1,12}(?:\.\d{1,6})?$/).test(field))
    return undefined
  const parsed = Money.parse(field.replace(",", "."))
  return Result.isSuccess(parsed) ? parsed.success : undefined
}

/** Compares the statements of the workbook with the printed figures of the CSV files of the pack. */
export const printed = (pack: string, shownIn: string, forms: ReadonlyArray<string>): ComparedFile => {
  const faults: Array<string> = []
  let figures = 0
  for (const form of forms) {
    const table = records(join(pack, "statements", `${form}.csv`), ";").slice(1)
    const columns = (table[0]?.length ?? 3) - 3
    const sheet = records(join(shownIn, `statements-${form}.csv`), ";")
    // The header is the first row with a name for every column of figures; a form of the accounts has a note above it.
    const header = sheet.findIndex((row) => row.slice(-columns).every((name) => name.trim() !== ""))
    const shown = sheet.slice(header + 1)
    const plain = (row: ReadonlyArray<string> | undefined, from: number) =>
      (row ?? []).slice(from).map((text) => text.replaceAll(".", ""))
    table.forEach((row, line) => {
      const expected = plain(row, 3)
      const found = plain(shown[line], (shown[line]?.length ?? 0) - columns)
      figures += expected.length
      if (found.join(";") !== expected.join(";") && faults.length < mostFaults)
        faults.push(`${form} line ${line + 1} shows ${found.join(" ")}, printed ${expected.join(" ")}`)
    })
  }
  return { file: "statements.xlsx against the printed figures", figures, formulas: 0, faults }
}
