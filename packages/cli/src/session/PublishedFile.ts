/** Published tables in files: the form of each, its figures, and whether they agree with each other. */
import { basename } from "node:path"
import { type FormId, formIds, Ledger, type Structure } from "@grootboek/core"
import { Consistency, Published as PublishedOf } from "@grootboek/core/answer"
import { type Fault, Note, Published, type Reader } from "@grootboek/csv"
import { RefusalText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Format from "../output/Format.ts"
import * as InputFile from "../output/InputFile.ts"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import { type Both, both } from "../words/Language.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import { accepted } from "./CoreFailure.ts"
import * as SheetFile from "./SheetFile.ts"

export interface PublishedFile extends PublishedOf.PublishedTable {
  readonly file: string
}

/** Published tables, and what was noted when they were read. */
export interface PublishedFiles {
  readonly tables: ReadonlyArray<PublishedFile>
  readonly notes: ReadonlyArray<Both>
}

/** How the files are written, where it is not detected, and the parts to keep: legal entities or kinds of column. */
export interface PublishedOptions
  extends Pick<
    Reader.ReaderOptions,
    "numbers" | "encoding" | "delimiter" | "sheet" | "headerLine" | "skipHidden"
  > {
  readonly parts: ReadonlyArray<string>
}

/** Reads tables, each with its form; several forms of one file are read from it. */
export const read = Effect.fnUntraced(function* (
  paths: ReadonlyArray<string>,
  forms: ReadonlyArray<string>,
  options: PublishedOptions,
): Effect.fn.Return<PublishedFiles, CommandFailure> {
  const [only = ""] = paths
  if (paths.length !== forms.length && paths.length !== 1)
    return yield* Effect.fail(usage(UsageMessage.formsDiffer(paths.length, forms.length)))
  const tables: Array<PublishedFile> = []
  const notes: Array<Both> = []
  for (const [index, name] of forms.entries()) {
    const form = yield* accepted(Ledger.formOf(name))
    const path = paths.length === 1 ? only : (paths[index] ?? "")
    const printed = yield* cellsOf(path, form, options)
    const file = basename(path)
    if (printed.faults.length > 0) return yield* Effect.fail(refused(...faultsOf(file, printed.faults)))
    notes.push(...notesOf(file, printed.notes))
    const all = partsOf(printed, { form: form, file })
    const kept = all.filter((table) => isWanted(table, options.parts))
    if (kept.length === 0 && all.length > 0)
      return yield* Effect.fail(usage(UsageMessage.unknownPart(file, all.map(nameOf))))
    tables.push(...kept)
  }
  return { tables, notes }
})

const cellsOf = (
  path: string,
  form: FormId,
  { parts: _, sheet, headerLine, skipHidden, ...declared }: PublishedOptions,
): Effect.Effect<Published.PrintedCells, CommandFailure> => {
  const line = headerLine === undefined ? {} : { headerLine }
  if (!SheetFile.isSpreadsheet(path))
    return Effect.map(InputFile.read(path), (input) => Published.read(input, { ...declared, ...line }, form))
  const range = { ...line, ...(skipHidden === undefined ? {} : { skipHidden }) }
  return Effect.gen(function* () {
    const input = yield* InputFile.open(path)
    const { numbers = "be" } = declared
    const { source, rows } = yield* SheetFile.open(input, {
      sheet,
      numbers,
      // A publication is what it shows: the workbooks of this program store exact amounts.
      figures: "shown",
      isTable: (rows, name) =>
        !isOtherForm(name, form) && Published.hasTable({ name, rows, numbers }, form, range),
    })
    return yield* Effect.suspend(() => {
      try {
        return Effect.succeed(Published.readSheet({ ...source, rows }, form, range))
      } catch (cause) {
        return SheetFile.failureOf(input, cause)
      }
    })
  })
}

/** Returns whether a sheet is named after another form: `M1` for M2. */
const isOtherForm = (sheet: string, form: FormId): boolean => {
  const named = formIds.filter((id) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${id}(?![\\p{L}\\p{N}])`, "iu").test(sheet),
  )
  return named.length > 0 && !named.includes(form)
}

// Whole euro with a mark of thousands prove no format, so every figure of such a table has this fault: one cause.
const faultsOf = (file: string, faults: ReadonlyArray<Fault.Fault>): ReadonlyArray<Both> => {
  const twofold = faults.filter(({ _tag }) => _tag === "AmbiguousNumber")
  const shown = new Set(twofold.slice(0, 1))
  const lines = faults.filter((fault) => fault._tag !== "AmbiguousNumber" || shown.has(fault))
  const more = twofold.length - shown.size
  return [...lines.map(Format.fault), ...(more > 0 ? [FileMessage.moreAmbiguous(file, more)] : [])]
}

const mostNotes = 20

const notesOf = (file: string, notes: ReadonlyArray<Note.Note>): ReadonlyArray<Both> => {
  const line = (note: Note.Note): Both => FileMessage.within(file, both(Note.message, note))
  const more = notes.length - mostNotes
  return [...notes.slice(0, mostNotes).map(line), ...(more > 0 ? [FileMessage.moreNotes(file, more)] : [])]
}

/** Splits cells into tables: one per legal entity and kind of column. */
const partsOf = (
  { cells, edition }: Published.PrintedCells,
  table: Pick<PublishedFile, "form" | "file">,
): ReadonlyArray<PublishedFile> => {
  const fractions = cells.filter((cell) => cell.decimals > 0 && cell.amount % 1_000_000n !== 0n)
  // A figure with fewer decimals than others was rounded to those of the table: 1,5 beside 1,25 is 1,50.
  const isFine = cells.some((cell) => cell.decimals > 1)
  const decimals = fractions.length === 0 ? {} : { decimals: isFine ? (2 as const) : (1 as const) }
  const keys = new Map(
    cells.map(({ entity, series }) => [`${entity ?? ""}\u001f${series ?? ""}`, { entity, series }]),
  )
  return [...keys.values()].map(({ entity, series }) => ({
    ...table,
    ...decimals,
    ...(edition === undefined ? {} : { edition }),
    ...(entity === undefined ? {} : { entity }),
    ...(series === undefined ? {} : { series }),
    cells: cells.filter((cell) => cell.entity === entity && cell.series === series),
  }))
}

const nameOf = ({ entity, series }: PublishedOf.PublishedPart): string =>
  [entity, series].filter((part) => part !== undefined).join(" ")

const isWanted = (table: PublishedFile, parts: ReadonlyArray<string>): boolean => {
  const own = [table.entity, table.series].map((part) => part?.toLowerCase())
  return parts.length === 0 || parts.some((part) => own.includes(part.toLowerCase()))
}

/** Returns the reason why tables cannot be compared with a ledger, which has one entity, one series and the current edition. */
export const notComparable = (tables: ReadonlyArray<PublishedFile>): Both | undefined => {
  const earlier = tables.find(({ edition }) => edition !== undefined)
  if (earlier !== undefined) return UsageMessage.earlierEdition(earlier.file, earlier.form)
  for (const { form, file } of tables) {
    const parts = tables.filter((table) => table.form === form && table.file === file)
    if (parts.length > 1) return UsageMessage.severalParts(file, parts.map(nameOf))
  }
  return undefined
}

/** Returns whether tables agree with each other; refuses figures without a place in their form. */
export const consistency = (
  tables: ReadonlyArray<PublishedFile>,
  unprinted: PublishedOf.Unprinted,
): Effect.Effect<Consistency.ConsistencyReport, CommandFailure> =>
  placed(Consistency.check(tables, undefined, { by: "range", unprinted }))

const placed = <A>(
  found: Result.Result<A, ReadonlyArray<PublishedOf.Misplaced>>,
): Effect.Effect<A, CommandFailure> =>
  Effect.mapError(Effect.fromResult(found), (failures) => refused(...failures.map(misplaced)))

/** Returns the message about a figure without a place in its form. */
export const misplaced = ({ figure, refusal }: PublishedOf.Misplaced): Both =>
  FileMessage.within(
    `${figure.file ?? ""}:${figure.line}: ${figure.column}`,
    both(RefusalText.message, refusal),
  )

/** Returns a note for each row that is printed twice: against a ledger, both are compared. */
export const printedTwice = (
  tables: ReadonlyArray<PublishedFile>,
  structure: Structure.Structure | undefined,
): ReadonlyArray<Both> => {
  const laid = PublishedOf.lay(tables, structure)
  const faults = Result.isFailure(laid) ? laid.failure : []
  return faults.filter(({ refusal }) => refusal._tag === "DuplicateCode").map(misplaced)
}

/** Lays tables out; refuses figures without a place in their form. */
export const lay = (
  tables: ReadonlyArray<PublishedFile>,
): Effect.Effect<ReadonlyArray<PublishedOf.LaidTable>, CommandFailure> => placed(PublishedOf.lay(tables))
