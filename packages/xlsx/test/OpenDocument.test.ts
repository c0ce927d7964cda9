/** OpenDocument spreadsheets: read as an XLSX workbook with the same rows, within the same limits. */
import { runs } from "@grootboek/testing/Runs"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Caps, type Fault, Sheet } from "../src/index.ts"
import { document, type StylesXml, type TableXml, tableCell, tableRow } from "./document.ts"
import { row, spreadsheet } from "./spreadsheet.ts"
import { zipped } from "./zipped.ts"

const bytesOf = (table: Omit<TableXml, "name"> | string, styles?: StylesXml): Uint8Array =>
  zipped(document([{ name: "Data", ...(typeof table === "string" ? { rows: table } : table) }], styles))

const read = async (table: Parameters<typeof bytesOf>[0], styles?: StylesXml) =>
  (await Effect.runPromise(Sheet.read(bytesOf(table, styles)))).rows

const refused = (bytes: Uint8Array, caps: Partial<Caps.Caps> = {}): Promise<Fault.SheetFault> =>
  Effect.runPromise(Effect.flip(Sheet.read(bytes, { caps })))

const cell = (xml: string, styles?: StylesXml) => read(tableRow([xml]), styles)

const typed = (type: string, more = "", text = ""): string =>
  `<table:table-cell office:value-type="${type}"${more === "" ? "" : ` ${more}`}>${text === "" ? "" : `<text:p>${text}</text:p>`}</table:table-cell>`

describe("OpenDocument: values", () => {
  test.each<readonly [string, string, string]>([
    ["a number that is shown rounded", typed("float", 'office:value="12.345"', "12"), "12,345"],
    ["an exponent", typed("float", 'office:value="1.5E3"'), "1500"],
    ["a currency", typed("currency", 'office:currency="EUR" office:value="-7.5"', "€ -7,50"), "-7,5"],
    ["a day", typed("date", 'office:date-value="2026-06-30"', "30/06/26"), "2026-06-30"],
    ["a day with a time", typed("date", 'office:date-value="2026-06-30T10:00:00"'), "2026-06-30"],
    ["a boolean", typed("boolean", 'office:boolean-value="true"', "TRUE"), "WAAR"],
    ["a formula", typed("float", 'table:formula="of:=1+1" office:value="2"', "2"), "2"],
    [
      "noise of a binary sum",
      typed("float", 'table:formula="of:=SUM([.B1:.C1])" office:value="6217.9999999999"', "6.218,00"),
      "6218",
    ],
    ["a text formula", typed("string", 'table:formula="of:=[.B1]" office:string-value="a"', "a"), "a"],
    [
      "a text formula with an empty text",
      typed("string", 'table:formula="of:=[.B1]" office:string-value=""'),
      "",
    ],
    ["a text formula without a text", typed("string", 'table:formula="of:=[.B1]"'), ""],
    ["paragraphs", "<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>", "a\nb"],
    [
      "blanks",
      typed("string", "", ' a\n  <text:span>b</text:span> <text:s text:c="2"/>c<text:tab/> '),
      "a b   c\t",
    ],
    ["a link", typed("string", "", "<text:a>A10101</text:a>"), "A10101"],
    [
      "a comment",
      `<table:table-cell office:value-type="string"><office:annotation><text:p>zie nota</text:p></office:annotation><text:p>Huur</text:p></table:table-cell>`,
      "Huur",
    ],
    [
      "a drawing",
      `<table:table-cell><draw:frame xmlns:draw="x"><draw:text-box><text:p>logo</text:p></draw:text-box></draw:frame><text:p>Huur</text:p></table:table-cell>`,
      "Huur",
    ],
    [
      "a text in an unknown element",
      '<table:table-cell><x:y xmlns:x="z"><text:p>Huur</text:p></x:y></table:table-cell>',
      "Huur",
    ],
  ])("%s: is read", async (_, xml, text) => {
    const rows = await cell(xml + tableCell("z"))
    expect(rows).toEqual([{ line: 1, cells: [text, "z"] }])
  })

  test.each<readonly [string, string]>([
    ["FormulaWithoutValue", typed("float", 'table:formula="of:=[.H2]*1.02"')],
    ["FormulaWithoutValue", '<table:table-cell table:formula="of:=[.H2]*1.02"/>'],
    ["FormulaWithoutValue", typed("float", 'table:formula="of:=[.H2]" office:value=""')],
    [
      "ErrorCell",
      typed("string", 'table:formula="of:=1/0" office:string-value="" calcext:value-type="error"', "#DIV/0!"),
    ],
    ["ErrorCell", typed("float", 'table:formula="of:=1/0" office:value="0"', "#DEEL/0!")],
    ["ErrorCell", typed("string", 'table:formula="of:=X()"', "Err:508")],
    ["NumberDamaged", typed("float", "", "12")],
    ["NumberDamaged", typed("float", 'office:value="0x10"')],
    ["NumberDamaged", typed("float", 'office:value="1,5"')],
    ["NumberDamaged", typed("float", 'office:value="12345678901234567"')],
    ["NumberDamaged", typed("float", 'office:value="1" office:string-value="2"')],
    ["NumberDamaged", typed("string", 'office:value="1"')],
    ["NumberDamaged", typed("string", 'office:string-value=""', "12")],
    ["NumberDamaged", typed("time", 'office:time-value="PT10H"')],
    ["NumberDamaged", typed("boolean", 'office:boolean-value="2"')],
    ["NumberDamaged", '<table:table-cell office:value-type="string">12</table:table-cell>'],
    ["DayImpossible", typed("date", 'office:date-value="30/06/2026"')],
    ["TextNested", typed("string", "", "1<text:p>2</text:p>")],
    ["CellTextTooLong", typed("string", "", "a".repeat(32_768))],
    ["CellTextTooLong", typed("string", "", '<text:s text:c="32767"/>a')],
    ["HiddenByMerge", '<table:covered-table-cell office:value-type="float" office:value="5"/>'],
  ])("%s: %s", async (tag, xml) => {
    const [found] = await cell(xml)
    expect(found?.defects?.map(({ _tag, cell }) => `${_tag} ${cell}`)).toEqual([`${tag} A1`])
  })
})

