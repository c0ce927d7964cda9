/** Written files: safe to open in a spreadsheet, and read back to the same events. */
import { type BudgetEvent, Money, type Structure } from "@grootboek/core"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Encoding, Export, Rejects, Table } from "../src/index.ts"
import { fixture, header, read } from "./fixture.ts"
import { exhibits, fileOf } from "./gallery.ts"

/** Characters that spreadsheets and CSV parsers treat specially. */
const character = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "'",
  '"',
  ";",
  ",",
  "a",
  "Z",
  "1",
  "é",
  "€",
  "\u00a0",
  " ",
  ".",
)
const code = fc
  .string({ unit: character, minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && text !== "")
const text = fc
  .string({ unit: fc.oneof(character, fc.constantFrom("\n", "\t", "\uff1d")), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== "")
const amount = fc
  .bigInt({ min: -Money.limit, max: Money.limit })
  .map((micros) => Money.format(Money.ofMicros(micros)))
const amounts = fc
  .uniqueArray(fc.integer({ min: 2026, max: 2031 }), { minLength: 1, maxLength: 4 })
  .chain((years) => fc.tuple(...years.map((year) => fc.tuple(fc.constant(String(year)), amount))))
  .map((entries) => Object.fromEntries(entries))
const line = fc.record(
  {
    direction: fc.constantFrom("O" as const, "U" as const),
    account: fc.stringMatching(/^\d{2,10}$/),
    policyItem: code,
    action: code,
    sector: code,
    envelope: code,
  },
  { requiredKeys: ["direction", "account", "policyItem"] },
)
const estimate = fc.record(
  { _tag: fc.constant("EstimatePosted" as const), line, amounts, description: text },
  { requiredKeys: ["_tag", "line", "amounts"] },
)

describe("Table.write", () => {
  test("neutralises text that looks like a formula and leaves numbers as they are", () => {
    const table = {
      header: ["Omschrijving", "Bedrag"],
      rows: [
        ["-5", Money.from("-5")],
        ["=1", Money.from("1234.567")],
      ],
    }
    expect(Table.write(table)).toBe("Omschrijving;Bedrag\r\n'-5;-5,00\r\n'=1;1234,5670\r\n")
    expect(Table.write(table, { delimiter: ",", numbers: "en" })).toBe(
      "Omschrijving,Bedrag\r\n'-5,-5.00\r\n'=1,1234.5670\r\n",
    )
  })
})

describe("Export", () => {
  test("lines: reads back to the same estimates", () => {
    fc.assert(
      fc.property(
        fc.array(estimate, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(";", ",", "\t"),
        fc.constantFrom("be", "en"),
        (events, delimiter, numbers) => {
          const style = { delimiter, numbers } as Table.CsvStyle
          const { requests, faults } = read("lines", Table.write(Export.lines(events), style))
          expect(faults).toEqual([])
          expect(requests.map(({ event }) => event)).toEqual(events)
        },
      ),
    )
  })

  test("adjustment: reads back to the same changes", () => {
    const reason = fc.record(
      { class: fc.constantFrom("result", "index", "timing", "transfer", "subsidy", "correction"), text },
      { requiredKeys: ["class"] },
    )
    const change = fc.record(
      { line, amounts, description: text, reason },
      { requiredKeys: ["line", "amounts"] },
    )
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const written = Export.adjustment({ changes: changes as ReadonlyArray<BudgetEvent.Change> })
        const { requests, faults } = read("adjustment", Table.write(written))
        expect(faults).toEqual([])
        const [event] = requests.map(({ event }) => event)
        const again =
          event?._tag === "PlanAdjusted" ? event.changes.map(({ row: _, ...change }) => change) : []
        expect(again).toEqual(changes)
      }),
    )
  })

  test("actuals: reads back to the same realisations", () => {
    const actual = fc.record(
      {
        _tag: fc.constant("ActualRecorded" as const),
        line,
        year: fc.integer({ min: 2026, max: 2031 }),
        date: fc.constantFrom("2026-01-31", "2028-02-29"),
        amount,
        voucher: code,
        description: text,
      },
      { requiredKeys: ["_tag", "line", "year", "date", "amount", "voucher"] },
    )
    fc.assert(
      fc.property(fc.array(actual, { minLength: 1, maxLength: 5 }), (events) => {
        const { requests, faults } = read("actuals", Table.write(Export.actuals(events)))
        expect(faults).toEqual([])
        expect(requests.map(({ event }) => event)).toEqual(events)
      }),
    )
  })

  test("structure: reads back to the same declarations", () => {
    const declared: Structure.Declarations = {
      goals: [
        { code: "SD1", level: "strategicObjective", name: "Regionaal beleid", priority: false },
        {
          code: "BD1",
          level: "policyObjective",
          parent: "SD1",
          name: "'T PACT",
          priority: true,
          financing: "=subsidies",
        },
      ],
      policyItems: [
        { code: "0100", name: "Bijdragen", field: "0010", fieldName: "Overdrachten", domain: "Algemeen" },
      ],
      sectors: [{ code: "OCMW", counterparty: "OCMW", origin: 5, loan: 10 }],
      accounts: [
        { section: "operating", direction: "U", row: "I.A.1", title: "Goederen", prefixes: ["600", "601"] },
        { section: "result", direction: "O", prefixes: ["093"], description: "Resultaat" },
      ],
    }
    const again = [...Export.structure(declared)].map(([, table]) => {
      const { requests, faults } = read("structure", Table.write(table))
      expect(faults).toEqual([])
      return requests.map(({ event }) => (event?._tag === "StructureDeclared" ? event.declarations : {}))
    })
    expect(Object.assign({}, ...again.flat())).toEqual(declared)
  })
})

