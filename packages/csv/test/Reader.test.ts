/** Reading files to requests: ids, layouts, mappings, counts. */
import { Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Dialect, Encoding, Layout, Mapping, Note, Reader } from "../src/index.ts"
import { fixture, header, read, sha256 } from "./fixture.ts"

const row = "A10101;9090;6140000;;;U;Goederen en diensten;21.000,00;1,5"

const ids = (reading: Reader.FileContent) => reading.requests.map(({ id }) => id)

describe("Reader.read: gives a row the same id", () => {
  const one = read("lines", `${header}\n${row}\n`)

  test.each([
    ["with Windows line ends", `${header}\r\n${row}\r\n`],
    ["with the hint that a spreadsheet leaves", `sep=;\r\n${header}\r\n${row}\r\n`],
    ["without a last line end", `${header}\n${row}`],
    ["with a byte order mark", `\ufeff${header}\n${row}\n`],
    ["with blank lines", `\n${header}\n\n${row}\n;;;;;;;;\n`],
    ["with other zeros", `${header}\nA10101;9090;6140000;;;U;Goederen en diensten;21000,000;€ 1,50\n`],
    [
      "with commas",
      `${header},x\n${row},`
        .replaceAll(",5", ".5")
        .replaceAll("21.000,00", "21000.00")
        .replaceAll(";", ",")
        .replace("1.5,", "1.5,"),
    ],
    [
      "with a hundred thousand empty columns",
      `${header}${";".repeat(100_000)}\n${row}${";".repeat(100_000)}\n`,
    ],
    [
      "with quotes",
      `${header}\n"A10101";"9090";"6140000";"";;"U";"Goederen en diensten";"21.000,00";"1,5"\n`,
    ],
    [
      "with its columns in another order",
      "2027;Omschrijving;Actie;U/O;2026;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe\n1,5;Goederen en diensten;A10101;U;21.000,00;9090;6140000;;\n",
    ],
  ])("%s", (_, text) => {
    const other = read("lines", text)
    expect(other.faults).toEqual([])
    expect(ids(other)).toEqual(ids(one))
    expect(other.requests[0]?.event).toEqual(one.requests[0]?.event)
  })

  test("and another id when a field, the plan or the occurrence differs", () => {
    const others = [
      read("lines", `${header}\n${row.replace("1,5", "1,6")}\n`),
      read("lines", `${header}\n${row.replace("1,5", "")}\n`),
      read("lines", `${header}\n${row.replace("Goederen", "goederen")}\n`),
      read("lines", `${header}\n${row}\n`, { plan: "2032/0" }),
      read("lines", `${header}\n${row}\n${row}\n${row}\n`),
    ]
    const all = [one, ...others].flatMap(ids)
    // The first of the three equal rows is the row of the first file.
    expect(new Set(all).size).toBe(all.length - 1)
    expect(all.filter((id) => id === ids(one)[0])).toHaveLength(2)
  })
})