test("a formula without a value and a type: is an empty text when LibreOffice saved it", async () => {
  const rows = tableRow(['<table:table-cell table:formula="of:=T(&quot;&quot;)"/>', "a"])
  const parts = document([{ name: "Data", rows }])
  const by = (generator: string) =>
    Effect.runPromise(
      Sheet.read(
        zipped([...parts, { name: "meta.xml", content: `<m><generator>${generator}</generator></m>` }]),
      ),
    )
  expect((await by("LibreOffice/24.2$Linux")).rows).toEqual([{ line: 1, cells: ["", "a"] }])
  expect((await by("ODFPY/1.4.1")).rows[0]?.defects).toMatchObject([{ _tag: "FormulaWithoutValue" }])
})

const number = (name: string, more: string, before = ""): string =>
  `<number:number-style style:name="${name}">${before}<number:number ${more}/></number:number-style>`

describe("OpenDocument: number formats", () => {
  test.each<readonly [string, string, number, string, string | undefined]>([
    ["0000", number("N", 'number:decimal-places="0" number:min-integer-digits="4"'), 100, "100", "0100"],
    [
      '"A"00000',
      number("N", 'number:min-integer-digits="5"', "<number:text>A</number:text>"),
      10101,
      "10101",
      "A10101",
    ],
    ["0", number("N", 'number:decimal-places="0" number:min-integer-digits="1"'), 100, "100", undefined],
    ["#,##0000", number("N", 'number:min-integer-digits="4" number:grouping="true"'), 100, "100", undefined],
    [
      "0%",
      '<number:percentage-style style:name="N"><number:number/></number:percentage-style>',
      0.15,
      "0,15",
      "15%",
    ],
    [
      "0000;-0000",
      `${number("P", 'number:min-integer-digits="4"')}<number:number-style style:name="N"><number:text>-</number:text><number:number number:min-integer-digits="1"/><style:map style:condition="value()&gt;=0" style:apply-style-name="P"/></number:number-style>`,
      100,
      "100",
      "0100",
    ],
  ])(
    "%s: is followed in the style of a cell, a row, a column and a parent",
    async (_, format, value, text, shown) => {
      const automatic = `${format}<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N"/><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>`
      const styled = (style: string) => tableCell(value).replace(" ", ` table:style-name="${style}" `)
      const tables: ReadonlyArray<Parameters<typeof bytesOf>[0]> = [
        tableRow([styled("ce1")]),
        tableRow([styled("ce2")]),
        tableRow([value], 'table:default-cell-style-name="ce2"'),
        { columns: '<table:table-column table:default-cell-style-name="ce1"/>', rows: tableRow([value]) },
      ]
      for (const table of tables) {
        const [found] = await read(table, { automatic })
        expect([found?.cells[0], found?.shown?.get(0)]).toEqual([text, shown])
      }
      const named = automatic.replaceAll("ce1", "Default")
      expect((await read(tableRow([value]), { named }))[0]?.shown?.get(0)).toBe(shown)
    },
  )

  test("percentages, years and days: are read by their type and format", async () => {
    const automatic =
      '<number:date-style style:name="N"><number:year number:style="long"/></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N"/>'
    const [found] = await read(
      tableRow([
        typed("percentage", 'office:value="0.15"', "15%"),
        typed("date", 'office:date-value="2026-01-01" table:style-name="ce1"', "2026"),
      ]),
      { automatic },
    )
    expect([found?.cells, found?.shown?.get(0)]).toEqual([["0,15", "2026"], "15%"])
  })
})

