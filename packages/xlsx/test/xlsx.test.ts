/** Spreadsheets: reading within limits. */
import { readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import { writeXlsx } from "hucre/xlsx"
import { describe, expect, test } from "vitest"
import { Caps, Fault, Sheet } from "../src/index.ts"
import { exhibits, markdown, marks } from "./gallery.ts"
import { workbook, zipped } from "./zipped.ts"

const read = (bytes: Uint8Array, options: Sheet.SheetOptions = {}) =>
  Effect.runPromise(Sheet.read(bytes, options))

const refused = (bytes: Uint8Array, options: Sheet.SheetOptions = {}): Promise<Fault.SheetFault> =>
  Effect.runPromise(Effect.flip(Sheet.read(bytes, options)))

describe("Sheet.read", () => {
  test("returns numbers with a decimal comma, days, and row numbers that count blank rows", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Eerste",
          rows: [
            ["Actie", 2026, "Datum"],
            ["A10101", 15095.324, new Date(Date.UTC(2026, 5, 30))],
            [],
            ["0930000", -0.1 - 0.2, true],
          ],
        },
        { name: "Tweede", rows: [["x"]] },
      ],
    })
    const { sheet, rows } = await read(bytes)
    expect(sheet).toBe("Eerste")
    expect(rows.filter(({ cells }) => cells.some((cell) => cell !== ""))).toEqual([
      { line: 1, cells: ["Actie", "2026", "Datum"] },
      { line: 2, cells: ["A10101", "15095,324", "2026-06-30"] },
      { line: 4, cells: ["0930000", "-0,3", "WAAR"] },
    ])
    expect((await read(bytes, { sheet: "Tweede" })).rows).toEqual([{ line: 1, cells: ["x"] }])
    expect((await read(bytes, { numbers: "en" })).rows[1]?.cells[1]).toBe("15095.324")
    expect(await refused(bytes, { sheet: "Derde" })).toEqual({
      _tag: "UnknownSheet",
      sheet: "Derde",
      known: ["Eerste", "Tweede"],
    })
  })

  test.each([
    [0, "0"],
    [1e-7, "0,0000001"],
    [-1.25e-9, "-0,00000000125"],
    [1e21, "1e+21"],
    [123456789012.345, "123456789012,345"],
    [0.1 + 0.2, "0,3"],
  ])("textOf: shows %d as %s, without losing digits", (value, text) => {
    expect(Sheet.textOf(value, "be")).toBe(text)
  })

  test("returns the last computed value of a formula", async () => {
    const bytes = zipped(
      workbook('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'),
    )
    expect((await read(bytes)).rows).toEqual([
      {
        line: 1,
        cells: ["2", "#REF!"],
        defects: [{ _tag: "ErrorCell", column: 1, cell: "B1", value: "#REF!" }],
      },
    ])
  })
})

describe("Sheet.read: rejects before it unpacks", () => {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    ).join("")

  test.each([
    ["text", new TextEncoder().encode("Actie;Bedrag\n"), {}, "NotASpreadsheet"],
    ["an old or protected file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), {}, "Encrypted"],
    ["a zip without a workbook", zipped([{ name: "a.txt", content: "a" }]), {}, "NotASpreadsheet"],
    ["a cut-off zip", zipped(workbook("")).subarray(0, 700), {}, "NotASpreadsheet"],
    [
      "many parts",
      zipped(Array.from({ length: 30 }, (_, index) => ({ name: `${index}`, content: "" }))),
      { entries: 20 },
      "TooManyEntries",
    ],
    ["a part that is there twice", zipped([...workbook(""), ...workbook("")]), {}, "NotASpreadsheet"],
    [
      "a dense part",
      zipped(workbook("", [{ name: "xl/media.bin", content: new Uint8Array(8 << 20) }])),
      {},
      "TooDense",
    ],
    [
      "a part that claims less than it holds",
      zipped(workbook("", [{ name: "xl/media.bin", content: new Uint8Array(8 << 20), claimedSize: 10 }])),
      {},
      "TooDense",
    ],
    ["many bytes", zipped(workbook(rows(2_000))), { inflatedBytes: 50_000 }, "TooManyBytes"],
    ["many rows", zipped(workbook(rows(2_000))), { rows: 1_000 }, "TooManyRows"],
    [
      "many texts",
      zipped(
        workbook("", [
          { name: "xl/sharedStrings.xml", content: `<sst>${"<si><t>a</t></si>".repeat(2_000)}</sst>` },
        ]),
      ),
      { sharedStrings: 1_000 },
      "TooManyStrings",
    ],
    [
      "a cell at the far end",
      zipped(workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
      {},
      "TooManyColumns",
    ],
  ])("%s", async (_, bytes, caps, tag) => {
    const fault = await refused(bytes, { caps })
    expect(fault._tag).toBe(tag)
    for (const language of ["en", "nl"] as const)
      expect(Fault.message(fault, language)).not.toMatch(/undefined|NaN/)
  })

  test("returns one row for a cell in the last row of a sheet", async () => {
    const { rows } = await read(zipped(workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')))
    expect(rows.filter(({ cells }) => cells.length > 0)).toEqual([{ line: 1_048_576, cells: ["1"] }])
    expect(rows.length).toBeLessThan(10)
  })

  test("caps: are far above the size of a budget", () => {
    expect(Caps.caps.rows).toBeGreaterThan(1_000_000)
  })
})

test("documentation: has the same messages; run `npm run gallery` after a change", () => {
  const text = readFileSync(new URL("../../../docs/error-gallery.md", import.meta.url), "utf8")
  expect(text.slice(text.indexOf(marks.begin) + marks.begin.length, text.indexOf(marks.end)).trim()).toBe(
    markdown(),
  )
})

test("messages: every fault occurs in the gallery, and Dutch has no English words", () => {
  expect(exhibits.map(([, fault]) => fault._tag)).toEqual(Object.keys(Fault.catalogue))
  const damages = [
    "NotAZip",
    "NoDirectory",
    "DamagedDirectory",
    "PartTwice",
    "PartMissing",
    "PartCutOff",
    "PartPacking",
    "PartUnpacking",
    "PartName",
    "PartDisagrees",
    "PartOverlaps",
    "HiddenBytes",
    "RelationTwice",
    "PartSize",
    "PartChecksum",
    "PartXml",
    "PartDoctype",
    "RowOrder",
    "MergesOverlap",
    "Zip64",
    "NoWorkbook",
  ] as const
  const faults: ReadonlyArray<Fault.SheetFault> = [
    ...exhibits.map(([, fault]) => fault),
    ...damages.map((problem) => ({ _tag: "NotASpreadsheet", problem, part: "xl/deel.xml" }) as const),
  ]
  const english =
    /\b(the|and|of the|not|no|with|file|row|column|columns|part|missing|damaged|sheet|twice|it)\b/i
  expect(faults.map((fault) => Fault.message(fault, "nl")).filter((text) => english.test(text))).toEqual([])
})
