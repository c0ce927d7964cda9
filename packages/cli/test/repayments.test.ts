/** The corrected self-financing margin: notional repayments as an amount, or as a rate on the debts of 1 January. */
import { declared, file, folder, json, must } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"

const lines = `Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026;2027
A10101;9090;7470000;;;O;Ontvangsten;500.000,00;500.000,00
A10101;9090;6140000;;;U;Uitgaven;200.000,00;200.000,00
;0300;4233000;;;U;Aflossingen;100.000,00;100.000,00
`
const opening = "Rekening;Omschrijving;Jaar;Bedrag\n1733000;Leningen;2026;1.000.000,00\n"

let ledger = ""
let dir = ""
const importAs = (kind: string, name: string, text: string) =>
  json<{ ok: boolean; written: unknown; findings: ReadonlyArray<{ code: string }> }>(
    ...["import", file(dir, name, text), "--ledger", ledger, "--as", kind],
  )
const row = async (code: string, year: number): Promise<string> =>
  (
    await json<{ exact: string }>(
      ...["explain", "M2", `Gecorrigeerde autofinancieringsmarge/${code}`, String(year), "--ledger", ledger],
    )
  ).exact

beforeAll(async () => {
  dir = folder()
  ledger = await declared(dir)
  await importAs("lines", "lines.csv", lines)
  await importAs("opening", "opening.csv", opening)
})

test("repayments: follow the debts at a rate, and explain names the statement", async () => {
  expect(await row("III", 2026)).toBe("300000.00")
  await importAs("repayments", "rate.csv", "Jaar;Percentage\n2026;8\n2027;8 %\n")
  expect([await row("II.b", 2026), await row("III", 2026)]).toEqual(["80000.00", "220000.00"])
  expect([await row("II.b", 2027), await row("III", 2027)]).toEqual(["72000.00", "228000.00"])
  const more = `${lines.split("\n")[0]}\n;0300;1733000;;;O;Nieuwe lening;50.000,00;\n`
  await importAs("lines", "loan.csv", more)
  expect(await row("II.b", 2027)).toBe("76000.00")
  const explained = ["explain", "M2", "Gecorrigeerde autofinancieringsmarge/II.b", "2026", "--ledger", ledger]
  expect(await must(...explained)).toMatch(
    /8 % of the debts on 1 January \(T3 A: 1\.000\.000,00\) =\s+80\.000,00/,
  )
  expect(await must(...explained, "--lang", "nl")).toContain("8 % van de schulden op 1 januari")
  expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true, notes: [] })
})

test.each([
  ["an amount and a rate for one year", "Jaar;Bedrag;Percentage\n2028;1,00;8\n", "RepaymentTwice"],
  ["an amount and a rate in two rows", "Jaar;Bedrag;Percentage\n2028;1,00;\n2028;;8\n", "RepaymentTwice"],
  ["an amount for a year with a recorded rate", "Jaar;Bedrag\n2026;1,00\n", "RepaymentTwice"],
  ["two amounts for one year", "Jaar;Bedrag\n2028;1,00\n2028;2,00\n", "CodeTwice"],
  ["an amount of zero", "Jaar;Bedrag\n2028;0,00\n", "RepaymentNotPositive"],
  ["an amount below zero", "Jaar;Bedrag\n2028;-5,00\n", "RepaymentNotPositive"],
  ["a rate of zero", "Jaar;Percentage\n2028;0\n", "RepaymentNotPositive"],
  ["a year outside the plan", "Jaar;Bedrag\n2032;5,00\n", "YearOutsidePlan"],
])("repayments: refuse %s and write nothing", async (_, text, code) => {
  const answer = await importAs("repayments", "bad.csv", text)
  expect(answer).toMatchObject({ ok: false, written: null })
  expect(answer.findings.map((finding) => finding.code)).toContain(code)
})

test("repayments: replace an amount, and import the same file again without a change", async () => {
  await importAs("repayments", "a.csv", "Jaar;Bedrag\n2029;100,00\n")
  await importAs("repayments", "b.csv", "Jaar;Bedrag\n2029;70,00\n")
  expect(await row("II.b", 2029)).toBe("70.00")
  expect(await importAs("repayments", "b.csv", "Jaar;Bedrag\n2029;70,00\n")).toMatchObject({ written: null })
})