describe("OpenDocument: merged, hidden, repeated", () => {
  test("merged cells: repeat below in rows with something of their own, and stay empty beside", async () => {
    const span = (text: string, columns: number, rows: number) =>
      tableCell(text).replace(
        " ",
        ` table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}" `,
      )
    const covered = "<table:covered-table-cell/>"
    const rows = await read(
      [
        tableRow([span("a", 1, 3), "b", 1]),
        tableRow([covered, undefined, 2]),
        tableRow([covered]),
        tableRow([span("c", 2, 1), tableCell("d").replaceAll("table-cell", "covered-table-cell"), 3]),
      ].join(""),
    )
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ["a", "b", "1"]],
      [2, ["a", "", "2"]],
      [4, ["c", "d", "3"]],
    ])
    expect([...(rows[1]?.merged ?? [])]).toEqual([[0, { range: "A1:A3", isBeside: false }]])
    expect(rows[2]?.defects).toMatchObject([{ _tag: "HiddenByMerge", cell: "B4", value: "d" }])
  })

  test("repeated rows and cells: are counted, each with its own line", async () => {
    const twice = tableCell(5).replace(" ", ' table:number-columns-repeated="2" ')
    const blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    const rows = await read(
      tableRow([blank], 'table:number-rows-repeated="3"') +
        tableRow(["a", twice, "b"], 'table:number-rows-repeated="2"') +
        tableRow([blank], 'table:number-rows-repeated="1048570"'),
    )
    expect(rows).toEqual([
      { line: 4, cells: ["a", "5", "5", "b"] },
      { line: 5, cells: ["a", "5", "5", "b"] },
    ])
  })

  test("hidden rows, columns and sheets: are marked", async () => {
    const automatic = [
      '<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>',
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    ].join("")
    const columns =
      '<table:table-column/><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group><table:table-column/><table:table-column table:visibility="collapse"/>'
    const rows = [
      tableRow(["a"]),
      tableRow(["b"], 'table:visibility="filter"'),
      tableRow(["c"], 'table:visibility="collapse"'),
      tableRow(["d"], 'table:style-name="flat"'),
      `<table:table-row-group table:display="false">${tableRow(["e"])}</table:table-row-group>`,
      tableRow(["f"]),
    ].join("")
    const linked = `<table:table-source/>${tableRow(["x"])}`
    const bytes = zipped(
      document(
        [
          { name: "Oud", rows: tableRow(["oud"]), style: "ta2" },
          { name: "Data", rows, columns },
          { name: "'file:///x.ods'#Blad1", rows: linked },
        ],
        { automatic },
      ),
    )
    const opened = await Effect.runPromise(Sheet.open(bytes))
    expect([opened.visible, opened.hidden]).toEqual([["Data"], ["Oud", "'file:///x.ods'#Blad1"]])
    const sheet = opened.rows("Data")
    expect([...sheet].map(({ isHidden }) => isHidden === true)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    expect([0, 1, 2, 3, 4].map(sheet.isHidden)).toEqual([false, true, true, false, true])
    expect((await Effect.runPromise(Sheet.read(bytes, { sheet: "Oud" }))).rows).toEqual([
      { line: 1, cells: ["oud"] },
    ])
  })
})

