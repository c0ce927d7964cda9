/** Notes of imports and of `verify`, and conflicts that name what differs. */
import { declared, file, folder, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"
const change = (amount: string, reason = "correctie", text = "x"): string =>
  `A10101;9090;6140000;;;U;Goederen en diensten;${reason};${text};${amount}`

interface Answer {
  readonly ok: boolean
  readonly notes: ReadonlyArray<string>
  readonly findings: ReadonlyArray<{ readonly message: string }>
  readonly written: unknown
}

interface Verified {
  readonly ok: boolean
  readonly notes: ReadonlyArray<{ readonly code: string; readonly message: string }>
}

const dir = folder()
let files = 0
const adjustment = (...rows: ReadonlyArray<string>): string =>
  file(dir, `change-${++files}.csv`, [`${head};Reden;Toelichting;2026`, ...rows, ""].join("\n"))
const adjust = (ledger: string, path: string, ...more: ReadonlyArray<string>) =>
  json<Answer>("import", path, "--ledger", ledger, "--as", "adjustment", ...more)
const notesOf = async (ledger: string) => (await json<Verified>("verify", "--ledger", ledger)).notes

describe("an estimate below zero", async () => {
  const ledger = await whole(folder())

  // The plan names one source of money for these actions, and T2 prints their receipts as another kind.
  const ofPlan = ["A10301 7401000", "A10301 7403000", "A10501 7450000", "A30301 7401000"]
  const sourcesOf = (notes: Verified["notes"]): ReadonlyArray<string> =>
    notes
      .filter(({ code }) => code === "SourceDisagrees")
      .map(({ message }) => message.match(/^A\d+|\b7\d{6}\b/g)?.join(" ") ?? message)
  const otherNotes = async () => (await notesOf(ledger)).filter(({ code }) => code !== "SourceDisagrees")

  test("verify: notes the four receipts of the W13 plan that disagree with a source, and nothing else", async () => {
    expect(sourcesOf(await notesOf(ledger))).toEqual(ofPlan)
    expect(await otherNotes()).toEqual([])
  })

  test("import and verify: note an estimate that falls below zero", async () => {
    const falls = "A10101 · 9090 · 6140000 · U in 2026 falls below zero: 21.000,00 → -9.000,00."
    const path = adjustment(change("-30.000,00"))
    const label = ["--plan", "2026/1", "--motivation", "x"]
    expect(await adjust(ledger, path, ...label, "--dry-run")).toMatchObject({ ok: true, notes: [falls] })
    expect(await adjust(ledger, path, ...label)).toMatchObject({ ok: true, notes: [falls] })
    expect(await otherNotes()).toMatchObject([{ code: "EstimateBelowZero", message: falls }])
    expect(await adjust(ledger, path, ...label)).toMatchObject({ ok: true, notes: [] })
    const dutch = await must("--lang", "nl", "verify", "--ledger", ledger)
    expect(dutch.replace(/\s+/g, " ")).toContain("zakt onder nul: 21.000,00 → -9.000,00")
    const further = await adjust(ledger, adjustment(change("-1,00")), "--plan", "2026/2")
    expect(further.notes.join()).toContain("is below zero: -9.000,00 → -9.001,00")
    const back = await adjust(ledger, adjustment(change("30.000,00")), "--plan", "2026/3")
    expect(back.notes).toEqual([])
    expect(await otherNotes()).toEqual([])
    expect(sourcesOf(await notesOf(ledger))).toEqual(ofPlan)
  })

  test("import: notes lines and a whole list too", async () => {
    const other = await declared(folder())
    const lines = file(dir, "lines.csv", `${head};2026\nA10101;9090;6140000;;;U;x;-1,00\n`)
    const as = (kind: string) => json<Answer>("import", lines, "--ledger", other, "--as", kind, "--dry-run")
    for (const kind of ["lines", "state"])
      expect((await as(kind)).notes.join()).toContain("falls below zero: 0,00 → -1,00")
  })
})

describe("adjustments out of order", () => {
  test("import and verify: note labels and dates that go back", async () => {
    const ledger = await declared(folder())
    const adjusted = (label: string, day: string) =>
      adjust(ledger, adjustment(change("5,00")), "--plan", label, "--decision", "Raad", "--date", day)
    expect((await adjusted("2026/2", "2025-06-30")).notes).toEqual([
      expect.stringContaining("2026/2 comes without 2026/1"),
      expect.stringContaining("dated 2025-06-30, before plan 2026/0 (2026-01-01)"),
    ])
    expect((await adjusted("2026/1", "2025-05-01")).notes).toEqual([
      expect.stringContaining("2026/1 is recorded after 2026/2"),
      expect.stringContaining("before plan 2026/2 (2025-06-30)"),
    ])
    expect((await adjusted("2026/3", "2026-06-30")).notes).toEqual([])
    expect((await notesOf(ledger)).map(({ code }) => code)).toEqual([
      "LabelGap",
      "DecisionBefore",
      "LabelOrder",
      "DecisionBefore",
    ])
  })

  test("verify: has no note about an opening that was replaced", async () => {
    const ledger = await declared(folder())
    const opening = (amount: string) =>
      file(dir, `opening-${++files}.csv`, `Rekening;Omschrijving;Jaar;Bedrag\n0930000;x;2026;${amount}\n`)
    for (const amount of ["1,00", "2,00"])
      await json("import", opening(amount), "--ledger", ledger, "--as", "opening", "--replace")
    expect(await notesOf(ledger)).toEqual([])
  })
})

describe("an adjustment that conflicts", async () => {
  const ledger = await declared(folder())
  const recorded = [
    "--plan",
    "2026/1",
    "--decision",
    "Raad",
    "--date",
    "2026-06-18",
    "--motivation",
    "Eerste",
  ]
  await adjust(ledger, adjustment(change("5,00")), ...recorded)

  test.each([
    [
      "the amount",
      change("6,00"),
      [],
      ["change of A10101 · 9090 · 6140000 · U, 2026: recorded 5,00, given 6,00"],
    ],
    ["the reason", change("5,00", "timing"), [], ['reason: recorded "correction", given "timing"']],
    [
      "the motivation",
      change("5,00"),
      ["--motivation", "Tweede"],
      ['motivation (--motivation): recorded "Eerste", given "Tweede"'],
    ],
    [
      "the date",
      change("5,00"),
      ["--date", "2026-06-19"],
      ['date (--date): recorded "2026-06-18", given "2026-06-19"'],
    ],
  ])("import: names %s", async (_, row, options, messages) => {
    const given = recorded.filter((_, at) => !options.includes(recorded[at % 2 === 0 ? at : at - 1] ?? ""))
    const { findings, written } = await adjust(ledger, adjustment(row), ...given, ...options)
    expect(written).toBe(null)
    for (const message of messages) expect(findings[0]?.message).toContain(message)
  })

  test("import: names a row that was added", async () => {
    const { findings } = await adjust(
      ledger,
      adjustment(change("5,00"), change("1,00", "timing")),
      ...recorded,
    )
    expect(findings[0]?.message).toContain("recorded nothing")
  })
})

test("import: notes nothing for the example's own adjustment", async () => {
  const ledger = await whole(folder())
  const label = ["--plan", "2026/1", "--decision", "Raad", "--date", "2026-06-18"]
  expect((await adjust(ledger, w13("adjustment-2026-1.csv"), ...label)).notes).toEqual([])
})
