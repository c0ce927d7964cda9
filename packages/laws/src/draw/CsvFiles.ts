/** Generator of CSV files with budget lines in the dialects that authorities use, and the events expected from them. */
import { type BudgetLine, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { everyday } from "./Amounts.ts"
import { type Authority, authority } from "./Authorities.ts"
import * as Lines from "./Lines.ts"
import * as Scenarios from "./Scenarios.ts"

export interface FileDialect {
  readonly delimiter: ";" | "," | "\t"
  readonly numbers: "be" | "en"
  /** Thousands separator: the dot or comma of the number format, a blank, or none. */
  readonly thousands: "mark" | "blank" | "narrow" | "none"
  readonly minus: "-" | "−"
  readonly euro: boolean
  readonly lineEnd: "\n" | "\r\n"
  readonly bom: boolean
  readonly quotes: "where needed" | "everywhere"
}

/** A file and its expected content. */
export interface CsvFile {
  readonly authority: Authority
  readonly dialect: FileDialect
  readonly text: string
  readonly rows: ReadonlyArray<{
    readonly line: BudgetLine.BudgetLine
    readonly description: string
    readonly amounts: Readonly<Record<string, string>>
  }>
}

/** Generates dialects. Samples shrink to `;` and Belgian numbers. */
export const dialect: fc.Arbitrary<FileDialect> = fc.record({
  delimiter: fc.constantFrom(";", ",", "\t"),
  numbers: fc.constantFrom("be", "en"),
  thousands: fc.constantFrom("mark", "none", "blank", "narrow"),
  minus: fc.constantFrom("-", "−"),
  euro: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  bom: fc.boolean(),
  quotes: fc.constantFrom("where needed", "everywhere"),
})

/** Generates files of budget lines with a column per year. */
export const file: fc.Arbitrary<CsvFile> = fc
  .record({
    authority,
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
  .map(({ authority, dialect, rows }) => {
    const { ledger, years } = Scenarios.play({ authority, steps: [] })
    const structure = ledger.plans.at(-1)?.plan.structure
    const recorded = rows.flatMap(({ pick, description, amounts }) => {
      const line = structure === undefined ? undefined : Lines.of(structure, pick)
      const perYear = Object.fromEntries(
        years.flatMap((year, at) => {
          const amount = amounts[at]
          return amount === undefined ? [] : [[String(year), Money.format(amount)]]
        }),
      )
      return line === undefined ? [] : [{ line, description, amounts: perYear }]
    })
    return { authority, dialect, rows: recorded, text: write(dialect, years.map(String), recorded) }
  })

export const write = (dialect: FileDialect, years: ReadonlyArray<string>, rows: CsvFile["rows"]): string => {
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

export const figure = ({ numbers, thousands, minus, euro }: FileDialect, amount: string): string => {
  if (amount === "") return ""
  const [whole = "", decimals = ""] = amount.replace("-", "").split(".")
  const between = { mark: numbers === "be" ? "." : ",", blank: " ", narrow: "\u202F", none: "" }[thousands]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between)
  const sign = amount.startsWith("-") ? minus : ""
  return `${euro ? "€ " : ""}${sign}${grouped}${numbers === "be" ? "," : "."}${decimals}`
}

const quoted = ({ delimiter, quotes }: FileDialect, cell: string): string =>
  quotes === "everywhere" || cell.includes(delimiter) || /["\r\n]/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