describe("OpenDocument: hostile files", () => {
  const repeated = (what: "rows" | "columns", times: number) => `table:number-${what}-repeated="${times}"`
  test.each<readonly [string, string, object]>([
    [
      "a value in a million columns",
      tableRow([tableCell(5).replace(" ", ` ${repeated("columns", 1_000_000)} `)]),
      { _tag: "TooManyColumns", row: 1, found: 1_000_000, cell: "SG1" },
    ],
    [
      "a value behind many columns",
      tableRow([`<table:table-cell ${repeated("columns", 16_000)}/>`, 5]),
      { _tag: "TooManyColumns", found: 16_001 },
    ],
    ["a row a hundred times too often", tableRow([5], repeated("rows", 9_999_999)), { _tag: "TooManyRows" }],
    [
      "a row below the last one",
      tableRow([], repeated("rows", 1_048_576)) + tableRow([5]),
      { _tag: "TooManyRows" },
    ],
    [
      "many rows of many cells",
      tableRow([tableCell(5).replace(" ", ` ${repeated("columns", 499)} `)], repeated("rows", 1_000_000)),
      { _tag: "TooManyCells" },
    ],
    [
      "a count of zero",
      tableRow([tableCell(5).replace(" ", ` ${repeated("columns", 0)} `)]),
      { problem: "PartXml" },
    ],
    ["a count that is no number", tableRow([5], 'table:number-rows-repeated="2e3"'), { problem: "PartXml" }],
    [
      "merged cells that overlap",
      tableRow([1, tableCell("a").replace(" ", ' table:number-rows-spanned="2" ')], repeated("rows", 2)),
      { problem: "MergesOverlap" },
    ],
    [
      "merged cells outside the sheet",
      tableRow([tableCell("a").replace(" ", ' table:number-rows-spanned="1048577" ')]),
      { problem: "PartXml" },
    ],
    [
      "blank rows, two billion times",
      tableRow([5]) + tableRow([undefined], repeated("rows", 2_000_000_000)),
      { _tag: "CountTooLarge", row: 2, what: "rows", found: "2000000000", cap: 1_048_576 },
    ],
    [
      "a cell in two billion columns",
      tableRow([tableCell(5).replace(" ", ` ${repeated("columns", 2_000_000_000)} `)]),
      { _tag: "CountTooLarge", row: 1, what: "columns", found: "2000000000", cap: 16_384 },
    ],
    ["a cell outside a row", tableCell(5), { problem: "PartXml" }],
    [
      "a row behind the table",
      `</table:table>${tableRow([5])}<table:table table:name="B">`,
      { problem: "PartXml" },
    ],
    [
      "rows in a group behind the table",
      `</table:table><table:table-rows>${tableRow([5])}</table:table-rows><table:table table:name="B">`,
      { problem: "PartXml" },
    ],
    ["a row in a row", tableRow([tableRow([5])]), { problem: "PartXml" }],
    [
      "a cell in a cell",
      tableRow([`<table:table-cell>${tableCell(5)}</table:table-cell>`]),
      { problem: "PartXml" },
    ],
    ["a table in a table", `<table:table><table:table-row/></table:table>`, { problem: "PartXml" }],
    ["a row in an unknown element", `<table:x>${tableRow([5])}</table:x>`, { problem: "PartXml" }],
    [
      "a cell in an unknown element",
      tableRow([`<table:x>${tableCell(5)}</table:x>`]),
      { problem: "PartXml" },
    ],
    ["another meaning of a prefix", tableRow([5], 'xmlns:office="x"'), { problem: "PartXml" }],
    ["a document type", "<!DOCTYPE a>", { _tag: "NotASpreadsheet" }],
  ])("%s: is refused", async (_, rows, fault) => {
    expect(await refused(bytesOf(rows))).toMatchObject(fault)
  })

  test("many styles, passwords, other documents, two contents: are refused", async () => {
    const parts = document([{ name: "Data", rows: tableRow([1]) }])
    const manifest = { name: "META-INF/manifest.xml", content: "<m><encryption-data/></m>" }
    expect(await refused(zipped([...parts, manifest]))).toEqual({ _tag: "Encrypted" })
    expect(await refused(zipped([{ name: "encrypted-package", content: "x" }]))).toEqual({
      _tag: "Encrypted",
    })
    const text = parts.map(({ name, content }) => ({
      name,
      content: String(content).replaceAll("office:spreadsheet", "office:text"),
    }))
    expect(await refused(zipped(text))).toEqual({ _tag: "OpenDocument" })
    expect(
      await refused(zipped([...parts, ...spreadsheet([{ name: "Data", data: row(1, [2]) }])])),
    ).toMatchObject({ problem: "NoWorkbook" })
    const twice = document([
      { name: "Data", rows: "" },
      { name: "DATA", rows: "" },
    ])
    expect(await refused(zipped(twice))).toMatchObject({ problem: "NoWorkbook" })
  })

  test("a small file of a million equal rows: is read one by one", async () => {
    const bytes = bytesOf(tableRow(["a", 1], repeated("rows", 1_000_000)))
    const { rows } = await Effect.runPromise(Sheet.open(bytes))
    let [count, last] = [0, 0]
    for (const { line } of rows("Data")) {
      count++
      last = line
    }
    expect([count, last, bytes.length < 2_000]).toEqual([1_000_000, 1_000_000, true])
  })
})

