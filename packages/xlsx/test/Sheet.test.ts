/** Cells of a sheet: which values are certain, and what is marked for the reader of the rows. */
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Caps, type Fault, Sheet } from "../src/index.ts"
import { row, type SharedXml, type SheetXml, spreadsheet } from "./spreadsheet.ts"
import { zipped } from "./zipped.ts"

const bytesOf = (sheet: Omit<SheetXml, "name"> | string, shared?: SharedXml): Uint8Array =>
  zipped(spreadsheet([{ name: "Data", ...(typeof sheet === "string" ? { data: sheet } : sheet) }], shared))

const read = async (sheet: Parameters<typeof bytesOf>[0], shared?: SharedXml) =>
  (await Effect.runPromise(Sheet.read(bytesOf(sheet, shared)))).rows

const refused = (bytes: Uint8Array, caps: Partial<Caps.Caps> = {}): Promise<Fault.SheetFault> =>
  Effect.runPromise(Effect.flip(Sheet.read(bytes, { caps })))

const cell = (xml: string, shared?: SharedXml) => read(`<row r="1">${xml}</row>`, shared)

describe("Sheet: values", () => {
  test.each<readonly [string, string, string]>([
    ["a formula with a value", '<c r="A1"><f>1+1</f><v>2</v></c>', "2"],
    ["a text formula", '<c r="A1" t="str"><f>A2</f><v>a</v></c>', "a"],
    ["a text formula with an empty text", '<c r="A1" t="str"><f>A2</f><v></v></c>', ""],
    ["an empty number cell", '<c r="A1"><v></v></c>', ""],
    ["an exponent", '<c r="A1"><v>1.5E3</v></c>', "1500"],
    ["blanks around a number", '<c r="A1"><v> 7 </v></c>', "7"],
    [
      "a rich text",
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r><rPh><t>x</t></rPh></is></c>',
      "a b",
    ],
    [
      "a character that XML cannot hold",
      '<c r="A1" t="inlineStr"><is><t>a_x000A_b_x005F_x0041_</t></is></c>',
      "a\nb_x0041_",
    ],
    ["a day by its type", '<c r="A1" t="d"><v>2026-06-30T00:00:00</v></c>', "2026-06-30"],
    ["a cell without an address", "<c><v>3</v></c>", "3"],
    ["a text around an unknown element", '<c r="A1" t="inlineStr"><is><t>12<x/>,5</t></is></c>', "12,5"],
    ["a character reference", '<c r="A1" t="inlineStr"><is><t>&#233;&amp;</t></is></c>', "é&"],
    ["a prefix", '<x:c xmlns:x="y" r="A1"><x:v>4</x:v></x:c>', "4"],
  ])("%s: is read", async (_, xml, text) => {
    expect(await cell(xml)).toEqual([{ line: 1, cells: [text] }])
  })

  test.each([
    ["6217.9999999999", "6218"],
    ["-6217.9999999999", "-6218"],
    ["60468.6217999999", "60468,6218"],
    ["0.30000000000000004", "0,3"],
    ["12345678.1000001", "12345678,1"],
    ["99999.9999999999", "100000"],
    ["-0.0000000000123", "0"],
    ["1.0000004", "1,0000004"],
    ["7140.3333333333", "7140,3333333333"],
    ["0.666666666666667", "0,666666666666667"],
    ["12.345678", "12,345678"],
  ])("%s: noise of binary sums is not read, decimals of a value are", async (value, text) => {
    expect(await cell(`<c r="A1"><f>SUM(B1:C1)</f><v>${value}</v></c>`)).toEqual([{ line: 1, cells: [text] }])
  })

  test("noise of binary sums: each sum of amounts reads as the exact sum", async () => {
    const cents = fc.integer({ min: -(10 ** 8), max: 10 ** 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 40 }), async (amounts) => {
        const binary = amounts.reduce((sum, amount) => sum + amount / 100, 0)
        const exact = amounts.reduce((sum, amount) => sum + amount, 0)
        const [found] = await cell(`<c r="A1"><f>SUM(B1:C1)</f><v>${binary}</v></c>`)
        expect(Number(found?.cells[0]?.replace(",", "."))).toBe(exact / 100)
        expect(found?.cells[0]).toMatch(/^-?\d+(,\d{1,2})?$/)
      }),
      { numRuns: 200 },
    )
  })

  test.each<readonly [string, string]>([
    ["FormulaWithoutValue", '<c r="A1"><f>H2*1.02</f><v></v></c>'],
    ["FormulaWithoutValue", '<c r="A1"><f>H2*1.02</f></c>'],
    ["FormulaWithoutValue", '<c r="A1"><f t="shared" si="0"/></c>'],
    ["FormulaWithoutValue", '<c r="A1" t="str"><f>A2</f></c>'],
    ["ErrorCell", '<c r="A1" t="e"><v>#N/A</v></c>'],
    ["ErrorCell", '<c r="A1" t="e"><f>A2/0</f><v>#DIV/0!</v></c>'],
    ["SharedTextMissing", '<c r="A1" t="s"><v>2</v></c>'],
    ["SharedTextMissing", '<c r="A1" t="s"><v>-1</v></c>'],
    ["SharedTextMissing", '<c r="A1" t="s"><v>1.5</v></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><t>1<t>2</t></t></is></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><r><t>1<x><t>2</t></x></t></r></is></c>'],
    ["TextNested", '<c r="A1"><is><t><t/></t></is></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><t>1</t><t>2</t></is></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><t>1</t><r><t>2</t></r></is></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><r><t>1</t></r><t>2</t></is></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><r><t>1</t><t>2</t></r></is></c>'],
    ["TextNested", '<c r="A1" t="inlineStr"><is><t>1</t></is><is><t>2</t></is></c>'],
    ["NumberDamaged", '<c r="A1"><v>0x10</v></c>'],
    ["NumberDamaged", '<c r="A1"><v>1,5</v></c>'],
    ["NumberDamaged", '<c r="A1"><v>Infinity</v></c>'],
    ["NumberDamaged", '<c r="A1"><v>1e400</v></c>'],
    ["NumberDamaged", '<c r="A1"><v>12345678901234567</v></c>'],
    ["NumberDamaged", '<c r="A1" t="q"><v>1</v></c>'],
    ["NumberDamaged", '<c r="A1" t="b"><v>2</v></c>'],
    ["NumberDamaged", '<c r="A1"><is><t>5</t></is></c>'],
    ["NumberDamaged", '<c r="A1" t="inlineStr"><v>5</v></c>'],
    ["CellOutOfPlace", '<c r="A7"><v>1</v></c>'],
    ["CellOutOfPlace", '<c r="1A"><v>1</v></c>'],
    ["CellOutOfPlace", '<c r="XFE1"><v>1</v></c>'],
    ["CellOutOfPlace", '<c r="A0"><v>1</v></c>'],
    ["DayImpossible", '<c r="A1" t="d"><v>30/06/2026</v></c>'],
    ["CellTextTooLong", `<c r="A1" t="inlineStr"><is><t>${"a".repeat(32_768)}</t></is></c>`],
    ["CellTwice", '<c r="A1"><v>1</v></c><c r="A1"><v>1</v></c>'],
  ])("%s: %s", async (tag, xml) => {
    const [found] = await cell(xml, { strings: ["a", "b"] })
    expect(found?.defects?.map(({ _tag, column }) => [_tag, column])).toEqual([[tag, 0]])
  })

  test.each([
    ["inside", "<t>1<t>2</t></t>"],
    ["beside", "<t>1</t><t>2</t>"],
  ])("a shared text %s another: marks the cells that refer to it, and no others", async (_, text) => {
    const cells = [0, 1, 2].map((index) => `<c t="s"><v>${index}</v></c>`).join("")
    const [found] = await cell(cells, { strings: ["a", text, "b"] })
    expect(found?.defects).toEqual([{ _tag: "TextNested", column: 1, cell: "B1", value: "12" }])
    expect([found?.cells[0], found?.cells[2]]).toEqual(["a", "b"])
  })

  test("a row given twice: marks every value of the second one", async () => {
    const rows = await read(`${row(2, ["a", 1])}${row(2, ["b", undefined, 2])}`)
    expect(rows[1]?.defects?.map(({ _tag, cell }) => `${_tag} ${cell}`)).toEqual([
      "CellTwice A2",
      "CellTwice C2",
    ])
  })

  test("a row outside the sheet: marks its cells", async () => {
    const rows = await read('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')
    expect(rows[0]?.defects?.map(({ _tag, cell }) => `${_tag} ${cell}`)).toEqual(["CellOutOfPlace A1048577"])
  })

  test("columns beyond the limit: count only with a value, and name row and cell", async () => {
    const styled = '<row r="7"><c r="A7"><v>1</v></c><c r="XFD7" s="1"/></row>'
    expect(await read(styled)).toEqual([{ line: 7, cells: ["1"] }])
    expect(await refused(bytesOf(styled.replace('s="1"/>', "><v>2</v></c>")))).toEqual({
      _tag: "TooManyColumns",
      row: 7,
      found: 16_384,
      cap: 500,
      cell: "XFD7",
    })
  })
})

