/** A sheet of a spreadsheet as rows of texts, for the same reader as a CSV file. */
import * as Effect from "effect/Effect"
import { readXlsx, streamXlsxRows } from "hucre/xlsx"
import type { Fault } from "./Fault.ts"
import * as Zip from "./Zip.ts"

/** A row: its number in the sheet, and its cells as texts. */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** A sheet that was read. */
export interface Sheet {
  readonly sheet: string
  /** How the cells write numbers. */
  readonly numbers: "be" | "en"
  readonly rows: ReadonlyArray<Row>
}

/** Which sheet, how its texts write numbers (as `1.234,56` unless said otherwise), and what is allowed. */
export interface Options {
  /** The first sheet when left out. */
  readonly sheet?: string
  readonly numbers?: "be" | "en"
  readonly caps?: Partial<Zip.Caps>
}

/** Reads one sheet. A cell with a formula gives the value that was last computed for it; nothing is computed here. */
export const read = (bytes: Uint8Array, options: Options = {}): Effect.Effect<Sheet, Fault> => {
  const caps = { ...Zip.caps, ...options.caps }
  const numbers = options.numbers ?? "be"
  return Effect.gen(function* () {
    const excess = yield* Effect.promise(() => Zip.inspect(bytes, caps))
    if (excess !== undefined) return yield* Effect.fail(excess)
    const known = yield* attempt(() => namesOf(bytes))
    const sheet = options.sheet ?? known[0] ?? ""
    if (!known.includes(sheet)) return yield* Effect.fail<Fault>({ _tag: "UnknownSheet", sheet, known })
    const rows = yield* attempt(() => rowsOf(bytes, sheet, numbers, caps))
    return "_tag" in rows ? yield* Effect.fail(rows) : { sheet, numbers, rows }
  })
}

const attempt = <A>(work: () => Promise<A>): Effect.Effect<A, Fault> =>
  Effect.tryPromise({
    try: work,
    catch: (cause): Fault => ({
      _tag: "NotASpreadsheet",
      problem: cause instanceof Error ? cause.message : String(cause),
    }),
  })

// The filter hears of every sheet before any is read, and lets none through.
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
): Promise<ReadonlyArray<Row> | Fault> => {
  const rows: Array<Row> = []
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (values.length > caps.columns)
      return { _tag: "TooManyColumns", row: index + 1, found: values.length, cap: caps.columns }
    rows.push({ line: index + 1, cells: values.map((value) => textOf(value, numbers)) })
  }
  return rows
}

/** A cell as a board would type it: amounts with the decimal mark of the sheet, days as 2026-06-30. */
export const textOf = (value: string | number | boolean | Date | null, numbers: "be" | "en"): string => {
  if (value === null) return ""
  if (typeof value === "string") return value
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR"
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10)
  const text = decimal(value)
  return numbers === "be" ? text.replace(".", ",") : text
}

// A spreadsheet computes in binary and shows fifteen digits: 0.1 + 0.2 is 0.3 to whoever typed it.
const decimal = (value: number): string => {
  const text = String(Number(value.toPrecision(15)))
  const [, sign = "", first = "", others = "", exponent = "0"] = /^(-?)(\d)\.?(\d*)e-(\d+)$/.exec(text) ?? []
  return first === "" ? text : `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${others}`
}
