/** Every reason not to read a spreadsheet, and its cause. */
import { Fault } from "../src/index.ts"

export const exhibits: ReadonlyArray<readonly [cause: string, fault: Fault.SheetFault]> = [
  ["a text file named `.xlsx`", { _tag: "NotASpreadsheet", problem: "NotAZip" }],
  ["a file with a password, or of Excel 97", { _tag: "Encrypted" }],
  ["a zip file of many parts", { _tag: "TooManyEntries", found: 5_000, cap: 1_000 }],
  ["a file that lists one sheet under many names", { _tag: "TooManySheets", found: 1_001, cap: 1_000 }],
  [
    "a sheet that unpacks to gigabytes",
    { _tag: "TooManyBytes", entry: "xl/worksheets/sheet1.xml", found: 268_500_992, cap: 268_435_456 },
  ],
  ["a zip bomb", { _tag: "TooDense", entry: "xl/media.bin", ratio: 1_028, cap: 200 }],
  ["a million different texts", { _tag: "TooManyStrings", found: 1_000_001, cap: 1_000_000 }],
  ["more rows than a sheet can have", { _tag: "TooManyRows", found: 1_048_577, cap: 1_048_576 }],
  ["a cell in column XFD", { _tag: "TooManyColumns", row: 7, found: 16_384, cap: 500, cell: "XFD7" }],
  ["a sheet of millions of cells", { _tag: "TooManyCells", found: 10_000_001, cap: 10_000_000 }],
  ["texts of many megabytes", { _tag: "TooManyCharacters", found: 33_554_500, cap: 33_554_432 }],
  ["many merged cells", { _tag: "TooManyMerges", found: 100_001, cap: 100_000 }],
  [
    "an ODS row that is repeated two billion times",
    { _tag: "CountTooLarge", row: 3, what: "rows", found: "2000000000", cap: 1_048_576 },
  ],
  ["a row of many long texts", { _tag: "RowTooLong", row: 2, cap: 1_048_576 }],
  ["a text that no cell can hold", { _tag: "TooLong", entry: "xl/sharedStrings.xml", cap: 32_767 }],
  ["elements in elements", { _tag: "TooDeep", entry: "xl/workbook.xml", cap: 100 }],
  ["a file of many megabytes", { _tag: "FileTooLarge", found: 90_000_000, cap: 67_108_864 }],
  ["an OpenDocument text (`.odt`) named `.ods`", { _tag: "OpenDocument" }],
  ["a binary workbook named `.xlsx`", { _tag: "BinaryWorkbook" }],
  ["a sheet that is not there", { _tag: "UnknownSheet", sheet: "Ramingen", known: ["Blad1"] }],
  ["two sheets with budget lines behind a cover", { _tag: "SeveralSheets", sheets: ["2026", "2027"] }],
]

/** The documentation has the table between these marks. */
export const marks = { begin: "<!-- xlsx: begin -->", end: "<!-- xlsx: end -->" }

/** Returns the table of the documentation. */
export const markdown = (): string =>
  [
    "| name | caused by | English | Dutch |",
    "|---|---|---|---|",
    ...exhibits.map(
      ([cause, fault]) =>
        `| \`${fault._tag}\` | ${cause} | ${Fault.message(fault, "en")} | ${Fault.message(fault, "nl")} |`,
    ),
  ].join("\n")
