/** Rows of a spreadsheet: doubtful cells, merged cells, hidden rows and columns, codes as shown, and total rows. */
import { describe, expect, test } from "vitest"
import { Fault, Published, Reader } from "../src/index.ts"
import { sha256 } from "./fixture.ts"

const header = ["Actie", "Beleidsitem", "Algemene rekening", "U/O", "Omschrijving", "2026", "2027"]
const good = ["A10101", "9090", "6140000", "U", "x", "10", "20,5"]

const read = (
  rows: ReadonlyArray<Omit<Reader.SheetRecord, "line"> & { readonly line?: number }>,
  options: Partial<Reader.ReaderOptions> = {},
  source: Partial<Reader.SheetSource> = {},
) => {
  const { faults, notes, requests, counts } = Reader.readSheet(
    "lines",
    {
      name: "plan.xlsx",
      sha256: "0".repeat(64),
      sheet: "Data",
      numbers: options.numbers ?? "be",
      letters: (column) => String.fromCharCode(65 + column),
      rows: rows.map((row, index) => ({ line: index + 1, ...row })),
      ...source,
    },
    { sha256, plan: "2026/0", ...options },
  )
  const events = requests.map(({ event }) => event)
  return {
    events,
    counts,
    notes: notes.filter(({ _tag }) => _tag !== "AbsentColumns"),
    faults: faults.map((fault) => `${fault._tag} ${fault.cell ?? fault.line}`),
    messages: faults.map((fault) => Fault.message(fault, "en")),
  }
}

const amounts = (events: ReturnType<typeof read>["events"]) =>
  events.map((event) => (event?._tag === "EstimatePosted" ? event.amounts : undefined))

