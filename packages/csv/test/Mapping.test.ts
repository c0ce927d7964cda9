/** Mappings: what a file of another program needs to become rows. */
import { Money } from "@grootboek/core"
import { runs } from "@grootboek/testing/Runs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Fault,
  Layout,
  type Mapping,
  Note,
  Preview,
  type Reader,
  Rejects,
  Table,
  Template,
} from "../src/index.ts"
import { fixture, read, sha256 } from "./fixture.ts"

const events = ({ requests }: Reader.FileContent) => requests.map(({ event }) => event)
const faults = (reading: Reader.FileContent): ReadonlyArray<string> =>
  reading.faults.map((fault) => `${fault._tag} ${fault.line} ${fault.column ?? ""}`.trim())

const french = `Exercice,D/R,Article,Fonction,Libelle,Montant,
2026,D,614,R01,verzonnen,343881.82,
2026,R,745,R01,verzonnen,125.93,
`
const frenchColumns = {
  action: null,
  policyItem: "Fonction",
  account: "Article",
  sector: null,
  envelope: null,
  direction: "D/R",
  description: "Libelle",
  year: "Exercice",
  amount: "Montant",
}
const english = `Inv Date,Ref,Details,Net,Category
04/07/2026,1,July Rent,"1,800",614
14/07/2026,2,Membership,304.50,614
`
const englishColumns = {
  action: null,
  sector: null,
  envelope: null,
  account: "Category",
  description: "Details",
  date: "Inv Date",
  voucher: "Ref",
  amount: "Net",
  year: null,
}

describe("mapping of values", () => {
  test("reads D as U and R as O", () => {
    const mapping = { columns: frenchColumns, values: { direction: { D: "U", R: "O" } } }
    const reading = read("lines", french, { mapping })
    expect(faults(reading)).toEqual([])
    expect(events(reading)).toMatchObject([
      { line: { direction: "U", account: "614", policyItem: "R01" }, amounts: { "2026": "343881.82" } },
      { line: { direction: "O", account: "745" }, amounts: { "2026": "125.93" } },
    ])
  })

  test("compares without case and blanks, and reads other values as they are", () => {
    const mapping = { columns: frenchColumns, values: { direction: { "dépense ": "U" } } }
    const reading = read("lines", french.replace(",D,", ",DEPENSE,").replace(",R,", ",O,"), { mapping })
    expect(events(reading)).toMatchObject([{ line: { direction: "U" } }, { line: { direction: "O" } }])
  })

  test("without values: the fault names the column of the file", () => {
    expect(faults(read("lines", french, { mapping: { columns: frenchColumns } }))).toEqual([
      "UnknownDirection 2 D/R",
      "UnknownDirection 3 D/R",
    ])
  })
})

describe("mapping of constants", () => {
  test("gives every row the value", () => {
    const mapping = { columns: englishColumns, constants: { policyItem: "9090", direction: "U" } }
    const reading = read("actuals", english, { mapping })
    expect(faults(reading)).toEqual([])
    expect(events(reading)).toMatchObject([
      { line: { direction: "U", policyItem: "9090" }, date: "2026-07-04", voucher: "1", amount: "1800.00" },
      { date: "2026-07-14", voucher: "2", amount: "304.50" },
    ])
  })

  test("a required field without column or constant is one fault, not one per row", () => {
    const mapping = { columns: { ...englishColumns, policyItem: null, direction: null } }
    const reading = read("actuals", english, { mapping })
    expect(faults(reading)).toEqual(["FieldNotGiven 1", "FieldNotGiven 1"])
    expect(reading.faults.map((fault) => Fault.message(fault, "nl"))[1]).toBe(
      'budget.csv:1: de kolomtoewijzing geeft geen kolom aan "direction", en elke rij heeft een waarde nodig; noem de kolom, of één waarde voor elke rij: {"constants": {"direction": "…"}}',
    )
  })

  test("a wrong constant is one fault at the header", () => {
    const mapping = { columns: englishColumns, constants: { policyItem: "9090", direction: "D" } }
    const reading = read("actuals", english, { mapping })
    expect(faults(reading)).toEqual(["UnknownDirection 1 constants.direction"])
    expect(reading.counts).toMatchObject({ rows: 2, accepted: 0, rejected: 2 })
  })

  test("the mapping that a reading shows reads the file in the same way", () => {
    const mapping = { columns: englishColumns, constants: { policyItem: "9090", direction: "U" } }
    const reading = read("actuals", english, { mapping })
    expect(events(read("actuals", english, { mapping: reading.mapping }))).toEqual(events(reading))
  })
})

