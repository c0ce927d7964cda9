/** Sheets of a spreadsheet as rows of text, for the reader of CSV files. */
import * as Effect from "effect/Effect"
import * as Caps from "./Caps.ts"
import * as Container from "./Container.ts"
import type { SheetFault } from "./Fault.ts"
import * as OpenDocument from "./OpenDocument.ts"
import { refuse, SheetRefusal } from "./Refusal.ts"
import type { SheetRow } from "./SheetRow.ts"
import * as Workbook from "./Workbook.ts"

export { letters } from "./Address.ts"
export { textOf } from "./CellValue.ts"
export type { SheetRow } from "./SheetRow.ts"

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
  /** Whether amounts are read as stored (the default), or rounded as their number format shows them. */
  readonly figures?: "stored" | "shown"
  readonly caps?: Partial<Caps.Caps>
}

/** A spreadsheet that was opened: the names of its sheets, and their rows. */
export interface OpenSpreadsheet {
  readonly visible: ReadonlyArray<string>
  readonly hidden: ReadonlyArray<string>
  /** Returns the rows of a sheet one by one. Its iteration throws a {@link SheetRefusal} when the file is refused. */
  readonly rows: (sheet: string) => SheetRows
}

/** The rows of a sheet. Columns count from 0. */
export interface SheetRows extends Iterable<SheetRow> {
  /** Returns whether a column is hidden; known from the first row on. */
  readonly isHidden: (column: number) => boolean
}

/** Opens a spreadsheet. Every part of it is checked before a sheet is read. */
export const open = (
  bytes: Uint8Array,
  options: Omit<SheetOptions, "sheet"> = {},
): Effect.Effect<OpenSpreadsheet, SheetFault> =>
  attempt(() => {
    const caps = { ...Caps.caps, ...options.caps }
    const container = Container.open(bytes, caps)
    const list = OpenDocument.is(container)
      ? OpenDocument.open(container, caps)
      : Workbook.open(container, caps)
    const namesOf = (isHidden: boolean): ReadonlyArray<string> =>
      list.sheets.filter((sheet) => sheet.isHidden === isHidden).map(({ name }) => name)
    return {
      visible: namesOf(false),
      hidden: namesOf(true),
      rows: (sheet) => {
        const ranges: Array<readonly [first: number, last: number]> = []
        const onHidden = (first: number, last: number): void => {
          if (ranges.length < 1_000) ranges.push([first, last])
        }
        const rows = list.read(sheet, {
          numbers: options.numbers ?? "be",
          figures: options.figures ?? "stored",
          onHidden,
        })
        return {
          [Symbol.iterator]: () => rows[Symbol.iterator](),
          isHidden: (column) => ranges.some(([first, last]) => column >= first && column <= last),
        }
      },
    }
  })

/** Returns the name of the sheet to read: the one that was asked for, or the first visible one. */
export const choose = ({ visible, hidden }: OpenSpreadsheet, sheet?: string): string => {
  const known = [...visible, ...hidden]
  const name = sheet ?? visible[0] ?? ""
  return known.includes(name) ? name : refuse({ _tag: "UnknownSheet", sheet: name, known: visible })
}

/** Reads one sheet. A cell with a formula gives the value that the spreadsheet last computed. */
export const read = (
  bytes: Uint8Array,
  options: SheetOptions = {},
): Effect.Effect<SheetContent, SheetFault> =>
  Effect.flatMap(open(bytes, options), (spreadsheet) =>
    attempt(() => {
      const sheet = choose(spreadsheet, options.sheet)
      return { sheet, numbers: options.numbers ?? "be", rows: [...spreadsheet.rows(sheet)] }
    }),
  )

/** Runs work that may throw a refusal, and fails with its fault. */
export const attempt = <A>(work: () => A): Effect.Effect<A, SheetFault> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(work())
    } catch (cause) {
      if (cause instanceof SheetRefusal) return Effect.fail(cause.fault)
      throw cause
    }
  })