describe("Sheet: number formats", () => {
  test.each<readonly [string | number, number, string, string | undefined]>([
    ["0000", 100, "100", "0100"],
    ["0000;-0000", 100, "100", "0100"],
    ['"A"00000', 10101, "10101", "A10101"],
    ["[$-413]0000", 100, "100", "0100"],
    ["000\\-0000", 1000100, "1000100", undefined],
    ["0", 100, "100", undefined],
    ["0.00", 1.5, "1,5", undefined],
    ["#,##0.00", 1500, "1500", undefined],
    ['0 "k€"', 12, "12", undefined],
    [1, 100, "100", undefined],
    ["0%", 0.15, "0,15", "15%"],
    ["0.00%", 0.33333333, "0,33333333", "33.333333%"],
    [14, 46203, "2026-06-30", undefined],
    ["dd/mm/yyyy", 46203, "2026-06-30", undefined],
    ["[$-813]d mmmm yyyy;@", 46203.75, "2026-06-30", undefined],
    ["yyyy", 46203, "2026", undefined],
    ["d", 1, "1900-01-01", undefined],
    ["d", 61, "1900-03-01", undefined],
    ["General", 46203, "46203", undefined],
    ['"dag "0', 5, "5", undefined],
    ["[Red]0", 5, "5", undefined],
  ])("%s: shows %d as %s %s", async (format, value, text, shown) => {
    const [found] = await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format] })
    expect([found?.cells[0], found?.shown?.get(0)]).toEqual([text, shown])
  })

  test("days: follow the system of 1904", async () => {
    const shared = { formats: [14], is1904: true }
    expect((await cell('<c r="A1" s="1"><v>44741</v></c>', shared))[0]?.cells).toEqual(["2026-06-30"])
    expect((await cell('<c r="A1" s="1"><v>0</v></c>', shared))[0]?.cells).toEqual(["1904-01-01"])
  })

  test.each([-1, 0, 60, 2_958_466])("day %d: does not exist", async (value) => {
    const [found] = await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [14] })
    expect(found?.defects).toMatchObject([{ _tag: "DayImpossible" }])
  })

  test("days of 1900: are those of the calendar, from 1 March 1900", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 61, max: 2_958_465 }), async (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
        expect((await cell(`<c r="A1" s="1"><v>${serial}</v></c>`, { formats: [14] }))[0]?.cells).toEqual([
          day,
        ])
      }),
      { numRuns: 20 },
    )
  })
})

