/** Workbooks: typed cells, sums as formulas, names of sheets, and one page wide on paper. */
import type { Workbook } from "@grootboek/cells"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { readXlsx } from "hucre/xlsx"
import { describe, expect, test } from "vitest"
import { Book, Sheet } from "../src/index.ts"
import * as SumFormula from "../src/SumFormula.ts"
import * as TextHeight from "../src/TextHeight.ts"

const hostile = '=HYPERLINK("http://example.org";"Goederen")'

const sheet: Workbook.BookSheet = {
  name: "T2",
  titles: ["Schema T2", "W13 · plan 2026/0"],
  columns: [
    { head: { text: "Code" }, width: 10, isFigure: false },
    { head: { text: "Omschrijving" }, width: 40, isFigure: false },
    { head: { count: 2026 }, width: 14, isFigure: true },
  ],
  frozen: 2,
  rows: [
    {
      isStrong: true,
      cells: [
        { text: "I" },
        { text: "Totaal" },
        {
          number: "3.5",
          decimals: 0,
          sum: {
            terms: [
              { row: 1, column: 2, sign: 1 },
              { row: 2, column: 2, sign: -1 },
            ],
            whole: 6,
          },
        },
      ],
    },
    { cells: [{ text: "I.A" }, { text: hostile, indent: 1 }, { number: "4.75", decimals: 0 }] },
    { cells: [{ text: "I.B" }, undefined, { number: "1.25", decimals: 0 }] },
  ],
}

const write = (...sheets: ReadonlyArray<Workbook.BookSheet>) =>
  Effect.runPromise(Book.write({ title: "W13", sheets }))

const read = async (...sheets: ReadonlyArray<Workbook.BookSheet>) =>
  (await readXlsx(await write(...sheets), { readStyles: true })).sheets

describe("Book.write", () => {
  test("shows misleading and invisible characters as their code in every text", async () => {
    const text = "W\u043enen\u202e"
    const column = { head: { text }, width: 10, isFigure: false }
    const [found] = await read({
      name: text,
      titles: [text],
      columns: [column],
      frozen: 0,
      rows: [{ cells: [{ text }] }],
    })
    const shown = "W‹U+043E≈o›nen‹U+202E›"
    expect(found?.name).toBe(shown)
    expect(found?.rows).toEqual([[shown], [null], [shown], [shown]])
  })

  test("writes titles, a header and typed cells; a text stays a text", async () => {
    const [found] = await read(sheet)
    expect(found?.rows).toEqual([
      ["Schema T2", null, null],
      ["W13 · plan 2026/0", null, null],
      [null, null, null],
      ["Code", "Omschrijving", 2026],
      ["I", "Totaal", 3.5],
      ["I.A", hostile, 4.75],
      ["I.B", null, 1.25],
    ])
    const formulas = [...(found?.cells ?? [])].flatMap(([place, { formula }]) =>
      formula === undefined ? [] : [[place, formula]],
    )
    expect(formulas).toEqual([["4,2", "ROUND(C6-C7,6)"]])
  })

  test("keeps header and first columns in view, and prints one page wide with the header on each page", async () => {
    const [found] = await read(sheet)
    expect(found?.freezePane).toMatchObject({ rows: 4, columns: 2 })
    expect(found?.pageSetup).toMatchObject({
      paperSize: "a4",
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$4:$4",
    })
  })

  test("shows amounts in Belgian notation, and none with a sign before zero", async () => {
    const [found] = await read(sheet)
    expect(found?.cells?.get("5,2")?.style?.numFmt).toBe("[$-813][>=0.5]#,##0;[$-813][<=-0.5]-#,##0;[$-813]0")
  })

  test("gives every sheet a name that Excel allows, once", async () => {
    const long = "T2: Ontvangsten en uitgaven naar economische aard"
    const names = ["M2", "m2", long, long, "'a'", "[]", ""].map((name) => ({ ...sheet, name }))
    const found = (await read(...names)).map(({ name }) => name)
    expect(found).toEqual([
      "M2",
      "m2 (2)",
      "T2  Ontvangsten en uitgaven naa",
      "T2  Ontvangsten en uitgaven (2)",
      "a",
      "-",
      "- (2)",
    ])
  })

  test("writes the same bytes twice", async () => {
    expect(Buffer.compare(await write(sheet), await write(sheet))).toBe(0)
  })
})