describe("Reader.read of lines", () => {
  test("returns an estimate with its source, without blank years and codes", () => {
    const { requests, totals, counts } = read("lines", `${header}\n\n${row}\nA1;0100;7402000;OCMW;;O;;;-0\n`)
    expect(requests.map(({ event, source }) => [event, source?.line])).toEqual([
      [
        {
          _tag: "EstimatePosted",
          line: { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
          amounts: { "2026": "21000.00", "2027": "1.50" },
          description: "Goederen en diensten",
        },
        3,
      ],
      [
        {
          _tag: "EstimatePosted",
          line: { direction: "O", account: "7402000", policyItem: "0100", action: "A1", sector: "OCMW" },
          amounts: { "2027": "0.00" },
        },
        4,
      ],
    ])
    expect(
      totals.map(({ direction, year, amount }) => `${direction} ${year} ${Money.format(amount)}`),
    ).toEqual(["O 2027 0.00", "U 2026 21000.00", "U 2027 1.50"])
    expect(counts).toMatchObject({
      lines: 4,
      headerLines: 1,
      acceptedLines: 2,
      blankLines: 1,
      accepted: 2,
      rejected: 0,
    })
  })

  test("reads one amount per row with its year", () => {
    const long = header.replace("2026;2027", "Jaar;Bedrag")
    const reading = read("lines", `${long}\nA10101;9090;6140000;;;U;Goederen;2028;21.000,50\n`)
    expect(reading.faults).toEqual([])
    expect(reading.dialect.shape).toBe("long")
    expect(reading.requests[0]?.event).toMatchObject({ amounts: { "2028": "21000.50" } })
  })

  test("reads the export of a vendor, whose compound key ends in the direction", () => {
    const reading = read(
      "lines",
      [
        "Code;Actie;Beleidsitem code;Algemene rekening;Economische sectorcode;Investeringsenveloppe;Eerste omschrijving;2026;2027",
        "BP-1/1.1.1.2/0701-00/6143007/BESTUUR/CBS/600/IE-GEEN/U;1.1.1.2;0701-00;6143007;600;IE-GEEN;Onderhoud;€ 27.283,98;€ 1 235 762,40",
        "BP-1/1.1.1.2/0701-00/7402000/BESTUUR/CBS/100/IE-GEEN/O;1.1.1.2;0701-00;7402000;100;IE-GEEN;Subsidie;;€ 43,118.42",
      ].join("\n"),
      { mapping: { nothing: ["IE-GEEN"] } },
    )
    expect(reading.faults).toEqual([])
    expect(reading.notes.map(({ _tag }) => _tag)).toEqual(["BothNumberFormats"])
    expect(reading.requests.map(({ event }) => event)).toMatchObject([
      {
        line: { direction: "U", account: "6143007", policyItem: "0701-00", action: "1.1.1.2", sector: "600" },
        amounts: { "2026": "27283.98", "2027": "1235762.40" },
      },
      { line: { direction: "O" }, amounts: { "2027": "43118.42" } },
    ])
  })

  test("uses a mapping of own headers and returns it", () => {
    const mapping = { columns: { account: "MAR-nr", envelope: null }, years: { "Budget 26": 2026 } }
    const own = "Actie;Beleidsitem;MAR-nr;Economische sectorcode;U/O;Omschrijving;Budget 26"
    const reading = read("lines", `${own}\nA10101;9090;6140000;;U;Goederen;21.000,00\n`, { mapping })
    expect(reading.faults).toEqual([])
    expect(reading.requests[0]?.event).toMatchObject({
      line: { account: "6140000" },
      amounts: { "2026": "21000.00" },
    })
    expect(JSON.parse(Mapping.format(reading.mapping))).toMatchObject({
      columns: { account: "MAR-nr", envelope: null },
      years: { "Budget 26": 2026 },
    })
    const again = read("lines", `${own}\nA10101;9090;6140000;;U;Goederen;21.000,00\n`, {
      mapping: reading.mapping,
    })
    expect(again.requests.map(({ id }) => id)).toEqual(reading.requests.map(({ id }) => id))
  })

  test("notes a column that is not read", () => {
    const reading = read("lines", `${header};Dienst\n${row};Wonen\n`)
    expect(reading.faults).toEqual([])
    expect(reading.notes.map((note) => Note.message(note))).toEqual(['the column "Dienst" is not read'])
  })
})

describe("Reader.read of an ambiguous number", () => {
  const text = `${header}\nA10101;9090;6140000;;;U;Goederen;990.000;12\n`

  test("reports its two readings", () => {
    const [fault] = read("lines", text).faults
    expect(fault).toMatchObject({
      _tag: "AmbiguousNumber",
      line: 2,
      column: "2026",
      be: "990000",
      en: "990.000",
    })
  })

  test("uses the declared format", () => {
    const amounts = (["be", "en"] as const).map(
      (numbers) => read("lines", text, { numbers }).requests[0]?.event,
    )
    expect(amounts).toMatchObject([{ amounts: { "2026": "990000.00" } }, { amounts: { "2026": "990.00" } }])
  })

  test("uses the format that another number of the file proves, and shows it", () => {
    const reading = read("lines", `${text}A10102;9090;6140000;;;U;Goederen;1,5;\n`)
    expect(reading.requests[0]?.event).toMatchObject({ amounts: { "2026": "990000.00" } })
    expect(Dialect.format(reading.dialect)).toBe(
      'UTF-8 · ; · LF · numbers 1.234,56 (proven by "1,5" on line 3) · years as columns',
    )
  })

  test("does not use a number in a text as proof", () => {
    expect(read("lines", text.replace("Goederen", "1.234,56")).faults).toHaveLength(1)
  })
})

describe("Reader.read: encodings", () => {
  test("reads CP1252 and notes it", () => {
    const bytes = Encoding.encode(`${header}\nA1;9090;6140000;;;U;Financiële € kosten;1,5;\n`, "windows-1252")
    const reading = read("lines", fixture("budget.csv", bytes))
    expect(reading.faults).toEqual([])
    expect(reading.requests[0]?.event).toMatchObject({ description: "Financiële € kosten" })
    expect(reading.dialect.encoding).toBe("windows-1252")
    expect(reading.notes.map(({ _tag }) => _tag)).toEqual(["NotUtf8"])
  })

  test("keeps doubly encoded text and notes what it probably was", () => {
    const { notes, faults } = read("lines", `${header}\nA1;9090;6140000;;;U;FinanciÃ«le;1,5;\n`)
    expect(faults).toEqual([])
    expect(notes).toEqual([{ _tag: "DoublyEncoded", line: 2, text: "FinanciÃ«le", probably: "Financiële" }])
  })
})

describe("Reader.read: rounding", () => {
  test("rounds when the option is given, and notes it", () => {
    const text = `${header}\nA1;9090;6140000;;;U;;0,1234567;-0,125\n`
    const reading = read("lines", text, { round: 2 })
    expect(reading.requests[0]?.event).toMatchObject({ amounts: { "2026": "0.12", "2027": "-0.13" } })
    expect(reading.notes).toEqual([{ _tag: "Rounded", cells: 2, firstLine: 2, decimals: 2 }])
  })
})

describe("Reader.read of an adjustment", () => {
  const head = header.replace("2026;2027", "Reden;Toelichting;2026;2027")
  const options = { plan: "2026/1", adjustment: { creditYears: [2026], motivation: "Meer werk" } }

  test("returns one request with a change per row, each with line and reason", () => {
    const text = `${head}\nA1;9090;6140000;;;U;Goederen;indexering;Index 2 %;1,5;\nA1;9090;6140000;;;U;;;;-1,5;2,0\n`
    const { requests, faults } = read("adjustment", text, options)
    expect(faults).toEqual([])
    const line = { direction: "U", account: "6140000", policyItem: "9090", action: "A1" }
    expect(requests.map(({ event }) => event)).toEqual([
      {
        _tag: "PlanAdjusted",
        plan: "2026/1",
        creditYears: [2026],
        motivation: "Meer werk",
        changes: [
          {
            line,
            amounts: { "2026": "1.50" },
            reason: { class: "index", text: "Index 2 %" },
            description: "Goederen",
            row: 2,
          },
          { line, amounts: { "2026": "-1.50", "2027": "2.00" }, row: 3 },
        ],
      },
    ])
  })

  test("derives the id from the label, so that other content is a conflict", () => {
    const [first, second] = ["1,5", "1,6"].map((amount) =>
      read("adjustment", `${head}\nA1;9090;6140000;;;U;;;;${amount};\n`, options),
    )
    expect(first?.requests[0]?.id).toBe(second?.requests[0]?.id)
    expect(first?.requests[0]?.event).not.toEqual(second?.requests[0]?.event)
  })
})

describe("Reader.read of other kinds", () => {
  test("accounts: removes the closing dot of a T2 row and the blank before it", () => {
    const head = "kind;direction;t2_row;t2_title;prefixes;omschrijving"
    const { requests, faults } = read(
      "structure",
      `${head}\nexploitatie;U;I.A.1 .;Goederen;600 601;\nexploitatie;O;.;;700;\n`,
    )
    expect(faults).toEqual([])
    expect(requests[0]?.event).toMatchObject({
      declarations: { accounts: [{ row: "I.A.1", prefixes: ["600", "601"] }, { prefixes: ["700"] }] },
    })
  })

  test("opening: reads a result, earmarked funds and debts", () => {
    const text =
      "Rekening;Omschrijving;Jaar;Bedrag\n0930000;Resultaat;2026;404.701,70\n0900000;Gelden;2027;10,00\n1730000;Lening;2026;5,5\n"
    expect(read("opening", text).requests.map(({ event }) => event)).toEqual([
      {
        _tag: "ResultCarriedForward",
        account: "0930000",
        year: 2026,
        adopted: "404701.70",
        description: "Resultaat",
      },
      { _tag: "FundsEarmarked", account: "0900000", amounts: { "2027": "10.00" }, description: "Gelden" },
      {
        _tag: "DebtOpened",
        account: "1730000",
        kind: "creditInstitutions",
        year: 2026,
        amount: "5.50",
        description: "Lening",
      },
    ])
  })

  test("opening: reads the parts of a result, and lists them as M2 prints them when one is unknown", () => {
    const head = "Rekening;Omschrijving;Jaar;deel;Bedrag\n"
    const rows = ["B.1", "b.2", "B.3", "a", ""].map((part) => `0930000;;2026;${part};1,50\n`).join("")
    const events = read("opening", head + rows).requests.map(({ event }) => event)
    expect(
      events.map((event) => (event?._tag === "ResultCarriedForward" ? event.unprocessed : event)),
    ).toEqual([{ operating: "1.50" }, { investment: "1.50" }, { financing: "1.50" }, undefined, undefined])
    expect(read("opening", `${head}0930000;;2026;B.4;1,50\n`).faults).toMatchObject([
      { _tag: "UnknownWord", line: 2, column: "deel", known: ["A", "B.1", "B.2", "B.3"] },
    ])
  })

  test("actuals: use the year of the day unless the file has a year", () => {
    const head = `${header.replace(";2026;2027", "")};Datum;Stuk;Bedrag;Jaar`
    const text = `${head}\nA1;9090;6140000;;;U;;30/06/2026;F 12;1,5;\nA1;9090;6140000;;;U;;2027-01-15;F 13;2,5;2026\n`
    expect(read("actuals", text).requests.map(({ event }) => event)).toMatchObject([
      { date: "2026-06-30", year: 2026, voucher: "F 12", amount: "1.50" },
      { date: "2027-01-15", year: 2026, voucher: "F 13", amount: "2.50" },
    ])
  })

  test.each(["30/06/2626", "0026-06-30", "31/04/2026", "2026-13-01", "6/30/2026", "30/06/26"])(
    "actuals: report that %s is not a day",
    (day) => {
      const text = `${header.replace(";2026;2027", "")};Datum;Stuk;Bedrag\nA1;9090;6140000;;;U;;${day};F 12;1,5\n`
      expect(read("actuals", text).faults).toMatchObject([{ _tag: "NotADay", line: 2, column: "Datum" }])
    },
  )

  test("passthrough: returns a request per action", () => {
    const text = "Actie;Partner;Aandeel\nA1;P1;33,333\nA2;P1;100\nA1;P2;66.667\n"
    expect(read("passthrough", text).requests.map(({ source }) => source?.line)).toEqual([2, 3])
  })

  test("Mapping.of: has a header for every field of every layout", () => {
    for (const layout of Object.values(Layout.layouts))
      expect(
        Object.values(Mapping.of(layout).columns ?? {}).every((header) => typeof header === "string"),
      ).toBe(true)
  })
})

describe("Reader.open", () => {
  test("returns the same requests in pieces as for the whole file", () => {
    const text = `${header}\n${Array.from({ length: 4_000 }, (_, index) => row.replace("A10101", `A${index}`)).join("\n")}\n`
    const file = fixture("budget.csv", text)
    const reader = Reader.open(
      "lines",
      { ...file, bytes: file.bytes.subarray(0, 4096) },
      { sha256, plan: "2026/0" },
    )
    const found: Array<string> = []
    for (let at = 0; at < file.bytes.length; at += 16_384)
      found.push(...reader.push(file.bytes.subarray(at, at + 16_384)).requests.map(({ id }) => id))
    found.push(...reader.end().requests.map(({ id }) => id))
    expect(found).toEqual(ids(read("lines", file)))
    expect(reader.content().counts).toMatchObject({ lines: 4_001, accepted: 4_000 })
  })
})

describe("Reader.readSheet", () => {
  const cells = header.split(";")
  const rows = [
    { line: 1, cells },
    { line: 3, cells: ["A10101", "9090", "6140000", "", "", "U", "Goederen", "15095,324"] },
    { line: 4, cells: [] },
    { line: 5, cells: ["A10101", "9090", "6140000", "", "", "U", "Goederen", "1.234,56", "", "", ""] },
    { line: 6, cells: ["A10101", "9090", "6140000", "", "", "U", "Goederen", "", "veel", "te breed"] },
  ]

  test("reads missing cells as blank, and reports cells beyond the header", () => {
    const sheet = { name: "budget.xlsx", sha256: "0".repeat(64), rows, numbers: "be" as const }
    const { requests, faults, counts, dialect } = Reader.readSheet("lines", sheet, { sha256, plan: "2026/0" })
    expect(requests.map(({ event, source }) => [event, source?.line])).toMatchObject([
      [{ amounts: { "2026": "15095.324" } }, 3],
      [{ amounts: { "2026": "1234.56" } }, 5],
    ])
    expect(faults).toMatchObject([{ _tag: "RaggedRow", line: 6, found: 10, expected: 9 }])
    expect(counts).toMatchObject({
      lines: 5,
      headerLines: 1,
      acceptedLines: 2,
      rejectedLines: 1,
      blankLines: 1,
    })
    expect(Dialect.format(dialect)).toBe("spreadsheet · numbers 1.234,56 · years as columns")
  })
})
