/** Total rows: left out, compared with the rows above them, and never a row with codes. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { read } from "./fixture.ts"

const header = "Actie;Beleidsitem;Algemene rekening;U/O;Omschrijving;2026;2027"
const rows = "A1;9090;6140000;U;a;100,00;10,00\nA1;9090;7400000;O;b;30,00;5,00\n"

const facts = (text: string) => {
  const { faults, notes, requests, counts } = read("lines", `${header}\n${text}`)
  return {
    requests: requests.length,
    faults: faults.map(({ _tag, line }) => `${_tag} ${line}`),
    notes: notes.filter(({ _tag }) => _tag !== "AbsentColumns"),
    leftOut: counts.leftOutLines,
  }
}

describe("TotalRow", () => {
  test.each([
    ["a sum of the column", "Totaal;;;;;130,00;15,00"],
    ["a balance", "Saldo;;;;;-70,00;-5,00"],
    ["a balance, turned", "Eindtotaal;;;;;70,00;5,00"],
    ["one year only", "Algemeen totaal;;;;;130,00;"],
    ["the words in the description", ";;;;TOTAAL:;130,00;15,00"],
    ["expenditure", "Totaal uitgaven;;;;;100,00;10,00"],
    ["expenditure, by its letter", "Totaal U;;;;;100,00;10,00"],
    ["receipts, by a letter in brackets", "Totaal (O);;;;;30,00;5,00"],
    ["receipts, by another word", "Totaal opbrengsten;;;;;30,00;5,00"],
    ["receipts, by the column of the direction", "Totaal;;;O;;30,00;5,00"],
    ["French and English", "Total;;;;;130,00;15,00"],
  ])("%s: is left out and equals its rows", (_, total) => {
    expect(facts(`${rows}${total}\n`)).toMatchObject({
      requests: 2,
      faults: [],
      leftOut: 1,
      notes: [{ _tag: "TotalRow", isEqual: true }],
    })
  })

  test("a grand total that differs: is a fault with both sums", () => {
    const { faults } = read("lines", `${header}\n${rows}Totaal;;;;;130,01;15,00\n`)
    expect(faults).toMatchObject([
      { _tag: "TotalRowDiffers", printed: "130.01", computed: "130.00", line: 4 },
    ])
  })

  test("a subtotal: sums the rows since the one before, and only notes a difference", () => {
    expect(
      facts(
        `${rows}Subtotaal A1;;;;;130,00;15,00\n${rows}Subtotaal A1;;;;;130,00;15,00\nTotaal;;;;;260,00;30,00\n`,
      ),
    ).toMatchObject({
      requests: 4,
      faults: [],
      leftOut: 3,
      notes: [{ isEqual: true }, { isEqual: true }, { isEqual: true }],
    })
    expect(facts(`${rows}Totaal personeel;;;;;12,00;\n`)).toMatchObject({
      faults: [],
      notes: [{ _tag: "TotalRowOff", printed: "12.00", computed: "130.00" }],
    })
  })

  test("a total of rounded amounts: is a note with both sums", () => {
    expect(facts("A1;9090;6140000;U;a;0,004;\nA1;9090;6140000;U;a;0,004;\nTotaal;;;;;0,01;\n")).toMatchObject(
      {
        faults: [],
        notes: [{ _tag: "TotalRowOff", printed: "0.01", computed: "0.008" }],
      },
    )
  })

  test("a row with codes: is not a total row, whatever its words", () => {
    expect(facts("A1;9090;6140000;U;Totaal;100,00;\n")).toMatchObject({ requests: 1, leftOut: 0 })
    expect(facts("Totaal;9090;;;;100,00;\n")).toMatchObject({ requests: 0, leftOut: 0 })
  })

  test("a total below a rejected row: is not compared, since the import is refused", () => {
    expect(facts(`${rows}A1;9090;614x;U;a;1,00;\nTotaal;;;;;131,00;15,00\n`)).toMatchObject({
      faults: ["AccountNotDigits 4"],
      notes: [{ _tag: "TotalRow", isEqual: false }],
    })
  })

  test("a missing or doubled row: is found by the total, for any rows", () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 })
    const text = (cent: number): string => `${Math.floor(cent / 100)},${String(cent % 100).padStart(2, "0")}`
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 20 }), (amounts) => {
        const line = (cent: number): string => `A1;9090;6140000;U;a;${text(cent)};\n`
        const total = `Totaal;;;;;${text(amounts.reduce((sum, cent) => sum + cent, 0))};\n`
        expect(facts(amounts.map(line).join("") + total).faults).toEqual([])
        expect(facts(amounts.slice(1).map(line).join("") + total).faults).toHaveLength(1)
        expect(facts([...amounts, amounts[0] ?? 1].map(line).join("") + total).faults).toHaveLength(1)
      }),
    )
  })
})
