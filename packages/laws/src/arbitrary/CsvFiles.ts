/** CSV files to draw: budget lines in the dialects that boards use, with what must be read out of them. */
import { type BudgetLine, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { everyday } from "./Amounts.ts"
import { type Board, board } from "./Boards.ts"
import * as Lines from "./Lines.ts"
import * as Stories from "./Stories.ts"

/** How a board writes its files. */
export interface Dialect {
  readonly delimiter: ";" | "," | "\t"
  readonly numbers: "be" | "en"
  /** What stands between thousands: a dot or comma as the country has it, a blank, or nothing. */
  readonly thousands: "mark" | "blank" | "narrow" | "nothing"
  readonly minus: "-" | "−"
  readonly euro: boolean
  readonly lineEnd: "\n" | "\r\n"
  readonly bom: boolean
  readonly quotes: "where needed" | "everywhere"
}

/** A file, and what it says. */
export interface CsvFile {
  readonly board: Board
  readonly dialect: Dialect
  readonly text: string
  readonly rows: ReadonlyArray<{
    readonly line: BudgetLine.BudgetLine
    readonly description: string
    readonly amounts: Readonly<Record<string, string>>
  }>
}

/** Any dialect; it shrinks to `;`, Belgian numbers and nothing special. */
export const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(";", ",", "\t"),
  numbers: fc.constantFrom("be", "en"),
  thousands: fc.constantFrom("mark", "nothing", "blank", "narrow"),
  minus: fc.constantFrom("-", "−"),
  euro: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  bom: fc.boolean(),
  quotes: fc.constantFrom("where needed", "everywhere"),
})

/** A file of budget lines, in the layout with a column per year. */
export const file: fc.Arbitrary<CsvFile> = fc
  .record({
    board,
    dialect,
    rows: fc.array(
      fc.record({
        pick: Lines.pick,
        description: fc.constantFrom(
          "",
          "Goederen en diensten",
          "Café; met punt",
          'zogenaamd "vast"',
          "twee\nregels",
          "€ 5, of meer",
          "=SOM(A1)",
        ),
        amounts: fc.array(fc.option(everyday, { nil: undefined, freq: 4 }), { minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ board, dialect, rows }) => {
    const { ledger, years } = Stories.tell({ board, steps: [] })
    const structure = ledger.plans.at(-1)?.plan.structure
    const told = rows.flatMap(({ pick, description, amounts }) => {
      const line = structure === undefined ? undefined : Lines.of(structure, pick)
      const perYear = Object.fromEntries(
        years.flatMap((year, at) => {
          const amount = amounts[at]
          return amount === undefined ? [] : [[String(year), Money.format(amount)]]
        }),
      )
      return line === undefined ? [] : [{ line, description, amounts: perYear }]
    })
    return { board, dialect, rows: told, text: write(dialect, years.map(String), told) }
  })

const write = (dialect: Dialect, years: ReadonlyArray<string>, rows: CsvFile["rows"]): string => {
  const head = [
    "Actie",
    "Beleidsitem",
    "Algemene rekening",
    "Economische sectorcode",
    "Investeringsenveloppe",
  ]
  const lines = [
    [...head, "U/O", "Omschrijving", ...years],
    ...rows.map(({ line, description, amounts }) => [
      line.action ?? "",
      line.policyItem,
      line.account,
      line.sector ?? "",
      line.envelope ?? "",
      line.direction,
      description,
      ...years.map((year) => figure(dialect, amounts[year] ?? "")),
    ]),
  ]
  const text = lines.map((cells) => cells.map((cell) => quoted(dialect, cell)).join(dialect.delimiter))
  return `${dialect.bom ? "\uFEFF" : ""}${text.map((line) => line + dialect.lineEnd).join("")}`
}

/** A canonical amount as a dialect writes it. */
export const figure = ({ numbers, thousands, minus, euro }: Dialect, amount: string): string => {
  if (amount === "") return ""
  const [whole = "", decimals = ""] = amount.replace("-", "").split(".")
  const between = { mark: numbers === "be" ? "." : ",", blank: " ", narrow: "\u202F", nothing: "" }[thousands]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between)
  const sign = amount.startsWith("-") ? minus : ""
  return `${euro ? "€ " : ""}${sign}${grouped}${numbers === "be" ? "," : "."}${decimals}`
}

const quoted = ({ delimiter, quotes }: Dialect, cell: string): string =>
  quotes === "everywhere" || cell.includes(delimiter) || /["\r\n]/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