describe("Rejects", () => {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

  test("write: returns the rejected rows with the reason in front, which import after repair", () => {
    const good = "A1;9090;6140000;;;U;Goederen;1,50;"
    const text = `${header}\r\n${good}\r\nA2;9090;6140000;;;X;"Twee\r\nregels";1,50;\r\n\r\nA3;9090;6140000;;;U;Scherm 24";2,5;\r\n`
    const file = fixture("budget.csv", text)
    const rejects = decode(Rejects.write(file, read("lines", file).faults))
    expect(rejects.split("\r\n")).toEqual([
      `Afgewezen omdat;${header}`,
      '"U/O: ""X"" is not a direction; expected U (uitgave) or O (ontvangst), or their words under ""values"" in a mapping";A2;9090;6140000;;;X;"Twee',
      'regels";1,50;',
      expect.stringContaining(';A3;9090;6140000;;;U;Scherm 24";2,5;'),
      "",
    ])
    const repaired = read("lines", rejects.replace(";X;", ";U;").replace('Scherm 24"', "Scherm 24 duim"))
    expect(repaired.faults).toEqual([])
    expect(repaired.notes).toEqual([])
    expect(repaired.requests.map(({ event }) => event)).toMatchObject([
      { line: { action: "A2" }, description: "Twee\nregels" },
      { line: { action: "A3" } },
    ])
  })

  test("write: keeps the encoding of the file", () => {
    const bytes = Encoding.encode(`${header}\nA1;9090;6140000;;;X;Financiële €;1,50;\n`, "windows-1252")
    const file = fixture("budget.csv", bytes)
    const rejects = Rejects.write(file, read("lines", file).faults, { language: "nl" })
    expect(Encoding.decodeAnyway(rejects, "windows-1252")).toContain("Financiële €")
    expect(Encoding.detect(rejects)).toMatchObject({ encoding: "windows-1252" })
  })

  test.each([";", ",", "\t", "|"] as const)(
    "write: neutralises every formula in a row with a stray quote, with the delimiter %j",
    (delimiter) => {
      const formulas = ["=1", "\uff1d1", "\uff20SUM", "\u0001=1"]
      const others = ["-5", "+1 000", "tekst"]
      const row = (cells: ReadonlyArray<string>) => cells.join(delimiter)
      const head = header.replaceAll(";", delimiter)
      for (const cell of [...formulas, ...others]) {
        const broken = row(["A3", "9090", cell, `"${cell}`, "", "U", 'Scherm 24"x', "2", cell])
        const file = fixture("budget.csv", `${head}\n${broken}\n`)
        const rejects = decode(Rejects.write(file, read("lines", file, { delimiter }).faults, { delimiter }))
        const shown = formulas.includes(cell) ? `'${cell}` : cell
        const written = row(["A3", "9090", shown, `"${shown}`, "", "U", 'Scherm 24"x', "2", shown])
        expect(rejects.split("\n")[1]?.endsWith(`${delimiter}${written}`)).toBe(true)
      }
    },
  )

  test.each([
    ["a column is missing", "missing-column.csv", {}],
    ["a year is not clear", "year-column.csv", {}],
    ["the mapping names an unknown field", "empty-cell.csv", { mapping: { columns: { unknown: "X" } } }],
  ] as const)("write: returns the whole file when %s", (_, name, options) => {
    const file = fileOf(name)
    const { faults } = read("lines", file, options)
    expect(faults).not.toEqual([])
    expect(Rejects.write(file, faults)).toEqual(file.bytes)
  })

  test("write: returns every rejected row of every hostile file, and all its rows when its header has a fault", () => {
    for (const { file: name, kind, options } of exhibits) {
      const file = fileOf(name)
      const { faults, counts, dialect, headerLine } = read(kind, file, options)
      const written = { ...dialect, headerLine }
      const again = read(kind, fixture(name, Rejects.write(file, faults, written)), options)
      const isWhole = faults.some(({ line }) => line === headerLine)
      expect([name, again.counts.rows]).toEqual([name, isWhole ? counts.rows : counts.rejected])
    }
  })
})