describe("SumFormula.of", () => {
  const term = (row: number, sign: 1 | -1 = 1, column = 2) => ({ row, column, sign })

  test.each<readonly [string, Workbook.CellSum]>([
    ["C1", { terms: [term(0)] }],
    ["C1+C2-C4", { terms: [term(0), term(1), term(3, -1)] }],
    ["-C1", { terms: [term(0, -1)] }],
    ["SUM(C1:C3)", { terms: [term(0), term(1), term(2)] }],
    ["C1-SUM(C2:C4)", { terms: [term(0), term(1, -1), term(2, -1), term(3, -1)] }],
    ["B1+AB2", { terms: [term(0, 1, 1), term(1, 1, 27)] }],
    ["ROUND(C1,0)+ROUND(C2,0)", { terms: [term(0), term(1)], each: 0 }],
    ["SUMPRODUCT(ROUND(C1:C3,2))", { terms: [term(0), term(1), term(2)], each: 2 }],
  ])("writes %s", (formula, sum) => {
    expect(SumFormula.of(sum, 0)).toBe(formula)
  })

  test("returns nothing for a formula that Excel does not read", () => {
    const terms = Array.from({ length: 2_000 }, (_, index) => term(index * 2))
    expect(SumFormula.of({ terms }, 0)).toBeUndefined()
  })

  test("names each cell of any terms, as often as it is added", () => {
    const terms = fc.array(
      fc.record({
        row: fc.nat(30),
        column: fc.nat(60),
        sign: fc.constantFrom<1 | -1>(1, -1),
      }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(terms, (drawn) => {
        const counted = new Map<string, number>()
        const formula = SumFormula.of({ terms: drawn }, 0) ?? ""
        for (const [, sign, part = ""] of formula.matchAll(/(^|[+-])(SUM\([^)]*\)|[A-Z]+\d+)/g)) {
          const [, from = "", first = "0", last = first] =
            /^(?:SUM\()?([A-Z]+)(\d+)(?::[A-Z]+(\d+)\))?$/.exec(part) ?? []
          for (let row = Number(first); row <= Number(last); row++) {
            const cell = `${from}${row}`
            counted.set(cell, (counted.get(cell) ?? 0) + (sign === "-" ? -1 : 1))
          }
        }
        const expected = new Map<string, number>()
        for (const { row, column, sign } of drawn) {
          const letters = column < 26 ? [column] : [Math.floor(column / 26) - 1, column % 26]
          const cell = `${String.fromCharCode(...letters.map((one) => 65 + one))}${row + 1}`
          expected.set(cell, (expected.get(cell) ?? 0) + sign)
        }
        expect(counted).toEqual(expected)
      }),
    )
  })
})

describe("TextHeight.of", () => {
  const height = (text: string, width: number) => TextHeight.of([{ text, width, isStrong: false }])

  test("counts the lines of a broken text, also of a word longer than its cell", () => {
    expect(height("", 10)).toBe(15)
    expect(height("kort", 10)).toBe(15)
    expect(height("een langere tekst", 10)).toBe(45)
    expect(height("eenheellangwoordzonderblanks", 10)).toBe(60)
    expect(height("twee\nregels", 20)).toBe(30)
  })
})

describe("Sheet.read: figures as shown", () => {
  test("rounds amounts half away from zero as their format shows them; stored amounts stay exact", async () => {
    const amounts = ["2.5", "-2.5", "-0.4", "1234567.891", "12.345"].flatMap((number) =>
      [0, 2].map((decimals) => ({ cells: [{ text: "" }, { text: "" }, { number, decimals }] })),
    )
    const bytes = await write({ ...sheet, titles: [], rows: amounts })
    const read = async (figures: "stored" | "shown") =>
      (await Effect.runPromise(Sheet.read(bytes, { figures }))).rows.slice(1).map(({ cells }) => cells[2])
    expect(await read("shown")).toEqual([
      ...["3", "2,5", "-3", "-2,5", "0", "-0,4", "1234568", "1234567,89", "12", "12,35"],
    ])
    expect(await read("stored")).toEqual(
      ["2,5", "-2,5", "-0,4", "1234567,891", "12,345"].flatMap((text) => [text, text]),
    )
  })
})
