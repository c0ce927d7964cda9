/** The error gallery: hostile files and the faults of each. */
import { readFileSync } from "node:fs"
import { Fault, type File, type Layout, type Message, type Reader } from "../src/index.ts"
import { fixture, read } from "./fixture.ts"

/** A file, how it is read, and its faults as `TAG LINE COLUMN`. */
export interface Exhibit {
  readonly file: string
  readonly kind: Layout.ImportKind
  readonly options?: Partial<Reader.ReaderOptions>
  readonly faults: ReadonlyArray<`${Fault.Problem["_tag"]} ${string}`>
}

export const exhibits: ReadonlyArray<Exhibit> = [
  { file: "empty.csv", kind: "lines", faults: ["EmptyFile 1"] },
  { file: "blank-lines-only.csv", kind: "lines", faults: ["EmptyFile 1"] },
  { file: "header-only.csv", kind: "lines", faults: ["HeaderOnly 1"] },
  {
    file: "all-rows-left-out.csv",
    kind: "lines",
    options: { mapping: { rows: { leaveOut: { Soort: ["Totaal"] } } } },
    faults: ["AllRowsLeftOut 1"],
  },
  { file: "utf16-le.csv", kind: "lines", faults: ["Utf16 1"] },
  { file: "utf16-be-without-mark.csv", kind: "lines", faults: ["Utf16 1"] },
  { file: "spreadsheet.csv", kind: "lines", faults: ["NotText 1"] },
  { file: "nul.csv", kind: "lines", faults: ["NulByte 3"] },
  { file: "not-utf8.csv", kind: "lines", options: { encoding: "utf-8" }, faults: ["NotInEncoding 3"] },
  { file: "lone-cr.csv", kind: "lines", faults: ["LoneCarriageReturn 3"] },
  { file: "old-mac.csv", kind: "lines", faults: ["LoneCarriageReturn 1"] },
  { file: "stray-quote.csv", kind: "lines", faults: ["StrayQuote 2"] },
  { file: "text-after-quote.csv", kind: "lines", faults: ["StrayQuote 2"] },
  { file: "unterminated-quote.csv", kind: "lines", faults: ["UnterminatedQuote 3"] },
  { file: "unterminated-then-quoted.csv", kind: "lines", faults: ["StrayQuote 2"] },
  { file: "ragged.csv", kind: "lines", faults: ["RaggedRow 3", "RaggedRow 4"] },
  { file: "unknown-table.csv", kind: "structure", faults: ["UnknownTable 1"] },
  { file: "prototype-header.csv", kind: "structure", faults: ["UnknownTable 1"] },
  { file: "missing-column.csv", kind: "lines", faults: ["MissingColumn 1"] },
  { file: "header-incomplete-below-titles.csv", kind: "lines", faults: ["HeaderUnsure 4"] },
  { file: "unit-in-title.csv", kind: "lines", faults: ["UnitStated 3"] },
  { file: "only-text.csv", kind: "lines", faults: ["OnlyText 3"] },
  { file: "paragraph-number.csv", kind: "texts", faults: ["NotAParagraphNumber 2 nummer"] },
  { file: "html.csv", kind: "lines", faults: ["NotText 1"] },
  { file: "total-row-differs.csv", kind: "lines", faults: ["TotalRowDiffers 3"] },
  { file: "two-headers.csv", kind: "lines", faults: ["HeaderUnsure 3"] },
  {
    file: "header-line-empty.csv",
    kind: "lines",
    options: { headerLine: 3 },
    faults: ["HeaderLineEmpty 3"],
  },
  {
    file: "formula-quoted.csv",
    kind: "lines",
    options: { mapping: { columns: { acion: "Actie" } } },
    faults: ["MappingNotRead 1"],
  },
  {
    file: "field-not-given.csv",
    kind: "lines",
    options: { mapping: { columns: { policyItem: null } } },
    faults: ["FieldNotGiven 1"],
  },
  { file: "probable-column.csv", kind: "lines", faults: ["ProbableColumn 1"] },
  {
    file: "probable-column.csv",
    kind: "lines",
    options: { mapping: { columns: { action: "Actienr." }, constants: { action: "A10101" } } },
    faults: ["MappedTwice 1"],
  },
  {
    file: "field-not-given.csv",
    kind: "lines",
    options: { mapping: { constants: { policyItem: "9090" }, rows: { leaveOut: { Soort: ["Totaal"] } } } },
    faults: ["FilterNotRead 1"],
  },
  {
    file: "field-not-given.csv",
    kind: "lines",
    options: { mapping: { constants: { policyItem: "9090", direction: "D" } } },
    faults: ["UnknownDirection 1 constants.direction"],
  },
  { file: "duplicated-header.csv", kind: "lines", faults: ["DuplicatedHeader 1"] },
  { file: "duplicated-year.csv", kind: "lines", faults: ["DuplicatedHeader 1"] },
  { file: "year-column.csv", kind: "lines", faults: ["YearColumn 1 20227"] },
  { file: "year-of-accounts.csv", kind: "lines", faults: ["YearColumn 1 JR 2024"] },
  {
    file: "year-outside-plan.csv",
    kind: "lines",
    options: { years: { first: 2026, last: 2031 } },
    faults: ["YearOutsidePlan 1 Budget 2032", "NotANumber 4 Budget 2026"],
  },
  { file: "years-and-amount.csv", kind: "lines", faults: ["YearsAndAmount 1"] },
  { file: "no-years.csv", kind: "lines", faults: ["NoYears 1"] },
  { file: "empty-cell.csv", kind: "lines", faults: ["EmptyCell 2 Beleidsitem"] },
  { file: "control-character-in-code.csv", kind: "lines", faults: ["NotACode 2 Actie"] },
  {
    file: "look-alike.csv",
    kind: "lines",
    faults: [
      "LookAlike 2 Actie",
      "LookAlike 3 Beleidsitem",
      "LookAlike 4 Algemene rekening",
      "LookAlike 5 U/O",
      "LookAlike 5 Economische sectorcode",
    ],
  },
  { file: "text-too-long.csv", kind: "lines", faults: ["TextNotAllowed 2 Omschrijving"] },
  { file: "unknown-direction.csv", kind: "lines", faults: ["UnknownDirection 2 U/O"] },
  {
    file: "both-sides.csv",
    kind: "lines",
    options: { mapping: { columns: { direction: null } } },
    faults: ["BothSides 2 Debet"],
  },
  { file: "unknown-reason.csv", kind: "adjustment", faults: ["UnknownWord 2 Reden"] },
  { file: "unknown-word.csv", kind: "structure", faults: ["UnknownWord 2 level", "UnknownWord 2 priority"] },
  {
    file: "account-not-digits.csv",
    kind: "lines",
    faults: ["AccountNotDigits 2 Algemene rekening", "AccountNotDigits 3 Algemene rekening"],
  },
  { file: "lost-leading-zero.csv", kind: "opening", faults: ["LostLeadingZero 2 Rekening"] },
  { file: "not-an-opening-account.csv", kind: "opening", faults: ["NotAnOpeningAccount 2 Rekening"] },
  {
    file: "not-a-number.csv",
    kind: "lines",
    faults: ["NotANumber 2 2027", "NotANumber 3 2026", "NotANumber 4 2026", "NotANumber 4 2027"],
  },
  {
    file: "marked-number.csv",
    kind: "lines",
    faults: ["MarkedNumber 2 2026", "MarkedNumber 2 2027", "MarkedNumber 3 2026", "MarkedNumber 3 2027"],
  },
  { file: "ambiguous-number.csv", kind: "lines", faults: ["AmbiguousNumber 2 2026"] },
  {
    file: "other-number-format.csv",
    kind: "lines",
    options: { numbers: "be" },
    faults: ["OtherNumberFormat 3 2026"],
  },
  { file: "seven-decimals.csv", kind: "lines", faults: ["AmountTooFine 2 2026"] },
  { file: "amount-too-large.csv", kind: "lines", faults: ["AmountTooLarge 2 2026"] },
  { file: "not-a-percentage.csv", kind: "passthrough", faults: ["NotAPercentage 2 Aandeel"] },
  { file: "not-a-year.csv", kind: "opening", faults: ["NotAYear 2 Jaar"] },
  { file: "not-a-day.csv", kind: "actuals", faults: ["NotADay 2 Datum", "NotADay 3 Datum"] },
  { file: "dash-row.csv", kind: "structure", faults: ["NotARowNumber 2 herkomst"] },
  { file: "code-twice.csv", kind: "structure", faults: ["CodeTwice 3 code"] },
  { file: "two-rules.csv", kind: "overhead", faults: ["OneRowOnly 3"] },
  { file: "formula.csv", kind: "lines", faults: ["StrayQuote 2"] },
  {
    file: "many-faults.csv",
    kind: "lines",
    faults: [2, 3, 4].flatMap((line): Exhibit["faults"] => [
      `UnknownDirection ${line} U/O`,
      `AccountNotDigits ${line} Algemene rekening`,
      `EmptyCell ${line} Beleidsitem`,
      `NotANumber ${line} 2026`,
      `AmountTooFine ${line} 2027`,
    ]),
  },
]

