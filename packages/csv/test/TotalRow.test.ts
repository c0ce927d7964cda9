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
    ["the words behind the column of the direction", ";;;U;Totaal uitgaven;100,00;10,00"],
    ["French and English", "Total;;;;;130,00;15,00"],
  ])("%s: is left out and equals its rows", (_, total) => {
    expect(facts(`${rows}${total}\n`)).toMatchObject({
      requests: 2,
      faults: [],
      leftOut: 1,
      notes: [{ _tag: "TotalRow", isEqual: true }],
    })
  })

  test("totals of columns that nothing reads: do not hide the row; a code does", () => {
    const years = { "JR 2024": null }
    const wide = (text: string) => {
      const [, ...lines] = text.trimEnd().split("\n")
      const own = [`${header};JR 2024;%`, ...lines.map((line) => `${line};5,00;50 %`)].join("\n")
      const { faults, notes, requests } = read("lines", `${own}\n`, { mapping: { years } })
      return {
        faults: faults.length,
        totals: notes.filter(({ _tag }) => _tag === "TotalRow").length,
        requests: requests.length,
      }
    }
    expect(wide(`${header}\n${rows}Totaal;;;;;130,00;15,00\n`)).toEqual({ faults: 0, totals: 1, requests: 2 })
    expect(wide(`${header}\n${rows}A1;9090;6140000;U;Totaal;130,00;15,00\n`)).toEqual({
      faults: 0,
      totals: 0,
      requests: 3,
    })
  })

  test("a grand total that differs: is a fault with both sums", () => {
    const { faults } = read("lines", `${header}\n${rows}Totaal;;;;;130,01;15,00\n`)
    expect(faults).toMatchObject([
      { _tag: "TotalRowDiffers", printed: "130.01", computed: "130.00", line: 4 },
    ])
  })

  test("a grand total of rows that the mapping leaves out: is only noted", () => {
    const text = `${header}\n${rows}A1;9090;6140000;U;intern;9,00;\nTotaal;;;;;139,00;15,00\n`
    const mapping = { rows: { leaveOut: { Omschrijving: ["intern"] } } }
    const { faults, notes } = read("lines", text, { mapping })
    expect(faults).toEqual([])
    expect(notes).toContainEqual(
      expect.objectContaining({ _tag: "TotalRowOff", line: 5, printed: "139.00", computed: "130.00" }),
    )
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

  test.each([
    ["equals its rows", "15,5", [], { _tag: "TotalRow", isEqual: true }],
    ["rounded to thousands", "16", [], { _tag: "TotalRowOff", printed: "16000.00", computed: "15500.00" }],
    ["too high", "17,5", ["TotalRowDiffers"], undefined],
  ])("a total of amounts in thousands, %s: is compared in euro", (_, total, faults, note) => {
    const mapping = { unit: 1000 } as const
    const text = `${header}\nA1;9090;6140000;U;a;12,5;\nA1;9090;6140000;U;b;3,0;\nTotaal;;;;;${total};\n`
    const found = read("lines", text, { mapping, numbers: "be" })
    expect(found.faults.map(({ _tag }) => _tag)).toEqual(faults)
    const compared = found.notes.filter(({ _tag }) => _tag !== "AbsentColumns")
    expect(compared).toMatchObject(note === undefined ? [] : [note])
  })

  // With a column of directions, a credit on a line of expenditure makes the expenditure less.
  test.each([
    ["both sides", "Totaal;;;;;120,00;30,00", true, []],
    ["both sides, one wrong", "Totaal;;;;;120,00;31,00", true, ["TotalRowDiffers"]],
    ["one side", "Totaal debet;;;;;120,00;", true, []],
    ["both sides beside directions", "Totaal;;;;;120,00;30,00", false, []],
    ["one side beside directions", "Totaal debet;;;;;120,00;", false, []],
    ["both sides beside directions, one wrong", "Totaal;;;;;121,00;30,00", false, ["TotalRowDiffers"]],
  ])("a total of debit and credit, %s: is compared with expenditure and receipts", (_, total, is, faults) => {
    const head = "Actie;Beleidsitem;Algemene rekening;U/O;Omschrijving;Debet;Credit;Jaar"
    const mapping = { columns: { debit: "Debet", credit: "Credit", ...(is ? { direction: null } : {}) } }
    const lines =
      "A1;9090;6140000;U;a;100,00;;2026\nA1;9090;7400000;O;b;;25,00;2026\nA1;9090;6140000;U;c;20,00;;2026\nA1;9090;6140000;U;d;;5,00;2026"
    const found = read("lines", `${head}\n${lines}\n${total};\n`, { mapping })
    expect(found.faults.map(({ _tag }) => _tag)).toEqual(faults)
    expect(found.requests).toHaveLength(4)
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