describe("SheetReader", () => {
  test("a header whose value is not certain: is a fault at its cell, unless a mapping leaves it out", () => {
    const cells = [...header.slice(0, 6), "#REF!"]
    const defects = [{ _tag: "ErrorCell" as const, column: 6, value: "#REF!" }]
    expect(read([{ cells, defects }, { cells: good }]).faults).toEqual(["ErrorCell Data!G1"])
    const blank = [{ _tag: "FormulaWithoutValue" as const, column: 6, value: "" }]
    const unnamed = read([{ cells: [...header.slice(0, 6), ""], defects: blank }, { cells: good }])
    expect([unnamed.faults[0], unnamed.events]).toEqual(["FormulaWithoutValue Data!G1", []])
    const mapping = { years: { "#REF!": null } }
    expect(read([{ cells, defects }, { cells: good }], { mapping })).toMatchObject({ faults: [] })
    // A title may hold anything.
    expect(
      read([
        { cells: ["#REF!"], defects: [{ ...defects[0], _tag: "ErrorCell", column: 0, value: "" }] },
        { cells: header },
        { cells: good },
      ]).faults,
    ).toEqual([])
  })

  test("a percentage in a column of amounts: is a fault, as text and by its number format", () => {
    const shown = (column: number) => ({ shown: new Map([[column, "15%"]]) })
    const cells = [...good.slice(0, 5), "0,15", "20,5"]
    expect(read([{ cells: header }, { cells, ...shown(5) }]).faults).toEqual(["MarkedNumber Data!F2"])
    const unread = read([{ cells: [...header, "Aandeel"] }, { cells: [...good, "0,15"], ...shown(7) }])
    expect([unread.faults, unread.events.length]).toEqual([[], 1])
  })

  test.each([
    "FormulaWithoutValue",
    "ErrorCell",
    "SharedTextMissing",
    "TextNested",
    "CellTwice",
    "NumberDamaged",
    "CellOutOfPlace",
    "DayImpossible",
    "CellTextTooLong",
    "HiddenByMerge",
  ] as const)("%s: is a fault at the cell, and one of an unread column is not", (_tag) => {
    const defects = (column: number) => ({ defects: [{ _tag, column, value: "?" }] })
    const found = read([{ cells: header }, { cells: good, ...defects(6) }, { cells: good }])
    expect(found.faults).toEqual([`${_tag} Data!G2`])
    expect(found.messages[0]).toMatch(/^plan\.xlsx:2: .*\(column "2027", cell Data!G2\); /)
    expect(found.events).toHaveLength(1)
    const unread = read([{ cells: [...header, "Nota"] }, { cells: [...good, ""], ...defects(7) }])
    expect([unread.faults, unread.events.length]).toEqual([[], 1])
  })

  test("a fault of any other kind: names its cell too", () => {
    const { faults } = read([{ cells: header }, { cells: ["A1", "9090", "614x", "U", "", "veel", ""] }])
    expect(faults).toEqual(["AccountNotDigits Data!C2", "NotANumber Data!F2"])
    const quoted = read(
      [{ cells: header }, { cells: ["A1", "", "6140000", "U", "", "1", ""] }],
      {},
      { sheet: "Blad 1" },
    )
    expect(quoted.faults).toEqual(["EmptyCell 'Blad 1'!B2"])
  })

  test("merged cells: codes repeat, amounts are a fault, and so are codes across columns", () => {
    const below = { range: "A2:A3", isBeside: false }
    const merged = (column: number, isBeside = false) => new Map([[column, { ...below, isBeside }]])
    const rows = (column: number, isBeside?: boolean) => [
      { cells: header },
      { cells: good },
      { cells: good, merged: merged(column, isBeside) },
    ]
    expect(read(rows(0)).faults).toEqual([])
    expect(read(rows(0)).events).toHaveLength(2)
    expect(read(rows(5)).faults).toEqual(["MergedAmount Data!F3"])
    expect(read(rows(1, true)).faults).toEqual(["MergedBeside Data!B3"])
  })

  test("hidden rows: are read with a note, or left out", () => {
    const rows = [{ cells: header }, { cells: good }, { cells: good, isHidden: true as const }]
    const kept = read(rows)
    expect(kept.events).toHaveLength(2)
    expect(kept.notes).toEqual([{ _tag: "HiddenRows", rows: 1, firstLine: 3, isRead: true }])
    const skipped = read(rows, { skipHidden: true })
    expect(skipped.events).toHaveLength(1)
    expect(skipped.notes).toEqual([{ _tag: "HiddenRows", rows: 1, firstLine: 3, isRead: false }])
    expect(skipped.counts).toMatchObject({ lines: 3, acceptedLines: 1, leftOutLines: 1 })
  })

  test("hidden columns: are read with a note, or left out", () => {
    const isHidden = (column: number) => column === 6
    const kept = read([{ cells: header }, { cells: good }], {}, { isHidden })
    expect(kept.notes).toEqual([{ _tag: "HiddenColumns", headers: ["2027"], isRead: true }])
    expect(amounts(kept.events)).toEqual([{ 2026: "10.00", 2027: "20.50" }])
    const skipped = read([{ cells: header }, { cells: good }], { skipHidden: true }, { isHidden })
    expect(skipped.notes).toEqual([{ _tag: "HiddenColumns", headers: ["G"], isRead: false }])
    expect(amounts(skipped.events)).toEqual([{ 2026: "10.00" }])
  })

  test("codes: are read as shown, amounts by their value", () => {
    const shown = new Map([
      [1, "0100"],
      [5, "0010"],
    ])
    const { events } = read([
      { cells: header },
      { cells: ["A1", "100", "6140000", "U", "", "10", ""], shown },
    ])
    expect(events).toMatchObject([{ line: { policyItem: "0100" }, amounts: { 2026: "10.00" } }])
  })

  test("a number that was typed as text: is refused when it has two readings and nothing is declared", () => {
    const rows = [
      { cells: header },
      { cells: ["A1", "9090", "6140000", "U", "", "990.000", ""], texts: new Set([5]) },
    ]
    expect(read(rows).faults).toEqual(["AmbiguousNumber Data!F2"])
    expect(amounts(read(rows, { numbers: "be" }).events)).toEqual([{ 2026: "990000.00" }])
    expect(amounts(read(rows, { numbers: "en" }).events)).toEqual([{ 2026: "990.00" }])
  })

  test("titles, blank rows and empty cells to the right: are no rows", () => {
    const { events, counts } = read([
      { cells: ["Meerjarenplan"] },
      { cells: [] },
      { cells: [...header, "", ""] },
      { cells: good },
      { cells: [...good, "", "", ""] },
      { cells: ["A10101", "9090", "6140000", "U"] },
    ])
    expect(events).toHaveLength(3)
    expect(counts).toMatchObject({ headerLines: 2, blankLines: 1, acceptedLines: 3, rejectedLines: 0 })
  })

  test("a published table: has a fault at a cell without a value, and counts a merged figure once", () => {
    const rows: ReadonlyArray<Reader.SheetRecord> = [
      { line: 1, cells: ["Code", "Omschrijving", "2026", "2027"] },
      { line: 2, cells: ["I", "Exploitatiesaldo", "100", "200"] },
      {
        line: 3,
        cells: ["II", "Investeringssaldo", "100", "50"],
        merged: new Map([[2, { range: "C2:C3", isBeside: false }]]),
      },
    ]
    const read = (more: ReadonlyArray<Reader.SheetRecord>) =>
      Published.readSheet({ name: "m2.xlsx", rows: [...rows, ...more], numbers: "be" }, "M2")
    expect(read([]).cells).toHaveLength(3)
    const doubtful = {
      line: 4,
      cells: ["III", "Saldo", "1", ""],
      defects: [{ _tag: "FormulaWithoutValue", column: 3, value: "" }],
    } as const
    expect(read([doubtful]).faults).toMatchObject([{ _tag: "FormulaWithoutValue", line: 4 }])
  })

  test("hasTable: finds a header below titles", () => {
    const rows = [["Titel"], header, good].map((cells, index) => ({ line: index + 1, cells }))
    expect(Reader.hasTable("lines", rows, {})).toBe(true)
    expect(Reader.hasTable("opening", rows, {})).toBe(false)
    expect(Reader.hasTable("lines", [{ line: 1, cells: ["Voorblad"] }], {})).toBe(false)
  })
})