describe("OpenDocument: law", () => {
  const value = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
    fc
      .stringMatching(/^[A-Za-z0-9é€&" .,-]{1,12}$/)
      .filter((text) => text.trim() === text && !/ {2}/.test(text)),
  )
  const sheet = fc.record({
    rows: fc.array(fc.record({ cells: fc.array(value, { maxLength: 6 }), isHidden: fc.boolean() }), {
      maxLength: 6,
    }),
    merge: fc.option(
      fc.record({
        row: fc.nat(5),
        column: fc.nat(5),
        rows: fc.integer({ min: 1, max: 3 }),
        columns: fc.integer({ min: 1, max: 3 }),
      }),
    ),
  })

  test("an XLSX and an ODS file with the same rows: read the same", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async ({ rows, merge }) => {
        const width = 9
        const isMerged = merge !== null && merge.rows * merge.columns > 1
        const isCovered = (line: number, column: number): boolean =>
          isMerged &&
          line >= merge.row &&
          line < merge.row + merge.rows &&
          column >= merge.column &&
          column < merge.column + merge.columns &&
          !(line === merge.row && column === merge.column)
        const height = Math.max(rows.length, isMerged ? merge.row + merge.rows : 0)
        const lines = Array.from({ length: height }, (_, line) => ({
          isHidden: rows[line]?.isHidden ?? false,
          cells: Array.from({ length: width }, (_, column) => rows[line]?.cells[column]),
        }))
        const address = (line: number, column: number) => `${String.fromCharCode(65 + column)}${line + 1}`
        const xlsx = zipped(
          spreadsheet([
            {
              name: "Data",
              data: lines
                .map(({ cells, isHidden }, line) => row(line + 1, cells, isHidden ? 'hidden="1"' : ""))
                .join(""),
              merges: isMerged
                ? [
                    `${address(merge.row, merge.column)}:${address(merge.row + merge.rows - 1, merge.column + merge.columns - 1)}`,
                  ]
                : [],
            },
          ]),
        )
        const ods = bytesOf(
          lines
            .map(({ cells, isHidden }, line) =>
              tableRow(
                cells.map((one, column) => {
                  const xml = tableCell(one)
                  if (isCovered(line, column)) return xml.replaceAll("table-cell", "covered-table-cell")
                  const isFirst = isMerged && line === merge.row && column === merge.column
                  return isFirst
                    ? xml.replace(
                        "<table:table-cell",
                        `<table:table-cell table:number-columns-spanned="${merge.columns}" table:number-rows-spanned="${merge.rows}"`,
                      )
                    : xml
                }),
                isHidden ? 'table:visibility="collapse"' : "",
              ),
            )
            .join(""),
        )
        const [one, other] = await Promise.all(
          [xlsx, ods].map(async (bytes) => (await Effect.runPromise(Sheet.read(bytes))).rows),
        )
        const filled = (rows: ReadonlyArray<Sheet.SheetRow> = []) =>
          rows
            .filter(({ cells }) => cells.some((text) => text !== ""))
            .map((found) => ({
              ...found,
              cells: found.cells.join("|").replace(/\|+$/, ""),
              merged: [...(found.merged ?? [])],
            }))
        expect(filled(other)).toEqual(filled(one))
      }),
      { numRuns: runs(200) },
    )
  })
})