/** The file of an exhibit. */
export const fileOf = (name: string): File =>
  fixture(name, readFileSync(new URL(`hostile/${name}`, import.meta.url)))

/** Problems that no small file shows: the cause, and an example. */
export const unseen: ReadonlyArray<readonly [cause: string, fault: Fault.Problem]> = [
  ["a line of more than a mebibyte", { _tag: "LineTooLong", longest: 1_048_576 }],
  [
    "a pivot whose Eindtotaal is not the sum of its rows",
    { _tag: "TotalDiffers", printed: "-11345.00", computed: "-11245.00" },
  ],
  ["a pivot that begins with a row `O`", { _tag: "RowOutOfPlace", value: "O" }],
  ["a spreadsheet whose formulas were never computed", { _tag: "FormulaWithoutValue", value: "" }],
  ["a formula with an error", { _tag: "ErrorCell", value: "#REF!" }],
  ["a damaged spreadsheet", { _tag: "SharedTextMissing", value: "12" }],
  ["a text `1` with a text `2` inside it", { _tag: "TextNested", value: "12" }],
  ["a spreadsheet that gives B2 twice", { _tag: "CellTwice", value: "9090" }],
  ["a number cell that holds `0x10`", { _tag: "NumberDamaged", value: "0x10" }],
  ["a cell A7 in row 3", { _tag: "CellOutOfPlace", value: "A7" }],
  ["a number with the format of a day", { _tag: "DayImpossible", value: "-5" }],
  ["a text of 40,000 characters", { _tag: "CellTextTooLong", value: "Aankoop" }],
  ["a merged cell over two values", { _tag: "HiddenByMerge", value: "A10102" }],
  ["an amount of two rows merged", { _tag: "MergedAmount", range: "H2:H3" }],
  ["two codes of a row merged", { _tag: "MergedBeside", range: "A2:B2" }],
  [
    "a pasted table with blanks between and inside its figures, whose sums allow several readings",
    {
      _tag: "AmbiguousBlanks",
      value: "VIII. Onbeschikbare gelden 1 204 333 12",
      one: "1 | 204 333 12",
      other: "1 204 | 333 12",
    },
  ],
  ["a text with the tables of other forms", { _tag: "OtherForms", form: "M2", found: ["M3", "T1"] }],
  ["a text without a table", { _tag: "NoPrintedRows", form: "M2" }],
]

