/** A sheet of a spreadsheet as rows of text, for the reader of CSV files. */
import * as Effect from "effect/Effect"
import { readXlsx, streamXlsxRows } from "hucre/xlsx"
import type { SheetFault } from "./Fault.ts"
import * as Zip from "./Zip.ts"

/** A row: its number in the sheet, and its cells as text. */
export interface SheetRow {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The content of a sheet. */
export interface SheetContent {
  readonly sheet: string
  /** How the cells write numbers. */
  readonly numbers: "be" | "en"
  readonly rows: ReadonlyArray<SheetRow>
}

/** The sheet, the number format of its texts (`be` by default), and the caps. */
export interface SheetOptions {
  /** The first visible sheet by default. */
  readonly sheet?: string
  readonly numbers?: "be" | "en"
  readonly caps?: Partial<Zip.Caps>
}

/** Reads one sheet. A cell with a formula gives the value that the spreadsheet last computed. */
export const read = (
  bytes: Uint8Array,
  options: SheetOptions = {},
): Effect.Effect<SheetContent, SheetFault> => {
  const caps = { ...Zip.caps, ...options.caps }
  const numbers = options.numbers ?? "be"
  return Effect.gen(function* () {
    const excess = yield* Effect.promise(() => Zip.inspect(bytes, caps))
    if (excess !== undefined) return yield* Effect.fail(excess)
    const known = yield* attempt(() => namesOf(bytes))
    const sheet = options.sheet ?? known[0] ?? ""
    if (!known.includes(sheet)) return yield* Effect.fail<SheetFault>({ _tag: "UnknownSheet", sheet, known })
    const rows = yield* attempt(() => rowsOf(bytes, sheet, numbers, caps))
    return "_tag" in rows ? yield* Effect.fail(rows) : { sheet, numbers, rows }
  })
}

const attempt = <A>(work: () => Promise<A>): Effect.Effect<A, SheetFault> =>
  Effect.tryPromise({
    try: work,
    catch: (): SheetFault => ({ _tag: "NotASpreadsheet", problem: "NoWorkbook" }),
  })

// The filter receives every sheet before it is read, and selects none.
const namesOf = async (bytes: Uint8Array): Promise<ReadonlyArray<string>> => {
  const names: Array<string> = []
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name)
      return false
    },
  })
  return names
}

const rowsOf = async (
  bytes: Uint8Array,
  sheet: string,
  numbers: "be" | "en",
  caps: Zip.Caps,
): Promise<ReadonlyArray<SheetRow> | SheetFault> => {
  const rows: Array<SheetRow> = []
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (values.length > caps.columns)
      return { _tag: "TooManyColumns", row: index + 1, found: values.length, cap: caps.columns }
    rows.push({ line: index + 1, cells: values.map((value) => textOf(value, numbers)) })
  }
  return rows
}

/** Returns a cell as text: amounts with the decimal mark of the format, days as 2026-06-30. */
export const textOf = (value: string | number | boolean | Date | null, numbers: "be" | "en"): string => {
  if (value === null) return ""
  if (typeof value === "string") return value
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR"
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10)
  const text = decimal(value)
  return numbers === "be" ? text.replace(".", ",") : text
}

// A spreadsheet computes in binary and shows fifteen digits: 0.1 + 0.2 is 0.3 for its user.
const decimal = (value: number): string => {
  const text = String(Number(value.toPrecision(15)))
  const [, sign = "", first = "", others = "", exponent = "0"] = /^(-?)(\d)\.?(\d*)e-(\d+)$/.exec(text) ?? []
  return first === "" ? text : `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${others}`
}