describe("mapping of rows", () => {
  const text = "Soort;Beleidsitem;Rekening;U/O;2026\nD;9090;614;U;1,00\nTotaal U;;;;1,00\nD;9090;615;U;2,00\n"

  test.each<readonly [string, Mapping.Mapping]>([
    ["keep", { rows: { keep: { Soort: ["d"] } } }],
    ["leaveOut", { rows: { leaveOut: { soort: ["Totaal*"] } } }],
    ["leaveOut of blanks", { rows: { leaveOut: { Beleidsitem: [""] } } }],
  ])("%s: leaves rows out, counts them and notes them", (_, mapping) => {
    const reading = read("lines", text, { mapping })
    expect(faults(reading)).toEqual([])
    expect(reading.requests.map(({ source }) => source?.line)).toEqual([2, 4])
    expect(reading.counts).toMatchObject({ lines: 4, acceptedLines: 2, leftOutLines: 1, rows: 2 })
    expect(reading.notes.map((note) => Note.message(note))).toContain(
      "1 row was left out by the mapping, on line 3",
    )
  })
})

describe("mapping of amounts", () => {
  const head = "Beleidsitem;Rekening;U/O;Jaar;Debet;Credit"
  const amounts = (reading: Reader.FileContent) =>
    events(reading).map((event) => (event?._tag === "EstimatePosted" ? event.amounts["2026"] : undefined))

  test("debit and credit: one amount in the direction of the row", () => {
    const text = `${head}\n9090;614;U;2026;100,00;\n9090;614;U;2026;0,00;30,00\n9090;745;O;2026;;50,00\n9090;745;O;2026;5,00;1,00\n`
    const reading = read("lines", text)
    expect(faults(reading)).toEqual([])
    expect(amounts(reading)).toEqual(["100.00", "-30.00", "50.00", "-4.00"])
  })

  test("debit and credit: the side is the direction when the mapping says that there is no column for it", () => {
    const text = `${head.replace(";U/O", "")}\n9090;614;2026;100,00;0,00\n9090;745;2026;;50,00\n`
    const reading = read("lines", text, { mapping: { columns: { direction: null } } })
    expect(events(reading)).toMatchObject([
      { line: { direction: "U" }, amounts: { "2026": "100.00" } },
      { line: { direction: "O" }, amounts: { "2026": "50.00" } },
    ])
    expect(faults(read("lines", text))).toEqual(["MissingColumn 1"])
  })

  test("debit and credit: bookings", () => {
    const text = "Beleidsitem;Rekening;U/O;Datum;Stuk;D;C\n9090;614;U;30/06/2026;1;;12,50\n"
    const reading = read("actuals", text, { mapping: { columns: { debit: "D", credit: "C" } } })
    expect(events(reading)).toMatchObject([{ amount: "-12.50" }])
  })

  test("unit: multiplies every amount exactly", () => {
    const text = "Beleidsitem;Rekening;U/O;2026;2027\n9090;614;U;1,5;0,000123\n"
    expect(events(read("lines", text, { mapping: { unit: 1000 } }))).toMatchObject([
      { amounts: { "2026": "1500.00", "2027": "0.123" } },
    ])
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.constantFrom(0.01 as const, 1000 as const, 1_000_000 as const),
        (cents, unit) => {
          const amount = Money.ofMicros(cents * 10_000n)
          const written = Money.format(amount).replace(".", ",")
          const [event] = events(
            read("lines", text.replace("1,5;0,000123", `${written};`), { mapping: { unit } }),
          )
          const scaled = unit === 0.01 ? cents * 100n : cents * 10_000n * BigInt(unit)
          const expected =
            scaled > Money.limit || scaled < -Money.limit ? undefined : Money.format(Money.ofMicros(scaled))
          expect(event?._tag === "EstimatePosted" ? event.amounts["2026"] : undefined).toBe(expected)
        },
      ),
      { numRuns: runs(200) },
    )
  })
})