/** The documentation has the table between these marks. */
export const marks = { begin: "<!-- csv: begin -->", end: "<!-- csv: end -->" }

/** Returns the table of the documentation: every problem once, with the first file that shows it. */
export const markdown = (): string => {
  const rows = new Map<string, string>()
  const add = (cause: string, fault: Fault.Problem): void => {
    if (rows.has(fault._tag)) return
    const { wrong, expected, command } = Fault.describe(fault)
    const [en, nl] = (["en", "nl"] as const).map((language) =>
      command === undefined
        ? cell(`${wrong[language]}; ${expected[language]}`)
        : `${cell(`${wrong[language]}; ${expected[language]}`)}<br>${heading[language]}: ${cell(command[language])}`,
    )
    rows.set(fault._tag, `| \`${fault._tag}\` | ${cause} | ${en} | ${nl} |`)
  }
  for (const { file, kind, options } of exhibits)
    for (const fault of read(kind, fileOf(file), options).faults)
      add(`[${file}](../packages/csv/test/hostile/${file})`, fault)
  for (const [cause, fault] of unseen) add(cause, fault)
  return ["| name | caused by | English | Dutch |", "|---|---|---|---|", ...rows.values()].join("\n")
}

const heading: Message = { en: "On the command line", nl: "Op de opdrachtregel" }

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;")
