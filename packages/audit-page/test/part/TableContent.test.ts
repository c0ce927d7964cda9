/** What is saved from a table: CSV, text and a workbook hold the figures that are shown. */
import { Money } from "@grootboek/core"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as TableContent from "../../src/part/TableContent.ts"
import * as Figures from "../../src/words/Figures.ts"

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(Money.ofMicros)

test("plain: reads every figure that the page prints", () => {
  fc.assert(
    fc.property(amount, (one) => {
      for (const text of [Figures.exact(one), Figures.change(one)])
        expect(Money.from(TableContent.plain(text) ?? "")).toBe(one)
    }),
  )
  expect(["", "2026-12", "1.2.3", "✓", "–", "12a"].map(TableContent.plain)).toEqual(Array(6).fill(undefined))
})

const table = {
  title: "Titel",
  head: ["Rij", "2026"],
  rows: [
    ["=SOM(A1)", { number: "-1234.5" }],
    ["b;c", { number: "7" }],
  ],
} satisfies TableContent.TableContent

test("csv: is that of Belgian spreadsheets, and no text becomes a formula", () => {
  expect(TableContent.csv(table)).toBe('\ufeffRij;2026\n\'=SOM(A1);-1234,5\n"b;c";7\n')
})

test("text: aligns the columns and shows Belgian figures", () => {
  expect(TableContent.text(table)).toBe(
    ["Titel", "", "Rij           2026", "=SOM(A1)  -1.234,5", "b;c              7"].join("\n"),
  )
})

test("workbook: has typed cells with the decimals that are shown", () => {
  const [sheet] = TableContent.workbook(table, "M2").sheets
  expect(sheet?.rows[0]?.cells[1]).toEqual({ number: "-1234.5", decimals: 1 })
  expect(sheet?.columns.map(({ isFigure }) => isFigure)).toEqual([false, true])
})