describe("mapping of days", () => {
  const head = "Beleidsitem;Rekening;U/O;Datum;Stuk;Bedrag"
  test.each([
    ["dmy", "30/06/2026", "2026-06-30"],
    ["dmy", "30.6.26", "2026-06-30"],
    ["dmy", "30/06/2026 00:00:00", "2026-06-30"],
    ["mdy", "06/30/2026", "2026-06-30"],
    ["mdy", "30/06/2026", "NotADay 2 Datum"],
    ["mdy", "2026-06-30", "2026-06-30"],
    ["ymd", "20260630", "2026-06-30"],
    ["ymd", "2026/06/30", "2026-06-30"],
    ["ymd", "26-06-30", "2026-06-30"],
    ["dmy", "31/06/2026", "NotADay 2 Datum"],
    [undefined, "30/06/26", "NotADay 2 Datum"],
    [undefined, "20260630", "NotADay 2 Datum"],
  ] as const)("%s: %s is %s", (dates, day, expected) => {
    const mapping = dates === undefined ? {} : { dates }
    const reading = read("actuals", `${head}\n9090;614;U;${day};1;1,00\n`, { mapping })
    const [event] = events(reading)
    expect(event?._tag === "ActualRecorded" ? event.date : faults(reading)[0]).toBe(expected)
  })
})

describe("absent columns", () => {
  test("lines: may be absent, and a note names them", () => {
    const reading = read("lines", "Beleidsitem;Rekening;U/O;2026\n9090;614;U;1,00\n")
    expect(faults(reading)).toEqual([])
    expect(events(reading)).toEqual([
      {
        _tag: "EstimatePosted",
        line: { direction: "U", account: "614", policyItem: "9090" },
        amounts: { "2026": "1.00" },
      },
    ])
    expect(reading.notes.map((note) => Note.message(note))).toEqual([
      'without a column, and so read as blank: "Actie", "Economische sectorcode", "Investeringsenveloppe", "Omschrijving"',
    ])
  })

  test.each(Object.values(Layout.layouts))(
    "$name: columns that may be empty may be absent",
    (layout: Layout.FileLayout) => {
      const required = layout.columns.filter(({ presence }) => presence === "required")
      const one = layout.columns.find(({ field }) => layout.oneOf?.includes(field))
      const header = [...required, ...(one === undefined ? [] : [one])].map(({ headers }) => headers[0] ?? "")
      const text = [...header, ...(layout.hasYears ? ["2026"] : [])].join(";")
      const reading = read(layout.kind, `${text}\n${text.replace(/[^;]+/g, "x")}\n`)
      expect(reading.table).toBe(layout.name)
      expect(reading.faults.filter(({ line }) => line === 1)).toEqual([])
    },
  )

  test("lines: a header that resembles an absent column is a fault until the mapping decides", () => {
    const text = "Actienr.;Beleidsitem;Rekening;U/O;2026\nA1;9090;614;U;1,00\n"
    expect(faults(read("lines", text))).toEqual(["ProbableColumn 1"])
    expect(events(read("lines", text, { mapping: { columns: { action: "Actienr." } } }))).toMatchObject([
      { line: { action: "A1" } },
    ])
    expect(faults(read("lines", text, { mapping: { columns: { action: null } } }))).toEqual([])
  })
})