describe("Sheet: merged, hidden and other sheets", () => {
  test("merged cells: repeat below in rows with something of their own, and stay empty beside", async () => {
    const data = `${row(1, ["a", "b", 1])}${row(2, [undefined, undefined, 2])}${row(3, [undefined])}${row(4, ["c", "d", 3])}`
    const rows = await read({ data, merges: ["A1:A3", "A4:B4"] })
    expect(rows.map(({ cells }) => cells)).toEqual([["a", "b", "1"], ["a", "", "2"], [], ["c", "d", "3"]])
    expect([...(rows[1]?.merged ?? [])]).toEqual([[0, { range: "A1:A3", isBeside: false }]])
    expect([...(rows[3]?.merged ?? [])]).toEqual([[1, { range: "A4:B4", isBeside: true }]])
    expect(rows[3]?.defects).toMatchObject([{ _tag: "HiddenByMerge", cell: "B4", value: "d" }])
  })

  test("merged cells that overlap, or lie outside the sheet: are refused", async () => {
    const data = `${row(1, ["a"])}${row(2, ["b"])}`
    expect(await refused(bytesOf({ data, merges: ["A1:B2", "B2:C3"] }))).toMatchObject({
      problem: "MergesOverlap",
    })
    expect(await refused(bytesOf({ data, merges: ["A1:A1048577"] }))).toMatchObject({ problem: "PartXml" })
  })

  test("hidden rows and columns: are marked", async () => {
    const bytes = bytesOf({
      data: `${row(1, ["a"])}${row(2, ["b"], 'hidden="1"')}${row(3, ["c"], 'ht="0" customHeight="1"')}`,
      columns: '<col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="0"/>',
    })
    const { rows } = await Effect.runPromise(Sheet.open(bytes))
    const sheet = rows("Data")
    expect([...sheet].map(({ isHidden }) => isHidden === true)).toEqual([false, true, true])
    expect([0, 1, 2, 3, 4].map(sheet.isHidden)).toEqual([false, true, true, false, true])
  })

  test("hidden sheets: are listed apart, and read when they are asked for", async () => {
    const bytes = zipped(
      spreadsheet([
        { name: "Archief", data: row(1, ["oud"]), state: "veryHidden" },
        { name: "Data", data: row(1, ["a"]) },
      ]),
    )
    const { visible, hidden } = await Effect.runPromise(Sheet.open(bytes))
    expect([visible, hidden]).toEqual([["Data"], ["Archief"]])
    expect((await Effect.runPromise(Sheet.read(bytes))).sheet).toBe("Data")
    expect((await Effect.runPromise(Sheet.read(bytes, { sheet: "Archief" }))).rows).toEqual([
      { line: 1, cells: ["oud"] },
    ])
  })

  test("numbers that were typed as text: are marked when they may have two readings", async () => {
    const [found] = await read(row(1, ["990.000", "1.234,56", 990.5, "9.9", "A1.0000"]))
    expect([...(found?.texts ?? [])]).toEqual([0, 1])
  })

  test("structure that would hide cells: is refused", async () => {
    for (const data of [
      '<c r="A1"><v>1</v></c>',
      '<row r="1"><row r="2"></row></row>',
      '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
      '<row r="1"><c r="A1"><c r="B1"><v>2</v></c></c></row>',
      '<row r="1"><x><c r="A1"><v>1</v></c></x></row>',
      `${row(3, [1])}${row(2, [1])}`,
      `${row(3, [1])}</sheetData><x>${row(4, [1])}</x><sheetData>`,
    ])
      expect([data, (await refused(bytesOf(data)))._tag]).toEqual([data, "NotASpreadsheet"])
    expect(
      await read('<row r="1"><c r="A1"><v>1</v></c><extLst><ext><c/></ext></extLst></row>'),
    ).toHaveLength(1)
  })
})