describe("headers with a year", () => {
  const amounts = (header: string, mapping: Mapping.Mapping = {}) => {
    const reading = read("lines", `Beleidsitem;Rekening;U/O;${header}\n9090;614;U;1,00\n`, { mapping })
    const [event] = events(reading)
    return event?._tag === "EstimatePosted" ? event.amounts : faults(reading)
  }

  test.each([
    "2027",
    "Budget 2027",
    "Raming 2027",
    "raming_2027",
    "2027 (€)",
    "2027 EUR",
    "MJP 2027",
    "Meerjarenplan 2027",
    "Krediet 2027",
    "Som van 2027 DT",
    "Budget2027",
    "Montant (2027)",
    "Prévision 2027",
    "FY2027",
  ])("%s: is 2027", (header) => {
    expect(amounts(header)).toEqual({ "2027": "1.00" })
  })

  test.each([
    "JR 2024",
    "Rekening 2027",
    "2026-2027",
    "% 2027",
    "Verschil 2027",
    "2027 (k€)",
    "Budget 27",
    "20227",
  ])("%s: is a fault, and the mapping decides", (header) => {
    expect(amounts(`2026;${header}`)).toEqual([`YearColumn 1 ${header}`])
    expect(amounts(header, { years: { [header]: 2027 } })).toEqual({ "2027": "1.00" })
    expect(amounts(`2026;${header}`.replace(/;.*/, ""), { years: { [header]: null } })).toEqual({
      "2026": "1.00",
    })
  })

  test.each([
    ["2027 (k€)", '{"years": {"2027 (k€)": 2027}, "unit": 1000}'],
    ["JR 2024", '{"years": {"JR 2024": 2024}}'],
    ["2026 in mln euro", '{"years": {"2026 in mln euro": 2026}, "unit": 1000000}'],
  ])("%s: proposes its year, and the unit that it names", (header, mapping) => {
    const [fault] = read("lines", `Beleidsitem;Rekening;U/O;2025;${header}\n9090;614;U;1,00;2,00\n`).faults
    expect(fault === undefined ? "" : Fault.message(fault, "nl", "command")).toContain(mapping)
  })

  test("is read or refused, with any words around the year", () => {
    const word = fc.stringMatching(/^[A-Za-z€%'() .-]{0,12}$/)
    fc.assert(
      fc.property(word, word, fc.integer({ min: 2020, max: 2031 }), (before, after, year) => {
        const header = `${before}${year}${after}`
        const reading = read("lines", `Beleidsitem;Rekening;U/O;2035;${header}\n9090;614;U;1,00;2,00\n`)
        if (reading.faults.length > 0) expect(faults(reading)).toEqual([`YearColumn 1 ${header.trim()}`])
        else expect(events(reading)).toMatchObject([{ amounts: { [year]: "2.00" } }])
      }),
      { numRuns: runs(500) },
    )
  })

  test("two columns of one year are a fault that names the second", () => {
    const reading = read("lines", "Beleidsitem;Rekening;U/O;Budget 2026;Raming 2026\n9090;614;U;1,00;2,00\n")
    expect(faults(reading)).toEqual(["DuplicatedHeader 1"])
    expect(Fault.message(reading.faults[0] as Fault.Fault)).toContain('{"years": {"Raming 2026": null}}')
  })

  test("years and a column of amounts are a fault", () => {
    expect(amounts("Bedrag;2026")).toEqual(["YearsAndAmount 1"])
  })
})

describe("a file of rejected rows", () => {
  test("is read with the mapping of the original file, also when that names the line of its header", () => {
    const text = "Titel;;;\n;;;\nCode;Rek;D/R;2026\n9090;614;D;1,00\n9090;x14;R;2,00\n"
    const mapping: Mapping.Mapping = {
      headerLine: 3,
      columns: { policyItem: "Code", account: "Rek", direction: "D/R", action: null },
      values: { direction: { D: "U", R: "O" } },
    }
    const file = fixture("budget.csv", text)
    const first = read("lines", file, { mapping })
    expect(faults(first)).toEqual(["AccountNotDigits 5 Rek"])
    const rejects = Rejects.write(file, first.faults, { ...first.dialect, headerLine: first.headerLine })
    const corrected = new TextDecoder().decode(rejects).replace(";x14;", ";745;")
    const again = read("lines", fixture("rejects.csv", corrected), { mapping })
    expect(faults(again)).toEqual([])
    expect(events(again)).toMatchObject([{ line: { account: "745", direction: "O" } }])
  })
})

describe("comments", () => {
  test("lines: a row with only a first cell that begins with # is left out, counted and noted", () => {
    const text = "Actie;Beleidsitem;Rekening;U/O;2026\n# bedragen in euro;;;;\nA1;9090;614;U;1,00\n#\n"
    const reading = read("lines", text)
    expect(faults(reading)).toEqual([])
    expect(reading.counts).toMatchObject({ lines: 4, acceptedLines: 1, leftOutLines: 2 })
    expect(reading.notes.map((note) => Note.message(note))[1]).toBe(
      "2 comments (#) were left out, the first on line 2",
    )
  })

  test("lines: a row with other cells is a row", () => {
    const reading = read("lines", "Actie;Beleidsitem;Rekening;U/O;2026\n#1;9090;614;U;1,00\n#;;;;1,00\n")
    expect(events(reading)).toMatchObject([{ line: { action: "#1" } }])
    expect(new Set(reading.faults.map(({ line }) => line))).toEqual(new Set([3]))
  })
})

describe("Preview.ofText", () => {
  test("short English headers and words: are proposed", () => {
    const text =
      "Direction,Func,Acct,Label,Budget 2026\nExp,9090,6140000,Rent,1.5\nRev,9090,7450000,Fees,0.25\n"
    const { mapping } = Preview.ofText("lines", fixture("x.csv", text), { sha256, plan: "" })
    expect(mapping).toMatchObject({
      columns: { policyItem: "Func", account: "Acct", description: "Label", direction: "Direction" },
      values: { direction: { Exp: "U", Rev: "O" } },
    })
  })

  test.each(Layout.layoutNames)("%s: reads a template by its own headers", (table) => {
    const { kind }: Layout.FileLayout = Layout.layouts[table]
    const { columns, comment, rows } = Template.of(table, { years: [2026, 2027], language: "nl" })
    const header = columns.map(({ header }) => header)
    const text = Table.write({ header, rows: [[comment, ...header.slice(1).map(() => "")], ...rows] })
    const preview = Preview.ofText(kind, fixture("template.csv", text), { sha256, plan: "" })
    expect([preview.table, preview.open, preview.faults]).toEqual([table, [], []])
    expect(preview.rows.length).toBe(Math.min(rows.length, Preview.longest))
  })

  test.each([
    ["an empty file", ""],
    ["a title only", "Begroting\n"],
    ["columns that nothing resembles", "a,b,c\n1,2,3\n"],
    ["bytes that are no text", "%PDF-1.4"],
    ["an unclosed quote", 'Rekening;"2026\n1;2\n'],
  ])("%s: is previewed with its faults", (_, text) => {
    const preview = Preview.ofText("lines", fixture("x.csv", text), { sha256, plan: "" })
    expect(preview.open.length + preview.faults.length).toBeGreaterThan(0)
    expect(preview.delimiter).toBeUndefined()
  })
})

describe("a file with other headers", () => {
  test("lines: has the same rows, whatever its headers, their order, its words and its unit", () => {
    const code = fc.stringMatching(/^[A-Z0-9]{1,6}$/)
    const row = fc.record({
      action: fc.oneof(fc.constant(""), code),
      policyItem: code,
      account: fc.stringMatching(/^\d{2,7}$/),
      direction: fc.constantFrom("U", "O"),
      description: fc.constantFrom("", "Huur", 'Tekst; met "leestekens"'),
      amount: fc.integer({ min: -999_999, max: 999_999 }),
    })
    const euro = (whole: number) => Money.from(String(whole))
    const fields = ["action", "policyItem", "account", "direction", "description", "amount"] as const
    const arbitrary = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 5 }),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      unit: fc.constantFrom(1 as const, 1000 as const),
    })
    fc.assert(
      fc.property(arbitrary, ({ rows, order, unit }) => {
        const usual = Table.write({
          header: ["Actie", "Beleidsitem", "Rekening", "U/O", "Omschrijving", "2026"],
          rows: rows.map((one) => [
            ...fields.slice(0, 5).map((field) => String(one[field])),
            euro(one.amount * unit),
          ]),
        })
        const words = { U: "Dépense", O: "Recette" }
        const own = Table.write(
          {
            header: order.map((at) => `Kolom ${"ABCDEF"[at]}`),
            rows: rows.map((one) =>
              order.map((at) => {
                const field = fields[at] ?? "amount"
                if (field === "amount") return euro(one.amount)
                return field === "direction" ? words[one.direction] : one[field]
              }),
            ),
          },
          { delimiter: ",", numbers: "be" },
        )
        const mapping: Mapping.Mapping = {
          columns: Object.fromEntries(
            fields.slice(0, 5).map((field, at) => [field, `Kolom ${"ABCDEF"[at]}`]),
          ),
          years: { "Kolom F": 2026 },
          values: { direction: { Dépense: "U", Recette: "O" } },
          unit,
        }
        const [first, second] = [read("lines", usual), read("lines", own, { mapping })]
        expect([faults(first), faults(second)]).toEqual([[], []])
        expect(second.requests.map(({ id }) => id)).toEqual(first.requests.map(({ id }) => id))
      }),
      { numRuns: runs(300) },
    )
  })
})
